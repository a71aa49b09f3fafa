using Microsoft.EntityFrameworkCore;
using SecurityPortal.Domain;
using SecurityPortal.Storage;

namespace SecurityPortal.Service;

// What the workers call. Every request judges the present state itself, so a late or stopped worker changes no answer;
// it only means that notices go out later.
public sealed partial class SecurityInfoService
{
    /// <summary>Of each kind at once: the write queue is not to be held for long.</summary>
    private const int MostForgotten = 1_000;

    /// <summary>Accounts in which something has fallen due, those that wait longest first.</summary>
    public async Task<IReadOnlyList<AccountId>> DueAsync(PortalItself worker, int skip, int most, CancellationToken cancel)
    {
        _ = worker;
        var now = clock.GetUtcNow();
        await using var context = await contexts.CreateDbContextAsync(cancel);
        return await context.Profiles
            .Where(profile => profile.DueAt != null && profile.DueAt <= now)
            .OrderBy(profile => profile.DueAt).ThenBy(profile => profile.Id)
            .Select(profile => profile.Id)
            .Skip(skip).Take(most)
            .ToListAsync(cancel);
    }

    /// <summary>Lets happen in one account what time has brought.</summary>
    public Task<Refusal?> AdvanceAsync(PortalItself worker, AccountId account, CancellationToken cancel) =>
        ChangeAsync(account, worker, (_, profile, policy, now) =>
        {
            profile.Advance(policy, now);
            return null;
        }, cancel);

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

    /// <summary>
    /// Forgets some of what has served: links that no longer act, doors nobody has knocked at for a day and whose last
    /// block lies long back, counts that count no more, sign-ins, activity, messages and audit records that have been kept
    /// for as long as the settings say. Answers how many.
    /// </summary>
    public Task<int> ForgetAsync(PortalItself worker, CancellationToken cancel)
    {
        _ = worker;
        return writes.RunAsync(
            context =>
            {
                var now = clock.GetUtcNow();
                return ForgetLinks(context, now) + ForgetGates(context, now)
                    + ForgetSignIns(context, now) + ForgetActivity(context, now) + ForgetMessages(context, now) + ForgetAudit(context, now)
                    + ForgetThrottles(context, now) + ForgetCeremonies(context, now) + ForgetResets(context, now) + ForgetRequests(context, now);
            },
            cancel);
    }

    private static int ForgetLinks(PortalContext context, DateTimeOffset now) =>
        context.Links.Where(link => link.ExpiresAt <= now).OrderBy(link => link.ExpiresAt).Take(MostForgotten).ExecuteDelete();

    private static int ForgetGates(PortalContext context, DateTimeOffset now)
    {
        var yesterday = now - PasswordGate.Memory;
        var monthAgo = now - BlockPolicy.Memory;
        return context.PasswordGates
            .Where(gate => gate.LastTryAt <= yesterday && (gate.BlockedUntil == null || gate.BlockedUntil <= monthAgo))
            .OrderBy(gate => gate.LastTryAt).Take(MostForgotten)
            .ExecuteDelete();
    }

    /// <summary>Nothing on them counts any more, and no block stands or makes the next one longer (R-BLOCK-2).</summary>
    private static int ForgetThrottles(PortalContext context, DateTimeOffset now)
    {
        var yesterday = now - LimitPolicy.Day;
        var ended = now - BlockPolicy.Memory;
        return context.Throttles
            .Where(throttle => throttle.LastAt <= yesterday && (throttle.BlockedSince == null || throttle.BlockedUntil <= ended))
            .OrderBy(throttle => throttle.LastAt).Take(MostForgotten)
            .ExecuteDelete();
    }

    private static int ForgetCeremonies(PortalContext context, DateTimeOffset now) =>
        context.SpentCeremonies.Where(spent => spent.EndsAt <= now).OrderBy(spent => spent.EndsAt).Take(MostForgotten).ExecuteDelete();

    private static int ForgetResets(PortalContext context, DateTimeOffset now)
    {
        var over = now - PasswordReset.Life;
        return context.PasswordResets.Where(reset => reset.StartedAt <= over).OrderBy(reset => reset.StartedAt).Take(MostForgotten).ExecuteDelete();
    }

    /// <summary>Codes to applicants that were never entered, and requests that never got further (R-CODE-4).</summary>
    private static int ForgetRequests(PortalContext context, DateTimeOffset now)
    {
        var yesterday = now - LimitPolicy.Day;
        foreach (var message in context.Messages.Where(message => message.Account == null && message.Kind == Message.CodeKind && message.Payload != null && message.ExpiresAt <= now).Take(MostForgotten).ToList())
            message.Drop(now);
        return context.RecoveryRequests.Where(request => request.State == RecoveryState.Unproved && request.OpenedAt <= yesterday).Take(MostForgotten).ExecuteDelete();
    }

    // Keys rise with time, so the oldest are found by them, without an index that every sign-in would have to pay for.
    private int ForgetSignIns(PortalContext context, DateTimeOffset now)
    {
        var until = now - Retention.SignIns;
        return context.SignIns
            .OrderBy(happened => happened.Id).Take(MostForgotten)
            .Where(happened => happened.At <= until)
            .ExecuteDelete();
    }

    private int ForgetActivity(PortalContext context, DateTimeOffset now)
    {
        var until = now - Retention.SignIns;
        return context.Activity
            .OrderBy(entry => entry.Id).Take(MostForgotten)
            .Where(entry => entry.At <= until)
            .ExecuteDelete();
    }

    /// <summary>One that was given up, or whose report never came, ended at the latest when a notice's life did.</summary>
    private int ForgetMessages(PortalContext context, DateTimeOffset now)
    {
        var until = now - Retention.Messages;
        var begun = until - Message.NoticeLife;
        return context.Messages
            .OrderBy(message => message.Id).Take(MostForgotten)
            .Where(message => message.DueAt == null)
            .Where(message => message.HandedOverAt <= until || (message.HandedOverAt == null && message.CreatedAt <= begun))
            .ExecuteDelete();
    }
}
