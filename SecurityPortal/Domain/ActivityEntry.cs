namespace SecurityPortal.Domain;

/// <summary>What the owner said of something that happened.</summary>
public enum OwnersAnswer
{
    WasMe,
    WasNotMe,
}

/// <summary>
/// Something that happened to an account beside its sign-ins: a code was asked for, something was changed, staff did
/// something. Only ever added to, but for the owner's answer (R-ACT-1).
/// </summary>
public sealed class ActivityEntry
{
    /// <summary>The source of what the portal did by itself.</summary>
    public const string Portal = "portal";

    /// <summary>The source of what staff did; the browser then names their role.</summary>
    public const string HelpDesk = "help-desk";

    /// <summary>A code was asked for, whether or not it was sent.</summary>
    public const string CodeAsked = nameof(CodeAsked);

    /// <summary>Staff have blocked something of the account, or have lifted a block.</summary>
    public const string BlockSet = nameof(BlockSet);
    public const string BlockLifted = nameof(BlockLifted);

    /// <summary>Why no code came, where that is worth an entry. To be asked to wait a little, or to sign in first, is not.</summary>
    public static bool IsNoted(Refusal refusal) => refusal is Refusal.Blocked or Refusal.LimitReached or Refusal.MethodDisabled or Refusal.SlowQueue or Refusal.RegionQueue
        or Refusal.ChannelOut or Refusal.NoCalls or Refusal.TooManyDestinations or Refusal.TooManyWrongContacts or Refusal.AddressDisowned;

    public long Id { get; init; }

    public required AccountId Account { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>The name of a <see cref="SecurityEvent"/>, or one of those above.</summary>
    public required string Kind { get; init; }

    public MethodId? Method { get; init; }

    /// <summary>What it was about: the contact as it was then, a browser's name. Masked where it is shown, as all contacts are.</summary>
    public string? About { get; init; }

    /// <summary>Why it was refused, by the refusal's name; null where it was done.</summary>
    public string? Refused { get; init; }

    public SessionId? Session { get; init; }

    public required string Source { get; init; }

    public required string Browser { get; init; }

    public string? Country { get; init; }

    public string? City { get; init; }

    public required string RequestId { get; init; }

    /// <summary>0 to 100 (R-RISK-1).</summary>
    public int Score { get; init; }

    public string? Signals { get; init; }

    /// <summary>The case that staff did it for, and why, in their words.</summary>
    public string? Ticket { get; init; }

    public string? Reason { get; init; }

    public OwnersAnswer? Answer { get; private set; }

    public DateTimeOffset? AnsweredAt { get; private set; }

    public void Take(OwnersAnswer answer, DateTimeOffset now) => (Answer, AnsweredAt) = (answer, now);
}
