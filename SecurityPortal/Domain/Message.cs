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
public sealed class Message
{
    /// <summary>How long a notice that fails is tried again.</summary>
    public static readonly TimeSpan NoticeLife = TimeSpan.FromHours(72);

    public required Guid Id { get; init; }

    public required AccountId Account { get; init; }

    public required MethodId Method { get; init; }

    public required Channel Channel { get; init; }

    public required string To { get; init; }

    /// <summary>What it tells: the name of a <see cref="SecurityEvent"/>, or <c>Code</c>.</summary>
    public required string Kind { get; init; }

    public required string Language { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>The code in it ends then; nothing is sent later (R-DEL-4).</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    public ChallengeId? Challenge { get; init; }

    public string? Reference { get; init; }

    /// <summary>Sealed subject and texts.</summary>
    public byte[]? Payload { get; set; }

    public int Attempts { get; set; }

    /// <summary>When it is to be sent, or sent again; null once nothing more is to be done.</summary>
    public DateTimeOffset? DueAt { get; set; }

    public DateTimeOffset? HandedOverAt { get; set; }

    /// <summary>What became of it, as a mail server or a gateway has said since.</summary>
    public DeliveryStage? Reported { get; private set; }

    public DateTimeOffset? ReportedAt { get; private set; }

    /// <summary>Why it did not arrive, in the words of whoever reported it.</summary>
    public string? Cause { get; private set; }

    public DeliveryStage Stage => StageOf(HandedOverAt, DueAt, Reported);

    public static DeliveryStage StageOf(DateTimeOffset? handedOverAt, DateTimeOffset? dueAt, DeliveryStage? reported) =>
        (handedOverAt, dueAt) switch
        {
            (not null, _) => reported ?? DeliveryStage.HandedOver,
            (_, null) => DeliveryStage.Expired,
            _ => DeliveryStage.Queued,
        };

    /// <summary>Reports come late, twice and out of order: one that knows less than what is known changes nothing.</summary>
    public void Report(DeliveryStage stage, string? cause, DateTimeOffset now)
    {
        if (HandedOverAt is not null && Known(stage) > Known(Stage))
            (Reported, ReportedAt, Cause) = (stage, now, cause);
    }

    /// <summary>Whether a report can say so: what lies before the handover is known here alone.</summary>
    public static bool IsReport(DeliveryStage stage) => Known(stage) > 0;

    // What has arrived or come back is at its end.
    private static int Known(DeliveryStage stage) => stage switch
    {
        DeliveryStage.Accepted => 1,
        DeliveryStage.Delayed => 2,
        DeliveryStage.Delivered or DeliveryStage.Bounced or DeliveryStage.Refused => 3,
        DeliveryStage.Queued or DeliveryStage.HandedOver or DeliveryStage.Expired or DeliveryStage.NotSent => 0,
    };
}
