using System.Collections.Immutable;

namespace SecurityPortal.Domain;

/// <summary>What an owner says was not them.</summary>
/// <param name="Session">Of whoever did it; null where that is not known.</param>
public sealed record DisputedActivity(SessionId? Session, string Browser, string Source);

// "This wasn't me", said of something in one's own log, and what follows from it (R-ACT-1).
public sealed partial class SecurityProfile
{
    /// <summary>Only a session that is fully signed in speaks for the owner.</summary>
    public Refusal? WhyNotAnswer(Asker by, SecurityPolicy policy, DateTimeOffset now)
    {
        Advance(policy, now);
        return WhyNotFull(by);
    }

    /// <summary>
    /// Ends the sessions that did it and opens one case. It takes no proof: whoever sees a stranger in their account is not
    /// to look for their phone first (R-METH-10). The session that says it goes on; what to do then is told to its user.
    /// </summary>
    /// <param name="number">For the case.</param>
    public Refusal? Dispute(Asker by, ImmutableArray<DisputedActivity> disputed, MethodId? method, string number, SecurityPolicy policy, DateTimeOffset now)
    {
        if (WhyNotAnswer(by, policy, now) is { } refusal)
            return refusal;

        var own = Find(by.Session)!;
        foreach (var stranger in disputed.Where(stranger => stranger.Session is not null && !own.IsNamed(stranger.Session)))
            ThrowOut(stranger, now);
        OpenCase(CaseKind.ActivityDisputed, method, by.Source, number, now);
        return null;
    }

    /// <summary>
    /// After a proof: the password must be changed at once, by whoever has just proved a method, and nobody else stays in.
    /// </summary>
    public Refusal? SecureAccount(Asker by, SecurityPolicy policy, DateTimeOffset now)
    {
        Advance(policy, now);
        if (WhyClosed(by, policy, now) is { } refusal)
            return refusal;

        // From when this very session became full, because it is the one that is to change the password.
        PasswordDistrustedAt = Find(by.Session)!.FullAt;
        EndSessionsBut(by.Session);
        Unfinished = [];
        if (RememberedBrowsers.IsEmpty)
            return null;

        ForgetBrowsers();
        Tell(new SecurityEvent.AllBrowsersForgotten { At = now, By = by.Session });
        return null;
    }

    /// <summary>Of a session that has ended by itself only its looks are known; then a browser that looks like it is asked for a code again.</summary>
    private void ThrowOut(DisputedActivity stranger, DateTimeOffset now)
    {
        var session = FindNamed(stranger.Session);
        ForgetBrowsersOf(
            browser => browser.By == stranger.Session || browser.CameFrom == stranger.Session || (session is null
                ? (browser.Browser, browser.Source) == (stranger.Browser, stranger.Source)
                : browser.BrowserId == session.BrowserId),
            now);
        if (session is not null)
            Forget(session);
    }
}
