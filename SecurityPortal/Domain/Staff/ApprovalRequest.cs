namespace SecurityPortal.Domain.Staff;

public enum ApprovalKind
{
    Clear,
    GiveRole,
    TakeRole,
}

public enum ApprovalState
{
    Asked,

    /// <summary>Another person agrees; whoever asked can do it now.</summary>
    Approved,
    Declined,
    Withdrawn,
    Done,
}

// asked ── another agrees ──▶ approved ── whoever asked does it ──▶ done
//   ├── another does not ──▶ declined
//   └── taken back ──▶ withdrawn          (a day after it was asked it is over, however far it came)
/// <summary>What one of the staff may do only once another person has agreed (R-HELP-4).</summary>
public sealed class ApprovalRequest
{
    public static readonly TimeSpan Life = TimeSpan.FromDays(1);

    public required Guid Id { get; init; }

    /// <summary>What people call it by.</summary>
    public required string Number { get; init; }

    public required ApprovalKind Kind { get; init; }

    /// <summary>Whose account it is about.</summary>
    public required AccountId Target { get; init; }

    public required AccountId AskedBy { get; init; }

    public required DateTimeOffset AskedAt { get; init; }

    /// <summary>Of a clear: all that is to be done, and the check that was made of the caller.</summary>
    public ClearOrder? Order { get; init; }

    /// <summary>Of a role: which.</summary>
    public Role? Role { get; init; }

    public required string Reason { get; init; }

    public ApprovalState State { get; private set; }

    public AccountId? DecidedBy { get; private set; }

    public DateTimeOffset? DecidedAt { get; private set; }

    public string Answer { get; private set; } = "";

    public DateTimeOffset EndsAt => AskedAt + Life;

    public bool IsOpen(DateTimeOffset now) => State is ApprovalState.Asked or ApprovalState.Approved && now < EndsAt;

    /// <summary>Nobody agrees to their own asking or for their own account, nor through a second account of theirs.</summary>
    public Refusal? WhyNotDecide(SecurityProfile by, SecurityProfile? asker, SecurityProfile target, DateTimeOffset now)
    {
        if (State != ApprovalState.Asked || !IsOpen(now))
            return new Refusal.ApprovalOver();

        return by.Id == AskedBy || by.MayBeSamePersonAs(target) || (asker is not null && by.MayBeSamePersonAs(asker)) ? new Refusal.NotByYou() : null;
    }

    public void Decide(AccountId by, bool agrees, string answer, DateTimeOffset now) =>
        (State, DecidedBy, DecidedAt, Answer) = (agrees ? ApprovalState.Approved : ApprovalState.Declined, by, now, answer);

    public Refusal? WhyNotDo(AccountId by, DateTimeOffset now) =>
        State == ApprovalState.Approved && IsOpen(now) && by == AskedBy ? null : new Refusal.ApprovalOver();

    public void Finish() => State = ApprovalState.Done;

    public Refusal? Withdraw(AccountId by, DateTimeOffset now)
    {
        if (by != AskedBy)
            return new Refusal.NoRight();

        if (!IsOpen(now))
            return new Refusal.ApprovalOver();

        State = ApprovalState.Withdrawn;
        return null;
    }
}
