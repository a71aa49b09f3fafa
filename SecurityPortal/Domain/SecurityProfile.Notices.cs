using System.Collections.Immutable;

namespace SecurityPortal.Domain;

// What is to be sent because of a change. It is stored in the same transaction as the change itself (R-DEL-1).
public sealed partial class SecurityProfile
{
    private readonly List<Notice> _notices = [];
    private readonly List<CodeDispatch> _dispatches = [];
    private readonly List<ChallengeId> _endedChallenges = [];
    private readonly List<SentFrom> _answered = [];

    /// <summary>The codes that a request wants to be sent, before anything has been taken of them.</summary>
    public IReadOnlyList<CodeDispatch> PeekDispatches() => _dispatches;

    public ImmutableArray<Notice> TakeNotices() => Take(_notices);

    public ImmutableArray<CodeDispatch> TakeDispatches() => Take(_dispatches);

    /// <summary>The sendings of codes that were answered rightly, which no source is charged with any more (R-BLOCK-7).</summary>
    public ImmutableArray<SentFrom> TakeAnswered() => Take(_answered);

    /// <summary>
    /// Gives the codes that are to be sent their turns; a refusal means that one of them would come too late. The waits for
    /// another code begin when this one leaves. Notices never wait.
    /// </summary>
    public Refusal? TakeTurns(Func<CodeDispatch, TurnAnswer> take)
    {
        for (var i = 0; i < _dispatches.Count; i++)
        {
            var dispatch = _dispatches[i];
            var (at, refusal) = take(dispatch);
            if (refusal is not null)
                return refusal;

            if (at is not { } turn)
                continue;

            var sent = dispatch.Challenge with { LastSentAt = turn };
            Challenges = Challenges.Replace(dispatch.Challenge, sent);
            _dispatches[i] = dispatch with { Challenge = sent, TurnAt = turn };
        }

        return null;
    }

    /// <summary>Challenges that have ended, whose codes are to be wiped from the messages (R-CODE-4).</summary>
    public ImmutableArray<ChallengeId> TakeEndedChallenges() => Take(_endedChallenges);

    private static ImmutableArray<T> Take<T>(List<T> items)
    {
        ImmutableArray<T> taken = [.. items];
        items.Clear();
        return taken;
    }

    /// <summary>Freezes who hears of it at this instant, so that a removed address is told of its own removal.</summary>
    private void Tell(SecurityEvent happened, LinkUse link = LinkUse.Report) =>
        _notices.Add(new(happened, Destinations(_ => link)));

    private ImmutableArray<Recipient> Destinations(Func<SecurityMethod, LinkUse> link) => [.. Destinations(IsTold, link)];

    private IEnumerable<Recipient> Destinations(Func<SecurityMethod, bool> which, Func<SecurityMethod, LinkUse> link) =>
        _methods.Where(method => method is { VerifiedAt: not null, IsDestination: true } && which(method)).Select(method => new Recipient(method.Id, method.Contact, method.Language, link(method)));

    /// <summary>
    /// What was reported lost is perhaps read by a thief, and hears no more. But where everything was changed by that, it was
    /// perhaps the thief who reported it, and what went is told and can undo it (R-RESTRICT-3).
    /// </summary>
    private bool IsTold(SecurityMethod method) =>
        method.ClearedAt is null && (method.LostAt is null || Restriction?.Went.Contains(method.Id) == true);

    private static IEnumerable<Recipient> Destinations(IEnumerable<NewInfo> infos, LinkUse link = LinkUse.None) =>
        infos.Select(info => new Recipient(info.Id, info.Contact, info.Language, link));
}
