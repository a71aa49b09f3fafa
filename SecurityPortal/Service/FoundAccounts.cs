using System.Collections.Immutable;
using SecurityPortal.Domain;

namespace SecurityPortal.Service;

/// <summary>What staff find; of a number or address that was looked for only whose it is (R-HELP-1).</summary>
/// <param name="HasMore">More accounts match than are shown.</param>
public sealed record FoundAccounts(Refusal? Refusal, ImmutableArray<FoundAccount> Accounts, bool HasMore = false)
{
    public static readonly FoundAccounts None = new(null, []);

    /// <summary>What was typed can be a part of a name, too: that takes a little longer, and is asked for by itself.</summary>
    public bool HasParts { get; init; }
}

public sealed record FoundAccount(AccountId Id, string Name, string DisplayName, bool IsStaff, FoundBy By);

/// <summary>Why an account is among those that were found.</summary>
public enum FoundBy
{
    Name,
    Contact,
    Request,
    Case,
}
