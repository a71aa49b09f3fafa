using System.Collections.Immutable;
using SecurityPortal.Domain;
using SecurityPortal.Domain.Risk;

namespace SecurityPortal.Service;

/// <summary>Names one row of the log: a try to sign in, or something else that happened.</summary>
public readonly record struct ActivityRef(bool IsSignIn, long Id)
{
    private const char SignIn = 's';
    private const char Entry = 'e';

    /// <summary>Null for what names none.</summary>
    public static ActivityRef? Read(string? written) =>
        written is [SignIn or Entry, ..] && long.TryParse(written.AsSpan(1), System.Globalization.CultureInfo.InvariantCulture, out var id)
            ? new(written[0] == SignIn, id)
            : null;

    public override string ToString() => FormattableString.Invariant($"{(IsSignIn ? SignIn : Entry)}{Id}");
}

/// <summary>How far down the log has been read: whatever is added meanwhile comes above it.</summary>
public sealed record ActivityCursor(long SignIn, long Entry);

/// <param name="Older">Where to read on; null when that is all.</param>
/// <param name="Medium">From which score on something is unusual.</param>
/// <param name="Wait">How long a code may be waited for after the password.</param>
public sealed record ActivityExcerpt(DateTimeOffset Now, ImmutableArray<ActivityRow> Rows, ActivityCursor? Older, int Medium, TimeSpan Wait);

/// <summary>One row of an account's log, as its owner sees it.</summary>
public sealed record ActivityRow
{
    public required ActivityRef Ref { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>Of a try to sign in; null for everything else.</summary>
    public SignInCause? Cause { get; init; }

    /// <summary>The name of a <see cref="SecurityEvent"/>, or <see cref="ActivityEntry.CodeAsked"/>; null for a try to sign in.</summary>
    public string? Kind { get; init; }

    public MethodId? Method { get; init; }

    /// <summary>The contact that it was about, as this session may see it; null where there was none, or it is gone.</summary>
    public string? Contact { get; init; }

    /// <summary>That contact is one of the account's methods now.</summary>
    public bool IsThereStill { get; init; }

    /// <summary>Why no code was sent.</summary>
    public string? Refused { get; init; }

    public SessionId? Session { get; init; }

    public bool IsThisSession { get; init; }

    public required string Source { get; init; }

    public required string Browser { get; init; }

    public string? Country { get; init; }

    public string? City { get; init; }

    public int Score { get; init; }

    public ImmutableArray<RiskSignal> Signals { get; init; } = [];

    /// <summary>The case that staff did it for, and why.</summary>
    public string? Ticket { get; init; }

    public string? Reason { get; init; }

    public OwnersAnswer? Answer { get; init; }

    public DateTimeOffset? AnsweredAt { get; init; }

    public bool IsByPortal => Source == ActivityEntry.Portal;

    /// <summary>By one of the staff, whose role the browser then names (R-HELP-10).</summary>
    public bool IsByStaff => Source == ActivityEntry.HelpDesk;

    /// <summary>What the owner has said in a full session is an answer itself; a link may be in anybody's hands.</summary>
    public bool IsAnswerable => !IsByPortal && !IsByStaff && !(Cause is SignInCause.ReportedNotMine && Session is not null);
}
