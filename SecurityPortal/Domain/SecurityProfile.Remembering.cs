using System.Collections.Immutable;

namespace SecurityPortal.Domain;

// Browsers that need no code at sign-in for a while (R-SIGN-3).
public sealed partial class SecurityProfile
{
    public ImmutableArray<RememberedBrowser> RememberedBrowsers { get; private set; } = [];

    /// <summary>The remembered browser that asks; null for every other.</summary>
    public RememberedBrowser? RememberedOf(string? browserId, DateTimeOffset now) =>
        browserId is null ? null : RememberedBrowsers.FirstOrDefault(browser => browser.BrowserId == browserId && now < browser.EndsAt);

    /// <summary>A code was just entered there, and its user wants to be asked for none for a while.</summary>
    public Refusal? RememberBrowser(Asker by, SecurityPolicy policy, DateTimeOffset now)
    {
        Advance(policy, now);
        if (WhyNotFull(by) is { } refusal)
            return refusal;

        var session = Find(by.Session)!;
        if (session.BrowserId is not { } id)
            return null;

        RememberedBrowser browser = new(Guid.CreateVersion7(now), id, session.Browser, session.Source, session.Place, now, now, now + policy.Sessions.Remembered);
        RememberedBrowsers = RememberedBrowsers.RemoveAll(other => other.BrowserId == id).Add(browser);
        return null;
    }

    private void ForgetRemembered(DateTimeOffset now)
    {
        if (RememberedBrowsers.Any(browser => now >= browser.EndsAt))
            RememberedBrowsers = RememberedBrowsers.RemoveAll(browser => now >= browser.EndsAt);
    }
}
