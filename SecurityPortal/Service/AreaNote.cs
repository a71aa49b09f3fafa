using SecurityPortal.Domain;

namespace SecurityPortal.Service;

/// <summary>How well messages come to an area at present.</summary>
/// <param name="Delay">How long one takes that is asked for now; null where that is no longer than usual, or not known.</param>
/// <param name="Until">When the limit ends unless it is measured again; null where none is known.</param>
public sealed record AreaNote(ChannelStatus Status, TimeSpan? Delay, DateTimeOffset? Until)
{
    public static readonly AreaNote Fine = new(ChannelStatus.Available, null, null);

    /// <summary>It is so because of a heavy attack, there or where it is asked from (R-RISK-3).</summary>
    public bool IsAttack { get; init; }

    /// <summary>Whichever holds a message up more.</summary>
    public static AreaNote? Worse(AreaNote? one, AreaNote? other) =>
        one is null || (other is not null && (other.Status, other.Delay ?? TimeSpan.Zero).CompareTo((one.Status, one.Delay ?? TimeSpan.Zero)) > 0) ? other : one;
}

/// <summary>What is good to know before a code is asked for.</summary>
/// <param name="Messages">How texts, or mails, go there; null for a line that takes none.</param>
/// <param name="Calls">How calls go there; null where the portal makes none.</param>
public sealed record ContactAdvice(AreaNote? Messages, AreaNote? Calls, SharedSignIn? Shared);
