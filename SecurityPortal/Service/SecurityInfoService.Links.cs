using Microsoft.EntityFrameworkCore;
using SecurityPortal.Domain;

namespace SecurityPortal.Service;

/// <summary>What a notice's link can do now. It shows no data of the account (R-PEND-4).</summary>
/// <param name="IsOver">What it could cancel or undo is cancelled, undone or in force already.</param>
public sealed record LinkView(LinkUse Use, string Event, bool IsReported, bool IsOver);

// A link opens a page that changes nothing; only the page's buttons act.
public sealed partial class SecurityInfoService
{
    public async Task<LinkView?> LookAtLinkAsync(Visitor visitor, string token, CancellationToken cancel)
    {
        _ = visitor;
        return await FindLinkAsync(token, cancel) is { } link
            ? new(link.Use, link.Event, link.ReportedAt is not null, IsOver(link, await ReadAsync(link.Account, clock.GetUtcNow(), cancel)))
            : null;
    }

    private static bool IsOver(NoticeLink link, SecurityProfile? profile) => link.Use switch
    {
        LinkUse.CancelReplacement => profile?.Pending is not { } pending || pending.Id != link.Replacement,
        LinkUse.UndoRestriction => profile?.Restriction?.Went.Contains(link.Method) != true,
        _ => false,
    };

    public async Task<Refusal?> CancelByLinkAsync(Visitor visitor, string token, CancellationToken cancel)
    {
        if (await FindLinkAsync(token, cancel) is not { Use: LinkUse.CancelReplacement, Replacement: { } replacement } link)
            return new Refusal.NoSuchLink();

        return await ChangeAsync(link.Account, visitor, (_, profile, policy, now) => profile.CancelByLink(replacement, link.Destination, policy, now), cancel);
    }

    /// <summary><em>This wasn't me</em>: recorded, and the session that made the change ends.</summary>
    public async Task<Refusal?> ReportByLinkAsync(Visitor visitor, string token, CancellationToken cancel)
    {
        if (await FindLinkAsync(token, cancel) is not { } found)
            return new Refusal.NoSuchLink();

        return await ChangeAsync(found.Account, visitor, (context, profile, policy, now) =>
        {
            if (context.Links.SingleOrDefault(stored => stored.TokenHash == found.TokenHash) is not { } link)
                return new Refusal.NoSuchLink();

            if (link.ReportedAt is not null)
                return null;

            link.ReportedAt = now;
            context.SignIns.Add(EventOf(visitor, profile, link.Method, SignInCause.ReportedNotMine, now));

            // A destination that was removed only reports (R-RESTRICT-3).
            if (!profile.Methods.Any(method => method.Id == link.Method && method.IsConfirmed))
                return null;

            if (link is { Use: LinkUse.Report, Session: { } session })
                profile.EndReportedSession(session, policy, now);
            if (link.Event == nameof(SecurityEvent.PasswordReset))
                profile.StopReset(link.CreatedAt, policy, now);
            return null;
        }, cancel);
    }

    private async Task<NoticeLink?> FindLinkAsync(string token, CancellationToken cancel)
    {
        var hashes = codes.HashesOf(token);
        var now = clock.GetUtcNow();
        await using var context = await contexts.CreateDbContextAsync(cancel);
        return await context.Links.AsNoTracking().SingleOrDefaultAsync(link => hashes.Contains(link.TokenHash) && link.ExpiresAt > now, cancel);
    }
}
