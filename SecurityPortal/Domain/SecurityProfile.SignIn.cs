namespace SecurityPortal.Domain;

public sealed partial class SecurityProfile
{
    /// <summary>
    /// A proof for signing in makes a full session in place of the limited one. Done with old info while a replacement
    /// is pending, it cancels that (R-PEND-5).
    /// </summary>
    /// <param name="remembers">From now on this browser needs no code to sign in, for a while (R-SIGN-3).</param>
    public Refusal? CompleteSignIn(Asker by, MethodId method, SessionId full, SecurityPolicy policy, DateTimeOffset now, bool remembers = false)
    {
        Advance(policy, now);
        if (Find(by.Session) is not { } limited || ProofOf(by, Purpose.SignIn, method) is not { } proof)
            return new Refusal.NoCodeAsked();

        Use(proof, now);
        BecomeFull(limited, full, policy, now);
        if (Pending is { } pending)
            Cancel(pending, new(ReplacementOutcome.CancelledByUse, now), full);
        if (remembers)
            RememberBrowser(Find(full)!, policy, now);
        return null;
    }

    private void BecomeFull(Session limited, SessionId full, SecurityPolicy policy, DateTimeOffset now)
    {
        var session = limited with { Id = full, CameFrom = limited.Id, StartedAt = now, LastUsedAt = now, FullAt = now, IsRegistering = OwesRegistration };
        Forget(limited);
        Sessions = Sessions.Add(session);
        LastSignInAt = now;
        StopRecovery(now, full);
        FinishSignIn(limited);
        TakeHabit(session, policy, now);
        Remind(session, policy, now);
    }

    /// <summary>The user's word on a cancelled replacement. If it was not theirs, whoever started it knows the password.</summary>
    public Refusal? SayWhoStarted(Asker by, bool wasOwner, SecurityPolicy policy, DateTimeOffset now)
    {
        Advance(policy, now);
        if (WhyNotFull(by) is { } refusal)
            return refusal;

        if (Unexplained is null)
            return new Refusal.NothingPending();

        Unexplained = null;
        if (!wasOwner)
        {
            EndSessionsBut(by.Session);
            ForgetBrowsersOf(_ => true, now);
            PasswordDistrustedAt = now;
        }

        return null;
    }
}
