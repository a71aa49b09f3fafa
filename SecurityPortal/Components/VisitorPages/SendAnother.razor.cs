using Microsoft.AspNetCore.Components;
using SecurityPortal.Components.Shared;
using SecurityPortal.Service;

namespace SecurityPortal.Components.VisitorPages;

/// <summary>The buttons for another code, and for a call where there can be one.</summary>
public sealed partial class SendAnother
{
    [Parameter]
    [EditorRequired]
    public ChallengeView Sent { get; set; } = null!;

    [Parameter]
    [EditorRequired]
    public DateTimeOffset Now { get; set; }

    /// <summary>Where a call is asked for, where it can be.</summary>
    [Parameter]
    public string Call { get; set; } = "";

    private WaysOffered Offered => CodeWays.Of(Sent);
}
