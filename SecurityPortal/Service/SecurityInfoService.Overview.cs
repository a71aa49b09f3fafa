using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using SecurityPortal.Domain;

namespace SecurityPortal.Service;

public sealed partial class SecurityInfoService
{
    private static readonly string[] s_tellOfIt =
    [
        nameof(SecurityEvent.ReplacementStarted),
        nameof(SecurityEvent.ReplacementReminder),
        nameof(SecurityEvent.ReplacementCorrected),
        nameof(SecurityEvent.ReplacementCancelled),
        nameof(SecurityEvent.ReplacementApplied),
    ];

    /// <summary>All that this session may see; null when it has ended.</summary>
    public async Task<SecurityOverview?> OverviewAsync(Owner owner, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        if (await ReadAsync(owner.Account, now, cancel) is not { } profile || profile.Find(owner.Session) is not { } session)
            return null;

        var told = profile.Pending is { } pending
            ? await TellingsAsync(owner.Account, pending, session.FullAt is not null, cancel)
            : [];
        await _channels.ReadAsync(contexts, now, cancel);
        await _regions.ReadAsync(contexts, now, cancel);
        var outside = await OutsideBlocksAsync(profile, owner, now, cancel);
        return new OverviewMaker(profile, session, owner.Asker, outside, _channels, _regions.Of(owner, now), Policy, now).Make(told);
    }

    private async Task<ImmutableArray<TellingView>> TellingsAsync(
        AccountId account, Replacement pending, bool isFull, CancellationToken cancel)
    {
        await using var context = await contexts.CreateDbContextAsync(cancel);
        var told = await context.Messages
            .Where(message => message.Account == account && message.CreatedAt >= pending.StartedAt)
            .Where(message => s_tellOfIt.Contains(message.Kind))
            .OrderBy(message => message.CreatedAt)
            .Select(message => new
            {
                message.Channel,
                message.To,
                message.Method,
                message.CreatedAt,
                message.Stage,
            })
            .ToListAsync(cancel);
        return
        [
            .. told.Select(message => new TellingView(
                message.Channel,
                OverviewMaker.Shown(ContactOf(message.Channel, message.To), isFull),
                pending.Infos.Any(info => info.Id == message.Method),
                message.CreatedAt,
                message.Stage)),
        ];
    }

    private static Contact ContactOf(Channel channel, string to) =>
        new(channel is Channel.Email ? MethodKind.Email : MethodKind.Phone, to);
}
