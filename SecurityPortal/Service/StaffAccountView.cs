using System.Collections.Immutable;
using SecurityPortal.Domain;
using SecurityPortal.Domain.Risk;

namespace SecurityPortal.Service;

/// <summary>An account as staff see it: what it has and what happened, all of it masked; no code and no whole contact (R-HELP-1).</summary>
/// <param name="RecoveryCodes">How many are left; null where there are none.</param>
/// <param name="RemindedSince">Since when its owner is asked whether codes still arrive.</param>
public sealed record StaffAccountView(
    DateTimeOffset Now,
    AccountId Id,
    string Name,
    string DisplayName,
    ImmutableArray<Role> Roles,
    DateTimeOffset CreatedAt,
    DateTimeOffset? LastSignInAt,
    ImmutableArray<MethodView> Methods,
    int? RecoveryCodes,
    bool IsPasswordless,
    PendingView? Pending,
    DateTimeOffset? RestrictedUntil,
    DateTimeOffset? RemindedSince,
    AccountAdvice Advice)
{
    /// <summary>Whoever looks may clear a lost device of it, alone or with a second person.</summary>
    public required bool MayClear { get; init; }

    /// <summary>Since when it owes new info, because it was cleared; null where it does not.</summary>
    public required DateTimeOffset? OwesSince { get; init; }

    /// <summary>Its owner disputes what staff did.</summary>
    public required DateTimeOffset? FrozenUntil { get; init; }

    public required ImmutableArray<StaffBlock> Blocks { get; init; }

    public required ImmutableArray<StaffSignIn> SignIns { get; init; }

    public required ImmutableArray<StaffDelivery> Deliveries { get; init; }

    public required ImmutableArray<StaffCase> Cases { get; init; }
}

/// <param name="Shown">The method, masked; null where it is about none that there is.</param>
/// <param name="Note">Why staff set it, in their words.</param>
public sealed record StaffBlock(BlockScope Scope, BlockReason Reason, string? Shown, string Source, DateTimeOffset StartedAt, DateTimeOffset? EndsAt, string? Note);

public sealed record StaffSignIn(
    DateTimeOffset At, SignInCause Cause, CauseGroup Group, string? Shown, string Browser, string Source, string? Country, string? City, int Score, ImmutableArray<RiskSignal> Signals, string RequestId);

/// <param name="Kind">As <see cref="Message.Kind"/>.</param>
public sealed record StaffDelivery(DateTimeOffset At, string Kind, Channel Channel, string Shown, DeliveryStage Stage, DeliveryCause? Cause);

public sealed record StaffCase(string Number, CaseKind Kind, DateTimeOffset OpenedAt, CaseState State);

/// <summary>Either why not, or the account.</summary>
public sealed record StaffAccountAnswer(Refusal? Refusal, StaffAccountView? Account);
