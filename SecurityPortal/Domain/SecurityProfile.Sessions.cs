using System.Collections.Immutable;

namespace SecurityPortal.Domain;

public sealed partial class SecurityProfile
{
    /// <summary>How often use of a session is written down.</summary>
    public static readonly TimeSpan TouchEvery = TimeSpan.FromSeconds(10);

    public ImmutableArray<Session> Sessions { get; private set; } = [];

    public Session? Find(SessionId id) => Sessions.FirstOrDefault(session => session.Id == id);

    /// <summary>A right password opens a limited session: it proves nothing yet but the password.</summary>
    public void OpenLimitedSession(Session session, SecurityPolicy policy, DateTimeOffset now)
    {
        Advance(policy, now);
        var limited = Sessions.Where(other => other is { FullAt: null, UndoesWith: null }).ToArray();
        var crowd = limited.Where(other => other.Source == session.Source).ToArray();
        if (crowd.Length >= SessionPolicy.LimitedPerSource)
            Forget(crowd[0]);
        else if (limited.Length >= SessionPolicy.LimitedInAll)
            Forget(OldestOfMost(limited));

        Sessions = Sessions.Add(session with { Reminds = ReminderCauses(policy, now) });
        if (session.PasswordAt is not null)
            TakePassword(session, now);
        BeginSignIn(session, policy, now);
    }

    /// <summary>Whoever got no further than the password there goes no further.</summary>
    public void EndLimitedSessionsAt(string source)
    {
        foreach (var session in Sessions.Where(session => session.FullAt is null && session.Source == source))
            Forget(session);
    }

    // Room is made where there are most: whoever knows the password and comes from many places must not push out the owner.
    private static Session OldestOfMost(Session[] limited) =>
        limited.GroupBy(session => session.Source).MaxBy(source => source.Count())!.First();

    /// <summary>Keeps a session from idling out.</summary>
    public Refusal? Touch(Asker by, SecurityPolicy policy, DateTimeOffset now)
    {
        Advance(policy, now);
        if (Find(by.Session) is not { } session)
            return new Refusal.SignedOut();

        if (now - session.LastUsedAt >= TouchEvery)
            Replace(session with { LastUsedAt = now });
        return null;
    }

    public Refusal? EndSession(Asker by, SessionId ended, SecurityPolicy policy, DateTimeOffset now)
    {
        Advance(policy, now);
        if (Find(by.Session) is not { } session)
            return new Refusal.SignedOut();

        if (ended != by.Session && session.FullAt is null)
            return new Refusal.NotFullySignedIn();

        if (Find(ended) is { } found)
            Forget(found);
        return null;
    }

    public Refusal? EndOtherSessions(Asker by, SecurityPolicy policy, DateTimeOffset now)
    {
        Advance(policy, now);
        if (WhyNotFull(by) is { } refusal)
            return refusal;

        EndSessionsBut(by.Session);
        return null;
    }

    /// <summary>This one too: whoever leaves a strange machine for good.</summary>
    public Refusal? EndAllSessions(Asker by, SecurityPolicy policy, DateTimeOffset now)
    {
        Advance(policy, now);
        if (WhyNotFull(by) is { } refusal)
            return refusal;

        EndSessionsBut(null);
        return null;
    }

    /// <summary>What a notice's <em>This wasn't me</em> does to the session that made the change, and to its browser.</summary>
    public void EndReportedSession(SessionId reported, SecurityPolicy policy, DateTimeOffset now)
    {
        Advance(policy, now);
        ForgetBrowserOf(reported, now);
        if (FindNamed(reported) is { } found)
            Forget(found);
    }

    private Session? FindNamed(SessionId? named) => Sessions.FirstOrDefault(session => session.IsNamed(named));

    private Refusal? WhyNotFull(Asker by) => Find(by.Session) switch
    {
        null => new Refusal.SignedOut(),
        { FullAt: null } => new Refusal.NotFullySignedIn(),
        _ => null,
    };

    /// <summary>Whether this session may change security info now, and if not, why (R-METH-10, R-PEND-3, R-RESTRICT-2).</summary>
    private Refusal? WhyClosed(Asker by, SecurityPolicy policy, DateTimeOffset now)
    {
        if (WhyShut(by) is { } refusal)
            return refusal;

        if (Restriction is { } restriction)
            return new Refusal.Restricted(restriction.EndsAt);

        return WhyFrozen() ?? WhyUnproved(by, policy, now);
    }

    private Refusal? WhyShut(Asker by)
    {
        if (WhyNotFull(by) is { } refusal)
            return refusal;

        if (MustChangePassword(Find(by.Session)!))
            return new Refusal.PasswordMustChange();

        return Pending is { } pending ? new Refusal.ReplacementPending(pending.EndsAt) : null;
    }

    private Refusal? WhyUnproved(Asker by, SecurityPolicy policy, DateTimeOffset now) =>
        RegistersFirst(Find(by.Session)!, policy, now) || ChangeProof(by.Session, policy, now) is not null
            ? null
            : new Refusal.ProofNeeded();

    private void EndSessionsBut(SessionId? spared)
    {
        foreach (var session in Sessions.Where(session => session.Id != spared))
            Forget(session);
    }

    private void ForgetEndedSessions(SecurityPolicy policy, DateTimeOffset now)
    {
        var idle = IsPrivileged ? policy.Sessions.StaffIdle : policy.Sessions.Idle;
        foreach (var session in Sessions.Where(session => !session.IsAlive(now, idle, policy.Sessions.Life)))
            Forget(session);
    }

    /// <summary>With a session goes all that it alone could have finished.</summary>
    private void Forget(Session session)
    {
        Sessions = Sessions.Remove(session);
        Drafts = Drafts.RemoveAll(draft => draft.Session == session.Id);
        _ = _methods.RemoveAll(method => method.VerifiedAt is null && method.AddedIn == session.Id);
        if (ShownRecoveryCodes?.ShownIn == session.Id)
            ShownRecoveryCodes = null;
        DropChallenges(challenge => challenge.Session == session.Id, session.LastUsedAt);
        Challenges = Challenges.RemoveAll(challenge => challenge.Session == session.Id && challenge.UsedAt is null);
    }

    private void Replace(Session session) =>
        Sessions = Sessions.Replace(Find(session.Id)!, session);
}
