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

    /// <summary>
    /// The password, present or in force when everything was changed, opens a session that can only undo that change
    /// (R-RESTRICT-3).
    /// </summary>
    public async Task<SignInAnswer> BeginUndoAsync(Visitor visitor, string token, string password, CancellationToken cancel)
    {
        if (await FindLinkAsync(token, cancel) is not { Use: LinkUse.UndoRestriction } link
            || await ReadAsync(link.Account, clock.GetUtcNow(), cancel) is not { } known)
            return new(new Refusal.NoSuchLink(), null);

        var door = await LookUpAsync(known.NameKey, visitor, cancel);
        if (WhyShut(door, clock.GetUtcNow()) is { } shut)
            return await RecordAsync(visitor, known.NameKey, door, shut, cancel);

        if (!await passwords.IsRightAsync(known.PasswordHash, password, cancel)
            && !await passwords.IsRightAsync(known.Restriction?.PasswordHash, password, cancel))
            return await RefuseAsync(visitor, known.NameKey, door, cancel);

        var id = SessionId.New(clock.GetUtcNow());
        var refusal = await ChangeAsync(link.Account, visitor, (context, profile, policy, now) =>
        {
            var refused = PassGate(context, profile, known, visitor, now);
            context.SignIns.Add(EventOf(visitor, profile, link.Method, PasswordCauseOf(refused), now));
            return refused ?? profile.OpenUndoSession(NewSession(id, visitor, now), link.Method, policy, now);
        }, cancel);
        return new(refusal, refusal is null ? Owner.Of(link.Account, id, visitor) : null);
    }

    /// <param name="wasNotOwner">False keeps both the old and the new info; true throws the new info out.</param>
    public Task<Refusal?> UndoRestrictionAsync(Owner owner, ChallengeId challenge, string typed, bool wasNotOwner, CancellationToken cancel) =>
        ChangeAsync(owner, (profile, policy, now) =>
        {
            var method = MethodOf(profile, owner, challenge);
            return Prove(profile, owner, Purpose.UndoRestriction, challenge, typed, now)
                ?? profile.UndoRestriction(owner.Asker, method, wasNotOwner, policy, now);
        }, cancel);

    private async Task<NoticeLink?> FindLinkAsync(string token, CancellationToken cancel)
    {
        var hashes = codes.HashesOf(token);
        var now = clock.GetUtcNow();
        await using var context = await contexts.CreateDbContextAsync(cancel);
        return await context.Links.AsNoTracking().SingleOrDefaultAsync(link => hashes.Contains(link.TokenHash) && link.ExpiresAt > now, cancel);
    }
}
