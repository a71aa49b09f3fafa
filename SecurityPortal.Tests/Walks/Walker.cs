using System.Collections.Immutable;

namespace SecurityPortal.Tests.Walks;

/// <summary>Who walks: the passwords they know, and the destinations whose messages they can read.</summary>
/// <param name="Passwords">By account name.</param>
/// <param name="NewContact">What they would enter as their own.</param>
internal sealed record Walker(string Name, ImmutableDictionary<string, string> Passwords, ImmutableHashSet<string> Reads, string NewContact)
{
    /// <summary>The account they are after.</summary>
    public required string Wants { get; init; }

    public override string ToString() => Name;
}
