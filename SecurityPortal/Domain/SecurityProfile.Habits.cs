using SecurityPortal.Domain.Risk;

namespace SecurityPortal.Domain;

// From where this account is signed in to, and what does not fit (R-RISK-1).
public sealed partial class SecurityProfile
{
    private static readonly TimeSpan s_heldUpToldEvery = TimeSpan.FromHours(24);

    public Habits? Habits { get; private set; }

    /// <summary>Wrong codes of one source that still count. A stranger's do not: they would make the owner suspicious.</summary>
    public int WrongCodesAt(string source, DateTimeOffset now) =>
        WrongTries.Count(wrong => wrong is { IsRowOver: false, IsStrangers: false } && wrong.Source == source && now < wrong.At + CodePolicy.Memory);

    /// <summary>What has happened since the password was given makes a session's sign-in more unusual, never less.</summary>
    public RiskScore RaiseRisk(SessionId id, RiskScore since, SecurityPolicy policy)
    {
        if (Find(id) is not { FullAt: null, UndoesWith: null } session)
            return since;

        var raised = session.Risk.And(since, policy.Risk);
        if (raised != session.Risk)
            Replace(session with { Risk = raised });
        return raised;
    }

    /// <summary>
    /// A right password came from where nothing fits, and was not let in. The owner hears of it, once a day at most, or
    /// whoever knows the password could drown what matters.
    /// </summary>
    public void TellHeldUp(string browser, Place? place, DateTimeOffset now)
    {
        if (now < Habits?.HeldUpToldAt + s_heldUpToldEvery)
            return;

        Habits = (Habits ?? new()) with { HeldUpToldAt = now };
        Tell(new SecurityEvent.SignInHeldUp(browser, place?.Country) { At = now });
    }

    private void TakePassword(Session opened, DateTimeOffset now) =>
        Habits = (Habits ?? new()).With(new RightPassword(opened.Source, opened.BrowserId, now));

    /// <summary>A sign-in was completed: from now on this is how the account is used. An unusual one is told (R-RISK-2).</summary>
    private void TakeHabit(Session full, SecurityPolicy policy, DateTimeOffset now)
    {
        Habits = (Habits ?? new()).With(full, now);
        if (full.Risk.IsMedium(policy.Risk))
            Tell(new SecurityEvent.UnusualSignIn(full.Browser, full.Place?.Country) { At = now, By = full.Id });
    }
}
