using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using SecurityPortal.Domain;

namespace SecurityPortal.Service;

public sealed partial class SecurityInfoService
{
    /// <summary>All that this session may see; null when it has ended.</summary>
    public async Task<SecurityOverview?> OverviewAsync(Owner owner, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        if (await ReadAsync(owner.Account, now, cancel) is not { } profile || profile.Find(owner.Session) is not { } session)
            return null;

        var told = profile.Pending is { } pending ? await TellingsAsync(owner.Account, pending, session.FullAt is not null, cancel) : [];
        return new OverviewMaker(profile, session, owner.Source, Policy, now).Make(told);
    }

    private async Task<ImmutableArray<TellingView>> TellingsAsync(AccountId account, Replacement pending, bool isFull, CancellationToken cancel)
    {
        await using var context = await contexts.CreateDbContextAsync(cancel);
        var told = await context.Messages.AsNoTracking()
            .Where(message => message.Account == account && message.CreatedAt >= pending.StartedAt && message.Kind.StartsWith("Replacement"))
            .OrderBy(message => message.CreatedAt)
            .ToListAsync(cancel);
        return
        [
            .. told.Select(message => new TellingView(
                message.Channel,
                Shown(ContactOf(message), isFull),
                pending.Infos.Any(info => info.Id == message.Method),
                message.CreatedAt,
                message.Stage)),
        ];
    }

    private static Contact ContactOf(Message message) =>
        new(message.Channel == Channel.Email ? ContactKind.Email : ContactKind.Phone, message.To);

    private static string Shown(Contact contact, bool isFull) => OverviewMaker.Shown(contact, isFull);
}
