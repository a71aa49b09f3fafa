namespace SecurityPortal.Domain;

public sealed partial class Message
{
    /// <summary>
    /// Reports come late, twice and out of order: once a message is at its end nothing moves it, and what was said already
    /// is not said again. True when it changed something.
    /// </summary>
    public bool Report(DeliveryReport report, DateTimeOffset now)
    {
        // What was never taken out cannot have come anywhere.
        if (Claims == 0 || !IsReport(report.Stage) || IsAtEnd || IsSaid(report.Stage))
            return false;

        // A gateway may be quicker with its report than we are with writing down that it took the message.
        if (HandedOverAt is null)
            HandOver(new(), now);
        MoveTo(report.Stage, now, report.Cause, report.Detail);
        return true;
    }

    /// <summary>Whether a report can say so: what lies before the handover is known here alone.</summary>
    public static bool IsReport(DeliveryStage stage) => stage is DeliveryStage.Accepted or DeliveryStage.Delayed || IsEnd(stage);

    private bool IsAtEnd => HandedOverAt is not null ? IsEnd(Stage) : DueAt is null;

    private bool IsSaid(DeliveryStage stage) =>
        HandedOverAt is not null && (Stage == stage || Before.Any(step => step.Stage == stage && step.At >= HandedOverAt));

    /// <summary>What has arrived or come back.</summary>
    private static bool IsEnd(DeliveryStage stage) => stage is DeliveryStage.Delivered or DeliveryStage.Bounced or DeliveryStage.Refused;
}
