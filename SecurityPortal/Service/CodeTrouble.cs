using SecurityPortal.Domain;

namespace SecurityPortal.Service;

/// <summary>One thing that explains why a code is not there, with its facts.</summary>
/// <param name="At">When it happened.</param>
/// <param name="Until">When it is over, or what is tried next.</param>
/// <param name="Topic">What of the checklist helps with it.</param>
public sealed record CodeTrouble(
    TroubleKind Kind,
    WayOut Out,
    DeliveryCause? Cause = null,
    DateTimeOffset? At = null,
    DateTimeOffset? Until = null,
    TimeSpan? Delay = null,
    HelpTopic? Topic = null);

/// <summary>In the order in which they are told: what stops a code comes before what may only delay it.</summary>
public enum TroubleKind
{
    Blocked,

    /// <summary>Not only here: another network does not help.</summary>
    BlockedEverywhere,
    Stopped,
    Voip,
    AreaUnavailable,
    Late,
    AreaLimited,
    AreaSlow,
    Waiting,

    /// <summary>It is being handed over at this moment.</summary>
    Sending,

    /// <summary>It was handed over, and nothing has been said of it since.</summary>
    UnderWay,

    /// <summary>The reader's own system or network took it, and has not confirmed that it arrived.</summary>
    Accepted,
    Delivered,
    SameSystem,
    JunkProne,
}

/// <summary>What helps best. The others stay there to be chosen.</summary>
public enum WayOut
{
    AnotherMethod,

    /// <summary>What is being added was mistyped, or is no use: it can be entered anew.</summary>
    Correct,
    Call,
    SendAnother,
    Wait,
    Look,

    /// <summary>Where a page offers none of these, people help.</summary>
    HelpDesk,
}
