using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using SecurityPortal.Domain;
using SecurityPortal.Service;

namespace SecurityPortal.Tests.Walks;

/// <summary>Reads every message that leaves, and notes in the ledger which code or link it carries, for whom.</summary>
internal sealed partial class Witness(Scene scene)
{
    private readonly HashSet<Guid> _read = [];
    private DateTimeOffset _since;

    /// <summary>What is wrong with what was sent: a code that goes elsewhere, or that nobody can have asked for.</summary>
    public async Task<ImmutableArray<string>> ReadAsync(ImmutableArray<SecurityProfile> accounts, ImmutableArray<Deed> deeds)
    {
        var since = _since;
        _since = scene.Portal.Now;
        var messages = await scene.Portal.ReadAsync(context => context.Messages.AsNoTracking()
            .Where(message => message.Account != null && scene.Ids.Contains(message.Account.Value) && message.CreatedAt >= since).OrderBy(message => message.Id).ToListAsync());
        List<string> faults = [];
        foreach (var message in messages.Where(message => _read.Add(message.Id)))
        {
            var account = accounts.Single(account => account.Id == message.Account);
            if (message.Payload is not { } payload || scene.Portal.Messages.Unseal(payload) is not { } content)
                continue;

            if (message.Challenge is { } challenge)
                faults.AddRange(Note(account, message, account.Challenges.Single(sent => sent.Id == challenge), content, deeds));
            else
                await NoteLinksAsync(message, content);
        }

        return [.. faults];
    }

    private IEnumerable<string> Note(SecurityProfile account, Message message, Challenge challenge, MessageContent content, ImmutableArray<Deed> deeds)
    {
        if (!scene.Ledger.Codes.TryAdd(challenge.Id, new(challenge.Id, account.Id, challenge.Session, challenge.Purpose, challenge.Method, message.To, content.Code!, challenge.ExpiresAt)))
            yield break;

        if (message.To != DestinationIn(account, challenge))
            yield return $"a code for {challenge.Method} went to {message.To}";

        if (!deeds.Any(deed => deed.As?.Session == challenge.Session))
            yield return "a code was sent for a session that did nothing";
    }

    private static string? DestinationIn(SecurityProfile account, Challenge challenge) =>
        account.Methods.FirstOrDefault(method => method.Id == challenge.Method)?.Value
        ?? account.DraftOf(challenge.Session)?.Infos.FirstOrDefault(info => info.Id == challenge.Method)?.Value
        ?? account.Pending?.Infos.FirstOrDefault(info => info.Id == challenge.Method)?.Value;

    private async Task NoteLinksAsync(Message message, MessageContent content)
    {
        var words = message.Channel == Channel.Email ? content.Links.Select(link => link.Split('/')[^1]) : Words().Matches(content.Text).Select(word => word.Value);
        foreach (var token in words)
        {
            var hash = scene.Portal.Codes.HashToken(token);
            if (await scene.Portal.ReadAsync(context => context.Links.AsNoTracking().SingleOrDefaultAsync(link => link.TokenHash == hash)) is { } link)
                scene.Ledger.Links[token] = new(token, link.Account, link.Use, link.Method, message.To, link.Replacement);
        }
    }

    [GeneratedRegex(@"\b[a-hj-km-np-z2-9]{10}\b")]
    private static partial Regex Words();
}
