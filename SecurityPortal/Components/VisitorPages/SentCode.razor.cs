using Microsoft.AspNetCore.Components;
using SecurityPortal.Components.Shared;
using SecurityPortal.Domain;
using SecurityPortal.Resources;
using SecurityPortal.Service;

namespace SecurityPortal.Components.VisitorPages;

/// <summary>Where a code goes, how far it has come, and how its message is known (R-DEL-2, R-CODE-6).</summary>
public sealed partial class SentCode
{
    [Parameter]
    [EditorRequired]
    public ChallengeView Sent { get; set; } = null!;

    [Parameter]
    [EditorRequired]
    public CodeWay? Way { get; set; }

    /// <summary>Where its parts can be asked for again, where its way is known; the page is followed only then.</summary>
    [Parameter]
    public string? Live { get; set; }

    /// <summary>Where the whole page can, by whoever has no script.</summary>
    [Parameter]
    public string Refresh { get; set; } = "";

    [CascadingParameter]
    public TimeZoneInfo Zone { get; set; } = TimeZoneInfo.Utc;

    private string Neutral => Sent.Kind == MethodKind.Email ? CodeWords.Sent_Email : CodeWords.Sent_Text;

    private IconName IconName => Sent switch
    {
        { Kind: MethodKind.Email } => IconName.Email,
        { IsCall: true } => IconName.Phone,
        _ => IconName.Text,
    };
}
