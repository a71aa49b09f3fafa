namespace SecurityPortal.Domain;

/// <summary>What the link or the word of one notice stands for. Only its hash is stored.</summary>
public sealed class NoticeLink
{
    public static readonly TimeSpan Life = TimeSpan.FromDays(60);

    public required string TokenHash { get; init; }

    public required AccountId Account { get; init; }

    public required LinkUse Use { get; init; }

    public required MethodId Method { get; init; }

    public required MethodKind Kind { get; init; }

    public required string Value { get; init; }

    /// <summary>What the notice told of.</summary>
    public required string Event { get; init; }

    public ReplacementId? Replacement { get; init; }

    public SessionId? Session { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    public DateTimeOffset? ReportedAt { get; set; }

    public Contact Destination => new(Kind, Value);

    /// <summary>A link outlives every wait that it may be needed in; what it does is judged when it is used.</summary>
    public static DateTimeOffset EndOf(SecurityProfile profile, DateTimeOffset now) =>
        new[] { now + Life, profile.Pending?.EndsAt, profile.Restriction?.EndsAt }.Max()!.Value;
}
