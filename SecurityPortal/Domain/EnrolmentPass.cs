namespace SecurityPortal.Domain;

/// <summary>
/// What a helper says to a caller who has nothing left: it stands for a method while new ones are registered. Kept as its
/// keyed hash only, and bound to the first session that types it (R-HELP-3).
/// </summary>
public sealed record EnrolmentPass
{
    public static readonly TimeSpan Life = TimeSpan.FromHours(1);

    /// <summary>So many wrong ones end it.</summary>
    public const int MostWrong = 5;

    public required Guid Id { get; init; }

    public required CodeSeal Seal { get; init; }

    public required DateTimeOffset MadeAt { get; init; }

    public int Wrong { get; init; }

    public SessionId? TypedIn { get; init; }

    public DateTimeOffset EndsAt => MadeAt + Life;

    /// <summary>It can still be typed.</summary>
    public bool IsOpen(DateTimeOffset now) => TypedIn is null && Wrong < MostWrong && now < EndsAt;
}

/// <summary>A pass that was just made: its letters are shown once, and kept nowhere.</summary>
public readonly record struct NewPass(Guid Id, CodeSeal Seal);

/// <summary>Whether what was typed is this pass.</summary>
public delegate bool PassCheck(EnrolmentPass made);
