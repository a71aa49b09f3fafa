using Microsoft.EntityFrameworkCore;
using SecurityPortal.Domain;

namespace SecurityPortal.Service;

// What the workers call. Every request judges the present state itself, so a late or stopped worker changes no answer;
// it only means that notices go out later.
public sealed partial class SecurityInfoService
{
    /// <summary>Advances accounts in which something has fallen due; answers how many.</summary>
    public async Task<int> AdvanceDueAsync(PortalItself worker, int most, CancellationToken cancel)
    {
        var due = await DueAsync(most, cancel);
        await Task.WhenAll(due.Select(account => ChangeAsync(account, worker, (_, profile, policy, now) =>
        {
            profile.Advance(policy, now);
            return null;
        }, cancel)));
        return due.Count;
    }

    /// <summary>The next instant at which time alone changes something or a message is to be tried again.</summary>
    public async Task<DateTimeOffset?> NextDueAsync(PortalItself worker, CancellationToken cancel)
    {
        _ = worker;
        await using var context = await contexts.CreateDbContextAsync(cancel);
        var change = await context.Profiles.MinAsync(profile => profile.DueAt, cancel);
        var message = await context.Messages.Where(message => message.DueAt != null).MinAsync(message => message.DueAt, cancel);
        return (change, message) switch
        {
            (null, _) => message,
            (_, null) => change,
            var (one, other) => one < other ? one : other,
        };
    }

    /// <summary>Forgets what has served: links that no longer act, and doors nobody has knocked at for a day.</summary>
    public Task<int> ForgetAsync(PortalItself worker, CancellationToken cancel)
    {
        _ = worker;
        return writes.RunAsync(
            context =>
            {
                var now = clock.GetUtcNow();
                var yesterday = now - PasswordGate.Memory;
                return context.Links.Where(link => link.ExpiresAt <= now).ExecuteDelete()
                    + context.PasswordGates.Where(gate => gate.LastTryAt <= yesterday && (gate.BlockedUntil == null || gate.BlockedUntil <= now)).ExecuteDelete();
            },
            cancel);
    }

    private async Task<List<AccountId>> DueAsync(int most, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        await using var context = await contexts.CreateDbContextAsync(cancel);
        return await context.Profiles.Where(profile => profile.DueAt != null && profile.DueAt <= now).OrderBy(profile => profile.DueAt).Select(profile => profile.Id).Take(most).ToListAsync(cancel);
    }
}
