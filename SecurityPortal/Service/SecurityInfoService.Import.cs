using SecurityPortal.Domain;

namespace SecurityPortal.Service;

/// <summary>One person to be imported.</summary>
/// <param name="ToConfirm">Contacts that are offered when the person registers, and count for nothing before.</param>
public sealed record AccountImport(AccountDetails Details, string? Password, IReadOnlyList<Contact> ToConfirm);

public enum ImportOutcome
{
    Added,
    WouldBeAdded,
    AlreadyThere,
}

public sealed partial class SecurityInfoService
{
    /// <summary>Makes an account unless one of that name exists, whose password, methods and roles stay as they are (R-HELP-11).</summary>
    public async Task<ImportOutcome> ImportAsync(PortalItself command, AccountImport import, bool isDryRun, CancellationToken cancel)
    {
        _ = command;
        var key = AccountName.KeyOf(import.Details.Name);
        var hash = import.Password is null || isDryRun ? null : await passwords.HashAsync(import.Password, cancel);
        return await writes.RunAsync(
            context =>
            {
                if (context.Profiles.Any(profile => profile.NameKey == key))
                    return ImportOutcome.AlreadyThere;

                if (isDryRun)
                    return ImportOutcome.WouldBeAdded;

                var now = clock.GetUtcNow();
                var profile = SecurityProfile.Open(AccountId.New(now), import.Details, hash, now);
                profile.Suggest(import.ToConfirm);
                context.Profiles.Add(profile);
                return ImportOutcome.Added;
            },
            cancel);
    }

    /// <summary>Makes accounts with methods that count as established, on a store that has none: for rehearsals.</summary>
    public Task<bool> SeedAsync(PortalItself rehearsal, IReadOnlyList<DemoAccount> accounts, CancellationToken cancel)
    {
        _ = rehearsal;
        return SeedAsync(accounts, cancel);
    }

    private async Task<bool> SeedAsync(IReadOnlyList<DemoAccount> accounts, CancellationToken cancel)
    {
        var hash = accounts.Count == 0 ? null : await passwords.HashAsync(accounts[0].Password, cancel);
        return await writes.RunAsync(
            context =>
            {
                if (context.Profiles.Any())
                    return false;

                var now = clock.GetUtcNow();
                foreach (var account in accounts)
                    context.Profiles.Add(account.Open(hash, now));
                return true;
            },
            cancel);
    }
}

/// <param name="LastSignIn">How long ago; null when never.</param>
public sealed record DemoAccount(AccountDetails Details, string Password, IReadOnlyList<Contact> Methods, TimeSpan? LastSignIn, string Note)
{
    internal SecurityProfile Open(string? hash, DateTimeOffset now)
    {
        var begun = now - (LastSignIn ?? TimeSpan.Zero);
        var profile = SecurityProfile.Open(AccountId.New(now), Details, hash, now);

        // A tick apart, so that they are listed in the order in which they are given.
        foreach (var (place, contact) in Methods.Index())
            profile.Grant(SecurityMethod.Verified(MethodId.New(now), contact, Details.Language, begun.AddTicks(place), begun), begun);
        return profile;
    }
}
