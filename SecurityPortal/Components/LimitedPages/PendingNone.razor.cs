using Microsoft.AspNetCore.Components;
using SecurityPortal.Domain;
using SecurityPortal.Resources;
using SecurityPortal.Service;

namespace SecurityPortal.Components.LimitedPages;

/// <summary>Nothing is pending: it has ended while it was looked at, or there never was anything.</summary>
public sealed partial class PendingNone
{
    [Parameter]
    [EditorRequired]
    public SecurityOverview Overview { get; set; } = null!;

    /// <summary>How the one that was looked at ended.</summary>
    [Parameter]
    public ReplacementOutcome? Outcome { get; set; }

    private (string Title, string Text) Words => Outcome switch
    {
        ReplacementOutcome.Applied => (ReplacementWords.None_Applied_Title, ReplacementWords.None_Applied),
        ReplacementOutcome.CancelledByUse or ReplacementOutcome.CancelledByLink or ReplacementOutcome.Superseded => (ReplacementWords.None_Cancelled_Title, ReplacementWords.None_Cancelled),
        _ => (ReplacementWords.None_Title, ReplacementWords.None_Lead),
    };
}
