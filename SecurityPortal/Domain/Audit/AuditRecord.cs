using System.Collections.Immutable;

namespace SecurityPortal.Domain.Audit;

/// <summary>One change that staff or the portal made, as it stands in the audit log for good (R-HELP-8).</summary>
public sealed record AuditRecord
{
    /// <summary>1, 2, 3 and so on, without gaps.</summary>
    public required long Number { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>Null where the portal did it itself.</summary>
    public AccountId? By { get; init; }

    /// <summary>As the account was named then, so that it is understood when the account is gone.</summary>
    public required string ByName { get; init; }

    public Role? Role { get; init; }

    public required AuditAction Action { get; init; }

    public AccountId? Target { get; init; }

    public required string TargetName { get; init; }

    public required string Reason { get; init; }

    public required string Ticket { get; init; }

    public required ImmutableDictionary<string, string> Facts { get; init; }

    public required string Source { get; init; }

    public required string RequestId { get; init; }

    /// <summary>Of the record before it; <see cref="AuditChain.Beginning"/> where it is the first of all.</summary>
    public required string PreviousHash { get; init; }

    /// <summary>Of all the above.</summary>
    public string Hash { get; init; } = "";
}
