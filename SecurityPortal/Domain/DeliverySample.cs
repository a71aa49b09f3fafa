namespace SecurityPortal.Domain;

/// <summary>One message as it counts for the health of its channel.</summary>
/// <param name="From">When it could leave: where codes wait their turn, that wait is not the channel's.</param>
public sealed record DeliverySample(
    Channel Channel,
    string To,
    string Area,
    string? Prefix,
    DateTimeOffset From,
    DateTimeOffset? HandedOverAt,
    DeliveryStage Stage,
    DateTimeOffset? StageAt,
    DeliveryCause? Cause)
{
    /// <summary>Where it went is heard of after the handover: what is silent there is not taken for delivered.</summary>
    public bool IsReported => HandedOverAt is not null && Stage is DeliveryStage.Delivered or DeliveryStage.Bounced or DeliveryStage.Refused;

    /// <summary>Null while it says nothing: it is still under way, or what became of it was the reader's own affair.</summary>
    public DeliveryOutcome? Outcome(bool areaReports, HealthPolicy policy, DateTimeOffset now) => Stage switch
    {
        DeliveryStage.Delivered => Arrived(StageAt!.Value),
        DeliveryStage.NotSent => null,
        DeliveryStage.Bounced or DeliveryStage.Refused or DeliveryStage.Expired => IsReaders(Cause) ? null : DeliveryOutcome.Failed,
        _ when HandedOverAt is { } at && IsEnough(areaReports) => Arrived(at),
        _ => now - (HandedOverAt ?? From) >= policy.SilentAfter ? DeliveryOutcome.Failed : null,
    };

    /// <summary>A mail that was handed over and has not come back has arrived, as far as can be known; so has a text where none are reported.</summary>
    private bool IsEnough(bool areaReports) => Stage != DeliveryStage.Delayed && (Channel == Channel.Email || !areaReports);

    private DeliveryOutcome Arrived(DateTimeOffset at) => new(true, at > From ? at - From : TimeSpan.Zero);

    /// <summary>Says something of one mailbox, phone or message, and nothing of the way there.</summary>
    private static bool IsReaders(DeliveryCause? cause) => cause
        is DeliveryCause.NoSuchMailbox or DeliveryCause.MailboxFull or DeliveryCause.NoSuchDomain
        or DeliveryCause.UnknownSubscriber or DeliveryCause.PhoneUnreachable
        or DeliveryCause.RefusedContent or DeliveryCause.Unreadable or DeliveryCause.NotNeeded or DeliveryCause.Blocked;
}

/// <param name="Delay">How long it took, if it arrived.</param>
public readonly record struct DeliveryOutcome(bool IsArrived, TimeSpan Delay)
{
    public static readonly DeliveryOutcome Failed = new(false, TimeSpan.Zero);
}
