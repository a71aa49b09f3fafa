using SecurityPortal.Domain;

namespace SecurityPortal.Service;

/// <summary>One person of a rehearsal.</summary>
/// <param name="LastSignIn">How long ago; null when never.</param>
public sealed record DemoAccount(
    AccountDetails Details, string Password, IReadOnlyList<Contact> Methods, TimeSpan? LastSignIn, string Note)
{
    /// <summary>Of an authenticator app that a rehearsal plays; null for who has none.</summary>
    public byte[]? AppSeed { get; init; }

    internal SecurityProfile Open(string? hash, AppSeeds seeds, DateTimeOffset now)
    {
        var begun = now - (LastSignIn ?? TimeSpan.Zero);
        var profile = SecurityProfile.Open(AccountId.New(now), Details, hash, now);

        // A tick apart, so that they are listed in the order in which they are given.
        foreach (var (place, contact) in Methods.Index())
        {
            var added = begun.AddTicks(place);
            profile.Grant(SecurityMethod.Verified(MethodId.New(now), contact, Details.Language, added, begun), begun);
        }

        if (AppSeed is not null)
        {
            var app = MethodId.New(now);
            profile.Grant(SecurityMethod.BoundApp(app, seeds.Seal(AppSeed, profile.Id, app), begun.AddTicks(Methods.Count)), begun);
        }

        return profile;
    }
}
