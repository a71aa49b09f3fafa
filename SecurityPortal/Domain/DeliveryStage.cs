namespace SecurityPortal.Domain;

/// <summary>How far a message has come (R-DEL-2).</summary>
public enum DeliveryStage
{
    Queued,

    /// <summary>The next machine took it: our mail server, or the gateway.</summary>
    HandedOver,

    /// <summary>The reader's own mail system or mobile network took it.</summary>
    Accepted,
    Delayed,
    Delivered,
    Bounced,
    Refused,
    Expired,

    /// <summary>It never left: a block stood, enough had been sent, or its code was not needed any more.</summary>
    NotSent,
}

/// <summary>Why a message is late or did not arrive: what whoever reported it meant, in one list for all channels.</summary>
public enum DeliveryCause
{
    NoSuchMailbox,
    MailboxFull,
    NoSuchDomain,
    RefusedAsSpam,
    RefusedByServer,

    /// <summary>Too large, or not in a form that the other side takes.</summary>
    RefusedContent,
    UnknownSubscriber,

    /// <summary>Switched off, out of reach, or out of memory; it may still come.</summary>
    PhoneUnreachable,
    RefusedByNetwork,

    /// <summary>The other side asks for patience: a 4xx answer, a full queue.</summary>
    TryLater,

    /// <summary>Our mail server or the gateway does not answer, or breaks off.</summary>
    ChannelDown,
    ChannelSlow,

    /// <summary>It does not take our word: a name, a password, a certificate.</summary>
    ChannelMisconfigured,

    /// <summary>The key it was sealed with is not there.</summary>
    Unreadable,
    CodeEnded,
    NotNeeded,
    Blocked,

    /// <summary>Enough codes had been sent (R-BLOCK-7).</summary>
    LimitReached,
}

/// <summary>One step of a message on its way, as it was reported.</summary>
/// <param name="Detail">In the words of whoever reported it; for staff, never for the reader.</param>
public sealed record DeliveryStep(DeliveryStage Stage, DateTimeOffset At, DeliveryCause? Cause = null, string? Detail = null);
