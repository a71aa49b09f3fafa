using Microsoft.EntityFrameworkCore;
using SecurityPortal.Domain;

namespace SecurityPortal.Service;

public sealed partial class SecurityInfoService
{
    /// <summary>
    /// How far the latest message of a code has come; null when the code is not this session's. It is asked every second by
    /// pages that merely stand open, and so is no use of the session.
    /// </summary>
    public async Task<CodeWay?> CodeWayAsync(Owner owner, ChallengeId challenge, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        if (await ReadAsync(owner.Account, now, cancel) is not { } profile || profile.Find(owner.Session) is not { } session
            || profile.Challenges.FirstOrDefault(asked => asked.Id == challenge && asked.Session == owner.Session) is not { } asked)
            return null;

        await _channels.ReadAsync(contexts, now, cancel);
        await _regions.ReadAsync(contexts, now, cancel);
        var message = await NewestOfAsync(challenge, cancel);
        var way = message is null ? null : new OverviewMaker(profile, session, owner.Asker, [], _channels, _regions.Of(owner, now), Policy, now).Way(asked, message);
        return way is null ? null : messages.Sign(way, message!.Language);
    }

    /// <summary>The same of the code by which an address is disowned, for whoever has the link of the mail; null while none is out.</summary>
    public async Task<CodeWay?> DisowningWayAsync(Visitor visitor, string token, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        return await FindCodeMailAsync(token, cancel) is var (account, mail)
            && await ReadAsync(account, now, cancel) is { } profile
            && profile.OpenDisowning(mail, now) is { } asked
            && await NewestOfAsync(asked.Id, cancel) is { } message
                ? messages.Sign(OverviewMaker.MaskedWay(profile, asked, message, mail, visitor.Source, now), message.Language)
                : null;
    }

    private async Task<Message?> NewestOfAsync(ChallengeId challenge, CancellationToken cancel)
    {
        await using var context = await contexts.CreateDbContextAsync(cancel);
        return await context.Messages.AsNoTracking()
            .Where(message => message.Challenge == challenge)
            .OrderByDescending(message => message.CreatedAt).ThenByDescending(message => message.Id)
            .FirstOrDefaultAsync(cancel);
    }
}
