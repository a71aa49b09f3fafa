using System.Collections.Immutable;

namespace SecurityPortal.Domain;

// code entered, and asked to ──▶ remembered ── 30 days, forgotten, or anything that says that a stranger was in ──▶ gone
public sealed partial class SecurityProfile
{
    /// <summary>One more pushes out the one that was used longest ago.</summary>
    public const int MostRemembered = 10;

    public ImmutableArray<RememberedBrowser> RememberedBrowsers { get; private set; } = [];

    /// <summary>The remembered browser that asks; null for every other.</summary>
    public RememberedBrowser? RememberedOf(string? browserId, DateTimeOffset now) =>
        browserId is null ? null : RememberedBrowsers.FirstOrDefault(browser => browser.BrowserId == browserId && now < browser.EndsAt);

    /// <summary>
    /// Whether a code that is entered in this session may also make its browser a remembered one. Staff always prove a
    /// second thing. Where the password is about to be changed, or a replacement to be cancelled, it would be gone at once.
    /// </summary>
    public bool MayRemember(Session session) =>
        session is { BrowserId: not null, UndoesWith: null }
        && !IsPrivileged && !IsPasswordless && Pending is null && Unexplained is null && (PasswordDistrustedAt is null || Restriction is not null);

    /// <summary>
    /// In a remembered browser the right password is enough (R-SIGN-3), unless something is unusual, or a replacement is
    /// pending, which is for old info to cancel (R-PEND-5). It proves no method, and opens no change (R-METH-10).
    /// </summary>
    /// <returns>False where a code is to be entered as ever.</returns>
    public bool EnterRemembered(SessionId limited, SessionId full, SecurityPolicy policy, DateTimeOffset now)
    {
        Advance(policy, now);
        if (Find(limited) is not { FullAt: null, UndoesWith: null } session
            || RememberedOf(session.BrowserId, now) is not { } browser
            || session.PasswordAt is null || IsPrivileged || MustRegister || Pending is not null || !AccountBlocks(new(limited, session.Source, session.BrowserId), now).IsEmpty
            || session.Risk.IsMedium(policy.Risk))
            return false;

        RememberedBrowsers = RememberedBrowsers.Replace(
            browser, browser with { Browser = session.Browser, Source = session.Source, Place = session.Place, LastUsedAt = now });
        Replace(session with { IsRemembered = true });
        BecomeFull(Find(limited)!, full, policy, now);
        return true;
    }

    /// <summary>One that is forgotten already is no fault of whoever asks.</summary>
    public Refusal? ForgetBrowser(Asker by, Guid id, SecurityPolicy policy, DateTimeOffset now)
    {
        Advance(policy, now);
        if ((WhyShut(by) ?? WhyUnproved(by, policy, now)) is { } refusal)
            return refusal;

        if (RememberedBrowsers.FirstOrDefault(browser => browser.Id == id) is not { } forgotten)
            return null;

        RememberedBrowsers = RememberedBrowsers.Remove(forgotten);
        Tell(new SecurityEvent.BrowserForgotten(forgotten.Browser) { At = now, By = by.Session });
        return null;
    }

    public Refusal? ForgetAllBrowsers(Asker by, SecurityPolicy policy, DateTimeOffset now)
    {
        Advance(policy, now);
        if ((WhyShut(by) ?? WhyUnproved(by, policy, now)) is { } refusal)
            return refusal;

        if (RememberedBrowsers.IsEmpty)
            return null;

        ForgetBrowsers();
        Tell(new SecurityEvent.AllBrowsersForgotten { At = now, By = by.Session });
        return null;
    }

    /// <summary>A code was just entered there, and its user wants to be asked for none for a while.</summary>
    private void RememberBrowser(Session full, SecurityPolicy policy, DateTimeOffset now)
    {
        if (!MayRemember(full))
            return;

        RememberedBrowser browser = new(
            Guid.CreateVersion7(now), full.BrowserId!, full.Browser, full.Source, full.Place, now, now, now + policy.Sessions.Remembered)
        { By = full.Id, CameFrom = full.CameFrom };
        var others = RememberedBrowsers.RemoveAll(other => other.BrowserId == browser.BrowserId);
        if (others.Length >= MostRemembered)
        {
            var oldest = others.MinBy(other => other.LastUsedAt)!;
            others = others.Remove(oldest);
            Tell(new SecurityEvent.BrowserForgotten(oldest.Browser) { At = now, By = full.Id });
        }

        RememberedBrowsers = others.Add(browser);
        Tell(new SecurityEvent.BrowserRemembered(full.Browser) { At = now, By = full.Id });
    }

    /// <summary>A stranger may be behind one of them, or what they were earned with is gone. The event that says so tells it.</summary>
    private void ForgetBrowsers() => RememberedBrowsers = [];

    /// <summary>The session was said to be a stranger's: so is the browser, with all that was opened for its being remembered.</summary>
    private void ForgetBrowserOf(SessionId reported, DateTimeOffset now)
    {
        var id = FindNamed(reported)?.BrowserId;
        ForgetBrowsersOf(browser => browser.By == reported || browser.CameFrom == reported || browser.BrowserId == id, now);
    }

    private void ForgetBrowsersOf(Func<RememberedBrowser, bool> which, DateTimeOffset now)
    {
        foreach (var browser in RememberedBrowsers.Where(which))
        {
            RememberedBrowsers = RememberedBrowsers.Remove(browser);
            Tell(new SecurityEvent.BrowserForgotten(browser.Browser) { At = now });
            foreach (var session in Sessions.Where(session => session.IsRemembered && session.BrowserId == browser.BrowserId))
                Forget(session);
        }
    }

    private void ForgetRemembered(DateTimeOffset now)
    {
        if (RememberedBrowsers.Any(browser => now >= browser.EndsAt))
            RememberedBrowsers = RememberedBrowsers.RemoveAll(browser => now >= browser.EndsAt);
    }
}
