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

    /// <summary>Where another code is asked for, in a form that is sent elsewhere by itself.</summary>
    [Parameter]
    public string? Again { get; set; }

    /// <summary>Where it goes; nothing is sent while it is blocked.</summary>
    [Parameter]
    public MethodView? Method { get; set; }

    private bool IsOff => Method?.IsHeld == true;

    private WaysOffered Offered => CodeWays.Of(Sent);
}
