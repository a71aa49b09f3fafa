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

/// <summary>What came of the rows of a file.</summary>
public sealed record ImportCounts(int Added, int AlreadyThere, int Refused);

/// <summary>Either why not, or what came of it.</summary>
public sealed record ImportAnswer(Refusal? Refusal, ImportOutcome? Outcome);

public sealed partial class SecurityInfoService
{
    /// <summary>Makes an account unless one of that name exists; that one stays as it is (R-HELP-11).</summary>
    public async Task<ImportAnswer> ImportAsync(
        PortalItself command, AccountImport import, bool isDryRun, CancellationToken cancel)
    {
        if (import.Password is { } password && Policy.Passwords.FaultOf(password, import.Details.Name) is { } fault)
            return new(new Refusal.WeakPassword(fault, Policy.Passwords.MinLength), null);

        if (import.ToConfirm.Select(contact => SecurityProfile.WhyNoCodesTo(contact, Policy)).FirstOrDefault(refusal => refusal is not null) is { } refusal)
            return new(refusal, null);

        return new(null, await AddAsync(command, import, isDryRun, cancel));
    }

    /// <summary>A file has been gone through: what came of it as a whole stands in the audit log, where it made any account.</summary>
    public Task NoteImportAsync(PortalItself command, ImportCounts counts, CancellationToken cancel) => counts.Added == 0
        ? Task.CompletedTask
        : writes.RunAsync(
            context =>
            {
                AuditLog.Append(context, command, AuditEntries.Imported(counts), clock.GetUtcNow());
                return true;
            },
            cancel);

    private async Task<ImportOutcome> AddAsync(PortalItself command, AccountImport import, bool isDryRun, CancellationToken cancel)
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
                AuditLog.Append(context, command, AuditEntries.Imported(profile, import), now);
                return ImportOutcome.Added;
            },
            cancel);
    }

    private async Task<bool> IsThereAsync(string nameKey, CancellationToken cancel)
    {
        await using var context = await contexts.CreateDbContextAsync(cancel);
        return await context.Profiles.AnyAsync(profile => profile.NameKey == nameKey, cancel);
    }
}
