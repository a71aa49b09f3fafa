using System.Collections.Immutable;
using Microsoft.AspNetCore.Components;
using SecurityPortal.Service;

namespace SecurityPortal.Components.StaffPages;

/// <summary>A page of the sign-in log; on a narrow screen each row is a card.</summary>
public sealed partial class SignInTable
{
    [Parameter]
    [EditorRequired]
    public ImmutableArray<LoggedSignIn> SignIns { get; set; } = [];

    [Parameter]
    [EditorRequired]
    public DateTimeOffset Now { get; set; }

    [Parameter]
    public bool IsCutShort { get; set; }
}
