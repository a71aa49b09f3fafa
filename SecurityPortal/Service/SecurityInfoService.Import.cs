using Microsoft.EntityFrameworkCore;
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

/// <summary>Either why not, or what came of it.</summary>
public sealed record ImportAnswer(Refusal? Refusal, ImportOutcome? Outcome);

public sealed partial class SecurityInfoService
{
    /// <summary>Makes an account unless one of that name exists, whose password, methods and roles stay as they are (R-HELP-11).</summary>
    public async Task<ImportAnswer> ImportAsync(PortalItself command, AccountImport import, bool isDryRun, CancellationToken cancel)
    {
        _ = command;
        if (import.Password is { } password && Policy.Passwords.FaultOf(password, import.Details.Name) is { } fault)
            return new(new Refusal.WeakPassword(fault), null);

        return new(null, await AddAsync(import, isDryRun, cancel));
    }

    private async Task<ImportOutcome> AddAsync(AccountImport import, bool isDryRun, CancellationToken cancel)
    {
        var key = AccountName.KeyOf(import.Details.Name);
        if (await IsThereAsync(key, cancel))
            return ImportOutcome.AlreadyThere;

        if (isDryRun)
            return ImportOutcome.WouldBeAdded;

        // Hashing is slow on purpose, so it is left for those who need it, and kept out of the write queue.
        var hash = import.Password is null ? null : await passwords.HashAsync(import.Password, cancel);
        return await writes.RunAsync(
            context =>
            {
                if (context.Profiles.Any(profile => profile.NameKey == key))
                    return ImportOutcome.AlreadyThere;

                var now = clock.GetUtcNow();
                var profile = SecurityProfile.Open(AccountId.New(now), import.Details, hash, now);
                profile.Suggest(import.ToConfirm);
                context.Profiles.Add(profile);
                return ImportOutcome.Added;
            },
            cancel);
    }

    private async Task<bool> IsThereAsync(string nameKey, CancellationToken cancel)
    {
        await using var context = await contexts.CreateDbContextAsync(cancel);
        return await context.Profiles.AnyAsync(profile => profile.NameKey == nameKey, cancel);
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
