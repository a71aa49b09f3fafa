namespace SecurityPortal.Domain;

// waiting ── Claim ──▶ claimed ── Take: taken ──▶ handed over, where reports go on
//    ▲                    ├── Take: later, or the claim's end ──▶ waiting
//    └────────────────────┘   Take: never, or too late ──▶ given up
public sealed partial class Message
{
    /// <summary>How long a notice that fails is tried again.</summary>
    public static readonly TimeSpan NoticeLife = TimeSpan.FromHours(72);

    /// <summary>Between the tries; a code has ended before it is the turn of the last three.</summary>
    private static readonly TimeSpan[] s_pauses =
        [.. new[] { 2, 5, 15, 40, 90, 300, 900, 3600 }.Select(seconds => TimeSpan.FromSeconds(seconds))];

    /// <summary>By how much a pause is longer or shorter, so that what failed together does not come back together.</summary>
    private const double Spread = 0.2;

    /// <summary>When it is to be sent, or sent again, or when the claim on it ends; null once nothing more is to be done.</summary>
    public DateTimeOffset? DueAt { get; set; }

    /// <summary>Counts the claims; its present value fences off whoever held an earlier one.</summary>
    public int Claims { get; private set; }

    public bool IsClaimed { get; private set; }

    public int Failures { get; private set; }

    public DateTimeOffset? HandedOverAt { get; private set; }

    /// <summary>
    /// Takes it out to be sent, for as long as <paramref name="lease"/>: who has not answered by then is taken for dead.
    /// False when it is too late, and it is given up; or when it has to rest first.
    /// </summary>
    public bool Claim(TimeSpan lease, DateTimeOffset now)
    {
        if (WhyTooLate(now) is { } cause)
        {
            GiveUp(DeliveryStage.Expired, now, cause);
            return false;
        }

        // Nobody answered for the last claim: if it is this message that kills whoever sends it, it is to rest as others do.
        if (IsClaimed)
        {
            (IsClaimed, DueAt) = (false, now + Pause(luck: 0));
            Failures++;
            return false;
        }

        (Claims, IsClaimed, DueAt) = (Claims + 1, true, now + lease);
        return true;
    }

    /// <summary>Given back unsent, to be claimed at once.</summary>
    public void Release(int claim, DateTimeOffset now)
    {
        if (IsClaimed && claim == Claims)
            (IsClaimed, DueAt) = (false, now);
    }

    /// <param name="claim">Which claim the try was made under. That it was taken is true whoever says so; that it failed counts only from who holds it.</param>
    /// <param name="luck">From -1 to 1: by how much of the spread the next pause differs.</param>
    public void Take(SendAnswer answer, int claim, double luck, DateTimeOffset now)
    {
        if (HandedOverAt is not null || (claim != Claims && answer is not SendAnswer.Taken) || DueAt is null && answer is not SendAnswer.Taken)
            return;

        IsClaimed = false;
        switch (answer)
        {
            case SendAnswer.Taken taken:
                HandOver(taken, now);
                break;
            case SendAnswer.Never never:
                GiveUp(DeliveryStage.Refused, now, never.Cause, never.Detail);
                break;
            case SendAnswer.Later later:
                PutOff(later, luck, now);
                break;
        }
    }

    /// <summary>Its challenge has ended: nothing is sent any more, and nothing kept that could be read.</summary>
    public void Drop(DateTimeOffset now)
    {
        if (DueAt is not null)
            GiveUp(ExpiresAt <= now ? DeliveryStage.Expired : DeliveryStage.NotSent, now, ExpiresAt <= now ? DeliveryCause.CodeEnded : DeliveryCause.NotNeeded);
        Payload = null;
    }

    private TimeSpan Pause(double luck) => s_pauses[Math.Min(Failures, s_pauses.Length - 1)] * (1 + (Spread * luck));

    private DeliveryCause? WhyTooLate(DateTimeOffset now)
    {
        if (ExpiresAt <= now)
            return DeliveryCause.CodeEnded;

        // One that a stopped portal left lying for long is still told: it has had its time only when it was tried at every step.
        return now >= CreatedAt + NoticeLife && Failures >= s_pauses.Length ? Cause ?? DeliveryCause.TryLater : null;
    }

    private void HandOver(SendAnswer.Taken taken, DateTimeOffset now)
    {
        MoveTo(DeliveryStage.HandedOver, now, detail: taken.Detail);
        (HandedOverAt, DueAt) = (now, null);
        if (Challenge is null)
            Payload = null;
        if (taken.Stage != DeliveryStage.HandedOver)
            MoveTo(taken.Stage, now, taken.Stage == DeliveryStage.Delayed ? DeliveryCause.TryLater : null, taken.Detail);
    }

    private void PutOff(SendAnswer.Later later, double luck, DateTimeOffset now)
    {
        var next = now + Pause(luck);
        Failures++;
        if (next >= ExpiresAt)
        {
            // To be told at once, rather than when it has ended.
            GiveUp(DeliveryStage.Expired, now, later.Cause, later.Detail);
            return;
        }

        MoveTo(DeliveryStage.Delayed, now, later.Cause, later.Detail);
        DueAt = next;
    }

    /// <summary>The words of a code stay until its challenge ends: the same message may be asked for once more (R-CODE-5).</summary>
    private void GiveUp(DeliveryStage stage, DateTimeOffset now, DeliveryCause cause, string? detail = null)
    {
        MoveTo(stage, now, cause, detail);
        (DueAt, IsClaimed) = (null, false);
        if (Challenge is null || ExpiresAt <= now)
            Payload = null;
    }
}
