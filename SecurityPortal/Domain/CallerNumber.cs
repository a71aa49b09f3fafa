using System.Collections.Immutable;

namespace SecurityPortal.Domain;

/// <summary>
/// What a caller says to the help desk to show who they are: made in a session that has proved a method, and kept as its
/// keyed hash only (R-HELP-6).
/// </summary>
public sealed record CallerNumber
{
    public static readonly TimeSpan Life = TimeSpan.FromMinutes(10);

    /// <summary>So many are made within <see cref="MadeWithin"/>.</summary>
    public const int MostMade = 5;

    public static readonly TimeSpan MadeWithin = TimeSpan.FromHours(1);

    /// <summary>So many wrong ones end it.</summary>
    public const int MostWrong = 5;

    public required Guid Id { get; init; }

    public required CodeSeal Seal { get; init; }

    /// <summary>With that session it ends: whoever throws a stranger out throws out their number too.</summary>
    public required SessionId MadeIn { get; init; }

    public required DateTimeOffset MadeAt { get; init; }

    /// <summary>When those before it were made, and it.</summary>
    public required ImmutableArray<DateTimeOffset> Made { get; init; }

    public int Wrong { get; init; }

    /// <summary>It serves one case.</summary>
    public DateTimeOffset? UsedAt { get; init; }

    public DateTimeOffset EndsAt => MadeAt + Life;

    public bool IsOpen(DateTimeOffset now) => UsedAt is null && Wrong < MostWrong && now < EndsAt;
}

/// <summary>A number that was just made: its digits are shown once, and kept nowhere.</summary>
public readonly record struct NewCallerNumber(Guid Id, CodeSeal Seal);

/// <summary>Whether what was said is this number.</summary>
public delegate bool CallerNumberCheck(CallerNumber made);
