using System.Collections.Immutable;
using SecurityPortal.Domain.Staff;

namespace SecurityPortal.Domain;

/// <summary>One of the two who said that the applicant is the account's owner. The applicant sees nothing of it.</summary>
/// <param name="Reference">Which call to the number in the organisation's directory it was (R-FORM-3).</param>
public sealed record RecoveryApproval(AccountId By, DateTimeOffset At, string Reference);

// What people decide about a request, and what then becomes of it (R-FORM-3).
public sealed partial class RecoveryRequest
{
    /// <summary>Who of the staff took it up; whoever else looks at it may go on with it.</summary>
    public AccountId? AssignedTo { get; private set; }

    public ImmutableArray<RecoveryApproval> Approvals { get; private set; } = [];

    /// <summary>When the wait is over; null before it is approved.</summary>
    public DateTimeOffset? WaitEndsAt { get; private set; }

    /// <summary>People still have to decide.</summary>
    public bool IsUndecided => State is RecoveryState.Received or RecoveryState.InReview or RecoveryState.MoreNeeded;

    public bool IsReady(DateTimeOffset now) => State == RecoveryState.Approved && now >= WaitEndsAt && now < WaitEndsAt + FinishWithin;

    /// <summary>Staff have begun to look at it: one of them, of two at once.</summary>
    public Refusal? TakeUp(AccountId by, Func<AccountId, string> nameOf, DateTimeOffset now) => State switch
    {
        RecoveryState.Received => Assign(by, RecoveryState.InReview, "", now),
        RecoveryState.InReview or RecoveryState.MoreNeeded when AssignedTo is { } holder => new Refusal.CaseTaken(nameOf(holder)),
        _ => Closed(),
    };

    public Refusal? AskForMore(AccountId by, string words, DateTimeOffset now) => State is RecoveryState.Received or RecoveryState.InReview
        ? Written.WhyUnfitWords(OrderField.Words, words) ?? Assign(AssignedTo ?? by, RecoveryState.MoreNeeded, words.Trim(), now, by)
        : Closed();

    /// <summary>The applicant's answer; one that says nothing, or no end of things, is none.</summary>
    public Refusal? Answer(string words, DateTimeOffset now) =>
        State is RecoveryState.MoreNeeded && words.Length is > 0 and <= MostWords ? MoveTo(RecoveryState.InReview, now, words) : Closed();

    /// <param name="told">What the applicant reads, where that is not what staff wrote down.</param>
    public Refusal? Decline(AccountId by, string reason, string? told, DateTimeOffset now) => IsUndecided
        ? Written.WhyUnfitWords(OrderField.Reason, reason) ?? MoveTo(RecoveryState.Declined, now, told ?? reason.Trim(), by)
        : Closed();

    /// <summary>Nobody approves twice, nor for themselves.</summary>
    public Refusal? WhyNotApprove(AccountId by) => this switch
    {
        { State: not RecoveryState.InReview } or { Account: null } => Closed(),
        _ when by == Account || Approvals.Any(approval => approval.By == by) => new Refusal.NotByYou(),
        _ => null,
    };

    /// <summary>The first of two; true when this is the second.</summary>
    public bool TakeApproval(AccountId by, string reference, DateTimeOffset now)
    {
        Approvals = Approvals.Add(new(by, now, reference.Trim()));
        return Approvals.Length > 1;
    }

    public void Approve(AccountId by, DateTimeOffset waitEndsAt, DateTimeOffset now)
    {
        WaitEndsAt = waitEndsAt;
        _ = MoveTo(RecoveryState.Approved, now, by: by);
    }

    /// <summary>The old info was used, or another request took its place; one that is done or was too slow is not stopped any more.</summary>
    public void Stop(DateTimeOffset now)
    {
        if (State == RecoveryState.Approved && now < WaitEndsAt + FinishWithin)
            _ = MoveTo(RecoveryState.Stopped, now);
    }

    public void Finish(DateTimeOffset now) => MoveTo(RecoveryState.Finished, now);

    private Refusal? Assign(AccountId to, RecoveryState state, string words, DateTimeOffset now, AccountId? by = null)
    {
        AssignedTo = to;
        return MoveTo(state, now, words, by ?? to);
    }

    private Refusal? MoveTo(RecoveryState state, DateTimeOffset now, string words = "", AccountId? by = null)
    {
        State = state;
        Steps = Steps.Add(new(state, now, words, by));
        return null;
    }

    private static Refusal.RecoveryClosed Closed() => new();
}
