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
}

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

    public DateTimeOffset? ClosedAt { get; init; }
}
