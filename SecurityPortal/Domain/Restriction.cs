using System.Collections.Immutable;

namespace SecurityPortal.Domain;

/// <summary>
/// All security info was changed at once; until the end nothing more of it can be changed (R-RESTRICT-2), and what went
/// can be brought back by its own proof.
/// </summary>
public sealed record Restriction
{
    public required DateTimeOffset StartedAt { get; init; }

    public required DateTimeOffset EndsAt { get; init; }

    /// <summary>The methods that went with the change; they are told, and one of them can undo it.</summary>
    public required ImmutableArray<MethodId> Went { get; init; }

    /// <summary>The hash of the password in force when the change was made: it still counts for undoing it.</summary>
    public string? PasswordHash { get; init; }
}
