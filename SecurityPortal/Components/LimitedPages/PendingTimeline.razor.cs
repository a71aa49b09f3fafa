using Microsoft.AspNetCore.Components;
using SecurityPortal.Domain;
using SecurityPortal.Resources;
using SecurityPortal.Service;

namespace SecurityPortal.Components.LimitedPages;

/// <summary>The wait as a line of days: who was told, who will be, and whether the messages went out.</summary>
public sealed partial class PendingTimeline
{
    [Parameter]
    [EditorRequired]
    public PendingView Pending { get; set; } = null!;

    [Parameter]
    [EditorRequired]
    public DateTimeOffset Now { get; set; }

    private IReadOnlyList<PendingRound> Rounds { get; set; } = [];

    private PendingRound? Latest => Rounds.LastOrDefault(round => round.Told.Count > 0);

    protected override void OnParametersSet() => Rounds = PendingRound.Of(Pending, Now);

    private static string? Look(PendingRound round) => round switch
    {
        { IsOver: true } => "done",
        { Kind: PendingRoundKind.Today } => "now",
        _ => null,
    };

    private static string Text(PendingRound round) => round.Kind switch
    {
        PendingRoundKind.Start => ReplacementWords.Pending_Line_Start,
        PendingRoundKind.Notice when round.IsOver => ReplacementWords.Pending_Line_Told,
        PendingRoundKind.Notice => ReplacementWords.Pending_Line_Notice,
        PendingRoundKind.Today => ReplacementWords.Pending_Line_Today,
        PendingRoundKind.End => ReplacementWords.Pending_Line_End,
    };

    private static string Count(PendingRound round) =>
        round.Told.Count == 1 ? ReplacementWords.Pending_Messages_One : ReplacementWords.Pending_Messages.With(round.Told.Count);

    private static string Look(DeliveryStage stage) => stage switch
    {
        DeliveryStage.Queued or DeliveryStage.Delayed => "badge-warning",
        DeliveryStage.HandedOver or DeliveryStage.Accepted or DeliveryStage.Delivered => "badge-good",
        DeliveryStage.Bounced or DeliveryStage.Refused or DeliveryStage.Expired or DeliveryStage.NotSent => "badge-bad",
    };
}
