using System.Collections.Immutable;

namespace SecurityPortal.Domain.Audit;

/// <summary>What whoever changes something says of it; its place in the log, and where it came from, are added when it is appended.</summary>
public sealed record AuditEntry(AuditAction Action)
{
    /// <summary>Who of the staff; null for the portal itself.</summary>
    public AccountId? By { get; init; }

    /// <summary>In which role; null where that is not known.</summary>
    public Role? Role { get; init; }

    /// <summary>The account that it was done to.</summary>
    public AccountId? Target { get; init; }

    /// <summary>What it was done to, where that is no account that is stored already. A contact is masked.</summary>
    public string TargetName { get; init; } = "";

    /// <summary>In the words of who did it.</summary>
    public string Reason { get; init; } = "";

    public string Ticket { get; init; } = "";

    /// <summary>By the names of <see cref="AuditFact"/>; no secrets, and contacts only masked.</summary>
    public ImmutableDictionary<string, string> Facts { get; init; } = ImmutableDictionary<string, string>.Empty;
}
