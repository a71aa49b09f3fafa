using System.Collections.Immutable;
using SecurityPortal.Domain;
using SecurityPortal.Domain.Staff;

namespace SecurityPortal.Service;

/// <summary>What waits for a second person, as staff see it: who asks what for whom, why, and for how long (R-HELP-4).</summary>
/// <param name="Went">What a clear would take, masked.</param>
/// <param name="MayDecide">Whoever looks may agree, or decline.</param>
/// <param name="MayDo">Whoever looks has asked for it, and another has agreed.</param>
/// <param name="MayWithdraw">Whoever looks has asked for it.</param>
public sealed record ApprovalView(
    DateTimeOffset Now,
    string Number,
    ApprovalKind Kind,
    AccountId Target,
    string TargetName,
    string AskedBy,
    DateTimeOffset AskedAt,
    DateTimeOffset EndsAt,
    string Reason,
    ApprovalState State,
    string? DecidedBy,
    DateTimeOffset? DecidedAt,
    string Answer,
    ClearOrder? Order,
    ImmutableArray<string> Went,
    Role? Role,
    bool MayDecide,
    bool MayDo,
    bool MayWithdraw)
{
    public bool IsOver => State is ApprovalState.Asked or ApprovalState.Approved && Now >= EndsAt;
}

public sealed record ApprovalAnswer(Refusal? Refusal, ApprovalView? Approval);

public sealed record ApprovalList(Refusal? Refusal, DateTimeOffset Now, ImmutableArray<ApprovalView> Approvals);

/// <param name="Number">Of what was asked for; null when it was refused.</param>
public sealed record AskAnswer(Refusal? Refusal, string? Number);
