using Microsoft.AspNetCore.Components;
using SecurityPortal.Service;

namespace SecurityPortal.Components.Shared;

/// <summary>The stations of a code's message with their times: how far it has come, or where it stopped (R-DEL-2).</summary>
public sealed partial class CodeChain
{
    [Parameter]
    [EditorRequired]
    public CodeWay Way { get; set; } = null!;

    [CascadingParameter]
    public TimeZoneInfo Zone { get; set; } = TimeZoneInfo.Utc;

    /// <summary>Nothing of it will change, so nobody need ask again.</summary>
    private bool IsOver => Way.IsAtEnd || Way.Now >= Way.ExpiresAt;

    private static IconName? IconOf(ChainLook look) => look switch
    {
        ChainLook.Done => IconName.Check,
        ChainLook.Late => IconName.Clock,
        ChainLook.Stopped => IconName.Cross,
        _ => null,
    };
}
