using System.Collections.Immutable;

namespace SecurityPortal.Domain;

// none ── StartReplacement ──▶ pending ── sign-in with old info, or a notice's button ──▶ cancelled
//                               │  ▲ └── Advance, once due ──▶ applied: the new info is all there is
//                               └──┘ a correction restarts the wait
public sealed partial class SecurityProfile
{
    /// <summary>The pending one and those that have ended, for as long as their ends matter.</summary>
    public ImmutableArray<Replacement> Replacements { get; private set; } = [];

    /// <summary>When replacements were started lately, corrections included (R-PEND-8).</summary>
    public ImmutableArray<DateTimeOffset> ReplacementStarts { get; private set; } = [];

    /// <summary>A cancelled replacement of which the owner has not yet said whether they had started it (R-PEND-5).</summary>
    public ReplacementId? Unexplained { get; private set; }

    public Replacement? Pending => Replacements.LastOrDefault(replacement => replacement.End is null);

    public DateTimeOffset? NextNoticeAt { get; private set; }

    /// <summary>When a replacement last took effect; null once a passkey or an app was added since.</summary>
    public DateTimeOffset? ReplacedAt { get; private set; }

    /// <param name="accountsOfPhone">How many other accounts a phone serves by now (R-METH-15).</param>
    public Refusal? StartReplacement(Asker by, SecurityPolicy policy, DateTimeOffset now, Func<Contact, int>? accountsOfPhone = null)
    {
        Advance(policy, now);
        if (WhyNoDraft(by, policy, now) is { } refusal)
            return refusal;

        if (DraftOf(by.Session) is not { IsReady: true } draft)
            return new Refusal.NoNewInfo();

        if (draft.Infos.Select(info => WhyServesTooMany(info.Contact, accountsOfPhone?.Invoke(info.Contact) ?? 0, policy)).FirstOrDefault(refused => refused is not null) is { } full)
            return full;

        if (policy.Replacement.NextStartAt(ReplacementStarts, now) is { } until)
            return new Refusal.TooManyStarts(until);

        ReplacementStarts = [.. ReplacementStarts.Where(start => now < start + ReplacementPolicy.StartsWithin), now];
        var corrected = Pending;
        Replacement started = new()
        {
            Id = corrected?.Id ?? ReplacementId.New(now),
            StartedAt = now,
            EndsAt = now + policy.Replacement.Wait,
            Infos = draft.Infos,
        };
        Begin(corrected, started, by, now);
        NextNoticeAt = policy.Replacement.Notices.Next(0, now);
        return null;
    }

    /// <summary>A notice's button. It acts for an old destination only, and for each only once in a while (R-PEND-4).</summary>
    public Refusal? CancelByLink(ReplacementId id, Contact destination, SecurityPolicy policy, DateTimeOffset now)
    {
        Advance(policy, now);
        if (Pending is not { } pending || pending.Id != id || !_methods.Exists(method => method.VerifiedAt is not null && method.Contact == destination))
            return new Refusal.NothingPending();

        var last = Replacements.LastOrDefault(ended => ended.End is { Outcome: ReplacementOutcome.CancelledByLink } end && end.By == destination.Key);
        if (last?.End is { } used && now < used.At + policy.Replacement.LinkPause)
            return new Refusal.LinkUsedUp(used.At + policy.Replacement.LinkPause);

        Cancel(pending, new(ReplacementOutcome.CancelledByLink, now, destination.Key));
        return null;
    }

    /// <summary><em>Cancel the update</em> in a full session takes a proof by old info that was given since it started.</summary>
    public Refusal? CancelReplacement(Asker by, SecurityPolicy policy, DateTimeOffset now)
    {
        Advance(policy, now);
        if (WhyNotFull(by) is { } refusal)
            return refusal;

        if (Pending is not { } pending)
            return new Refusal.NothingPending();

        if (ChangeProof(by.Session, policy, now) is not { } proof || proof.AnsweredAt < pending.StartedAt)
            return new Refusal.ProofNeeded();

        Cancel(pending, new(ReplacementOutcome.CancelledByUse, now), by.Session);
        return null;
    }

    private void Begin(Replacement? corrected, Replacement started, Asker by, DateTimeOffset now)
    {
        Replacements = corrected is null ? Replacements.Add(started) : Replacements.Replace(corrected, started);
        Drafts = [];
        ExplainSignIn(by.Session);
        DropChallenges(challenge => challenge.Purpose is Purpose.ConfirmNewInfo or Purpose.CorrectReplacement, now);
        TellOldAndNew(started, corrected is null
            ? new SecurityEvent.ReplacementStarted(started.EndsAt) { At = now, By = by.Session }
            : new SecurityEvent.ReplacementCorrected(started.EndsAt) { At = now, By = by.Session });

        if (corrected?.Infos.Where(info => started.Infos.All(kept => kept.Contact != info.Contact)).ToArray() is { Length: > 0 } dropped)
            _notices.Add(new(new SecurityEvent.NewInfoDropped { At = now }, [.. Destinations(dropped)]));
    }

    private void Cancel(Replacement pending, ReplacementEnd end, SessionId? by = null)
    {
        TellOldAndNew(pending, new SecurityEvent.ReplacementCancelled { At = end.At, By = by }, LinkUse.Report);
        Close(pending, end);
        Unexplained = pending.Id;
        ResumeReminder(end.At);
    }

    private void Close(Replacement pending, ReplacementEnd end)
    {
        Replacements = Replacements.Replace(pending, pending with { End = end });
        NextNoticeAt = null;
        Discard(draft => draft.Corrects == pending.Id, end.At);
        DropChallenges(challenge => challenge.Purpose == Purpose.CorrectReplacement, end.At);
    }

    private void TellOldAndNew(Replacement replacement, SecurityEvent happened, LinkUse old = LinkUse.CancelReplacement, LinkUse fresh = LinkUse.None) =>
        _notices.Add(new(happened, [.. Destinations(_ => old), .. Destinations(replacement.Infos, fresh)]));
}
