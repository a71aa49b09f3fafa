using System.Collections.Immutable;

namespace SecurityPortal.Domain;

/// <summary>Whose sign-in a new mailbox shares, so that opening it may sign the reader out of where they are (R-METH-7).</summary>
public enum SharedSignIn
{
    /// <summary>The account's own system.</summary>
    Organisation,

    /// <summary>That of all mailboxes of one provider.</summary>
    Provider,
}

/// <param name="Organisation">The domains of this portal's organisation.</param>
/// <param name="Providers">The domains whose mailboxes sign people in and out of one another, a group each.</param>
public sealed record SameSystemPolicy(ImmutableHashSet<string> Organisation, ImmutableArray<ImmutableHashSet<string>> Providers)
{
    /// <param name="accountName">An account called like a mailbox is one of that mailbox's system.</param>
    public SharedSignIn? Of(Contact contact, string accountName)
    {
        if (contact.Kind != MethodKind.Email)
            return null;

        var domain = DeliveryArea.Of(contact).Name;
        if (Organisation.Contains(domain) || accountName.EndsWith($"@{domain}", StringComparison.OrdinalIgnoreCase))
            return SharedSignIn.Organisation;

        return Providers.Any(group => group.Contains(domain)) ? SharedSignIn.Provider : null;
    }
}
