using System.Collections.Immutable;
using SecurityPortal.Domain.Staff;

namespace SecurityPortal.Domain;

/// <summary>Why people are to look at an account.</summary>
public enum CaseKind
{
    /// <summary>A code came that its reader had not asked for.</summary>
    CodeNotAskedFor,

    /// <summary>Whoever reads an address says that the account is not theirs; the address was taken out.</summary>
    AddressDisowned,

    /// <summary>The same, but nothing established would have been left without it: it stays until people have decided.</summary>
    LastMethodDisowned,

    /// <summary>The same, of an address of an account whose info is being replaced: that runs its course (R-PEND-7).</summary>
    PendingDisowned,

    /// <summary>The owner said of something in their log that it was not them (R-ACT-1).</summary>
    ActivityDisputed,

    /// <summary>The owner has reported a method lost or stolen (R-HELP-5).</summary>
    LostDevice,

    /// <summary>The owner disputes what staff did, and a lead has to decide (R-HELP-10).</summary>
    StaffDisputed,

    /// <summary>Somebody who has neither password nor info asks for the account (R-FORM): it is kept as a <see cref="RecoveryRequest"/>.</summary>
    RecoveryAsked,
}

/// <summary>What staff do about a case.</summary>
public enum CaseDeed
{
    Taken,
    Noted,
    Closed,
}

/// <summary>One thing that somebody of the staff did about a case, and what they wrote down.</summary>
public sealed record CaseStep(CaseDeed Deed, DateTimeOffset At, AccountId By, string Words = "");

/// <summary>Something that staff are to look into. It is stored with the change that opened it, and only ever added to.</summary>
public sealed class SecurityCase
{
    public required Guid Id { get; init; }

    /// <summary>What people call it by, on the phone too.</summary>
    public required string Number { get; init; }

    public required CaseKind Kind { get; init; }

    public required AccountId Account { get; init; }

    /// <summary>Null where it is about no method.</summary>
    public MethodId? Method { get; init; }

    /// <summary>The message it is about. That is forgotten in time; the case is not.</summary>
    public Guid? Message { get; init; }

    public required DateTimeOffset OpenedAt { get; init; }

    public required string Source { get; init; }

    /// <summary>Who of the staff has it; null until somebody takes it.</summary>
    public AccountId? AssignedTo { get; private set; }

    /// <summary>The oldest first.</summary>
    public ImmutableArray<CaseStep> Steps { get; private set; } = [];

    public DateTimeOffset? ClosedAt { get; private set; }

    /// <param name="from">Who has it, as whoever takes it has seen: of two at once one is told, and nothing is taken over unknowingly.</param>
    public Refusal? Take(AccountId by, AccountId? from, Func<AccountId, string> nameOf, DateTimeOffset now)
    {
        if (ClosedAt is not null)
            return new Refusal.CaseClosed();

        if (AssignedTo is { } holder && (holder != from || holder == by))
            return new Refusal.CaseTaken(nameOf(holder));

        AssignedTo = by;
        return Add(CaseDeed.Taken, by, "", now);
    }

    /// <summary>Whoever has it or not: what somebody knows is to be there for all.</summary>
    public Refusal? Note(AccountId by, string words, DateTimeOffset now) =>
        WhyNotWritten(words) ?? Add(CaseDeed.Noted, by, words, now);

    /// <param name="words">Why nothing is left to do.</param>
    public Refusal? Close(AccountId by, string words, DateTimeOffset now)
    {
        if (WhyNotWritten(words) is { } refusal)
            return refusal;

        ClosedAt = now;
        return Add(CaseDeed.Closed, by, words, now);
    }

    private Refusal? WhyNotWritten(string words) => ClosedAt is not null ? new Refusal.CaseClosed() : Written.WhyUnfitWords(OrderField.Words, words);

    private Refusal? Add(CaseDeed deed, AccountId by, string words, DateTimeOffset now)
    {
        Steps = Steps.Add(new(deed, now, by, words.Trim()));
        return null;
    }
}
