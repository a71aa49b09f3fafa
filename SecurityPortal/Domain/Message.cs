using System.Collections.Immutable;

namespace SecurityPortal.Domain;

public enum Channel
{
    Email,
    Sms,
    Voice,
}

/// <summary>
/// A message to be sent, stored in the transaction of the change it tells of. Its words are sealed, and wiped when they
/// have served (R-CODE-4).
/// </summary>
public sealed partial class Message
{
    /// <summary>The kind of a message that carries a code.</summary>
    public const string CodeKind = "Code";

    /// <summary>The kind of a message that only shows whether messages arrive (R-DEL-10).</summary>
    public const string TestKind = "Test";

    /// <summary>No message that was made then has a lower id, and none made before it a higher one: ids rise with time.</summary>
    public static Guid FirstIdAt(DateTimeOffset instant) =>
        new((int)(instant.ToUnixTimeMilliseconds() >> 16), unchecked((short)instant.ToUnixTimeMilliseconds()), 0, [0, 0, 0, 0, 0, 0, 0, 0]);

    public required Guid Id { get; init; }

    /// <summary>Null for whoever asks for an account that there may not be (R-FORM-1).</summary>
    public required AccountId? Account { get; init; }

    public required MethodId Method { get; init; }

    public required Channel Channel { get; init; }

    public required string To { get; init; }

    /// <summary>The mail domain, or the country of the number: by these it is measured how well messages arrive (R-DEL-9).</summary>
    public required string Area { get; init; }

    /// <summary>The digits of a number by which networks are told apart; null for a mail.</summary>
    public string? Prefix { get; init; }

    /// <summary>What it tells: the name of a <see cref="SecurityEvent"/>, <see cref="CodeKind"/> or <see cref="TestKind"/>.</summary>
    public required string Kind { get; init; }

    public required string Language { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it may leave, where codes wait their turn; that wait is not the channel's (R-RISK-3).</summary>
    public DateTimeOffset? TurnAt { get; init; }

    /// <summary>The code in it ends then; nothing is sent later (R-DEL-4).</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    public ChallengeId? Challenge { get; init; }

    public string? Reference { get; init; }

    /// <summary>Sealed subject and texts.</summary>
    public byte[]? Payload { get; set; }

    public DeliveryStage Stage { get; private set; }

    /// <summary>When it came so far; null while it has come nowhere yet.</summary>
    public DateTimeOffset? StageAt { get; private set; }

    public DeliveryCause? Cause { get; private set; }

    /// <summary>The cause in the words of whoever reported it; for staff.</summary>
    public string? Detail { get; private set; }

    /// <summary>How it came there, without the present stage.</summary>
    public ImmutableArray<DeliveryStep> Before { get; private set; } = [];

    /// <summary>All its way, from the first.</summary>
    public IEnumerable<DeliveryStep> Way()
    {
        DeliveryStep begun = new(DeliveryStage.Queued, CreatedAt);
        return StageAt is { } at ? [begun, .. Before, new(Stage, at, Cause, Detail)] : [begun, .. Before];
    }

    private void MoveTo(DeliveryStage stage, DateTimeOffset now, DeliveryCause? cause = null, string? detail = null)
    {
        // Of tries that fail one after another the last is enough.
        if (StageAt is { } at && (Stage, HandedOverAt) is not (DeliveryStage.Delayed, null))
            Before = Before.Add(new(Stage, at, Cause, Detail));
        (Stage, StageAt, Cause, Detail) = (stage, now, cause, Shortened(detail));
    }

    private static string? Shortened(string? detail) => detail is { Length: > MostDetail } ? detail[..MostDetail] : detail;

    private const int MostDetail = 200;
}
