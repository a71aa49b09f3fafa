namespace SecurityPortal.Domain;

/// <summary>One message as it counts for the health of its channel.</summary>
public sealed record DeliverySample(
    Channel Channel,
    string To,
    string Area,
    string? Prefix,
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
        // What never left is the portal's own affair, or its mail server's: no area is to be judged by that.
        not DeliveryStage.Refused when HandedOverAt is null => null,
        _ when IsReaders(Cause) || IsOurs(Cause) => null,
        DeliveryStage.Delivered => new(true, Longest(StageAt!.Value - HandedOverAt!.Value)),
        DeliveryStage.NotSent => null,
        DeliveryStage.Bounced or DeliveryStage.Refused or DeliveryStage.Expired => DeliveryOutcome.Failed,
        _ when IsEnough(areaReports) => new(true, TimeSpan.Zero),
        _ => now - HandedOverAt >= policy.SilentAfter ? DeliveryOutcome.Failed : null,
    };

    /// <summary>A mail that was handed over and has not come back has arrived, as far as can be known; so has a text where none are reported.</summary>
    private bool IsEnough(bool areaReports) => Stage != DeliveryStage.Delayed && (Channel == Channel.Email || !areaReports);

    private static TimeSpan Longest(TimeSpan delay) => delay > TimeSpan.Zero ? delay : TimeSpan.Zero;

    /// <summary>Says something of the portal, and nothing of the way there.</summary>
    private static bool IsOurs(DeliveryCause? cause) => cause
        is DeliveryCause.ChannelDown or DeliveryCause.ChannelSlow or DeliveryCause.ChannelMisconfigured or DeliveryCause.CodeEnded;

    /// <summary>Says something of one mailbox, phone or message, and nothing of the way there.</summary>
    private static bool IsReaders(DeliveryCause? cause) => cause
        is DeliveryCause.NoSuchMailbox or DeliveryCause.MailboxFull or DeliveryCause.NoSuchDomain
        or DeliveryCause.UnknownSubscriber or DeliveryCause.PhoneUnreachable
        or DeliveryCause.RefusedContent or DeliveryCause.Unreadable or DeliveryCause.NotNeeded or DeliveryCause.Blocked or DeliveryCause.LimitReached;
}

/// <param name="Delay">How long it took, if it arrived.</param>
public readonly record struct DeliveryOutcome(bool IsArrived, TimeSpan Delay)
{
    public static readonly DeliveryOutcome Failed = new(false, TimeSpan.Zero);
}
