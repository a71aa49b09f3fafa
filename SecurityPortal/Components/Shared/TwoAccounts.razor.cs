using Microsoft.AspNetCore.Components;
using SecurityPortal.Domain;

namespace SecurityPortal.Components.Shared;

/// <summary>How to read a code in a mailbox that shares a sign-in, without being signed out here (R-METH-7).</summary>
public sealed partial class TwoAccounts
{
    [Parameter]
    [EditorRequired]
    public SharedSignIn? Shared { get; set; }
}
