using SecurityPortal.Domain;

namespace SecurityPortal.Tests.Walks;

internal sealed partial class Judge
{
    private static readonly TimeSpan s_idle = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan s_life = TimeSpan.FromHours(8);

    private IEnumerable<string> Sessions() => [
        .. After.Sessions.Where(session => Before.Find(session.Id) is null).Select(WhyOpened).OfType<string>(),
        .. After.Sessions.Select(WhyGrown).OfType<string>(),
        .. Before.Sessions.Where(session => After.Find(session.Id) is null).Select(WhyEnded).OfType<string>(),
        .. After.RememberedBrowsers.Where(browser => Before.RememberedBrowsers.All(known => known.Id != browser.Id)).Select(WhyRemembered).OfType<string>(),
        .. HowMany(),
    ];

    private string? WhyOpened(Session opened)
    {
        var by = opened switch
        {
            { IsRemembered: true } => ByBrowser(opened),
            { FullAt: not null } => ByCode(),
            { UndoesWith: { } method } => ByLink(method),
            _ => ByPassword(),
        };
        if (by is null)
            return $"a session was opened without its proofs: {opened}";

        if (opened.FullAt is not null)
            ledger.Reached("signed in");
        (opened.FullAt is null ? ledger.Opened : ledger.Full)[opened.Id] = by;
        return null;
    }

    private WalkBrowser? ByPassword() => change.Deeds.OfType<Deed.GavePassword>().FirstOrDefault(deed => IsRight(deed.Password, deed.Name))?.By;

    /// <summary>The right password in a browser in which the account's own code was entered (R-SIGN-3).</summary>
    private WalkBrowser? ByBrowser(Session opened) =>
        Before.Pending is null && Before.RememberedOf(opened.BrowserId, Now) is not null
        && change.Deeds.OfType<Deed.GavePassword>().FirstOrDefault(deed => deed.By.BrowserId == opened.BrowserId && IsRight(deed.Password, deed.Name)) is { } deed
            ? deed.By
            : null;

    /// <summary>By the code that signed in there in this very step, and nothing else.</summary>
    private string? WhyRemembered(RememberedBrowser remembered) =>
        ByCode() is { } by && by.BrowserId == remembered.BrowserId ? Reached("remembered") : "a browser was remembered in which no code was entered";

    private string? Reached(string goal)
    {
        ledger.Reached(goal);
        return null;
    }

    private WalkBrowser? ByLink(MethodId method) => change.Deeds.OfType<Deed.PressedLink>().FirstOrDefault(deed =>
        deed.Verb == "undo" && ledger.Links.GetValueOrDefault(deed.Token) is { Use: LinkUse.UndoRestriction } link
        && link.Method == method && link.Account == Account && IsRight(deed.Password, Before.Name))?.By;

    /// <summary>From a limited session of this account, by the right code of a method that was usable then.</summary>
    private WalkBrowser? ByCode() => change.Deeds.OfType<Deed.TypedCode>().FirstOrDefault(deed =>
        IsOurs(deed)
        && Before.Find(deed.As!.Session) is { FullAt: null, UndoesWith: null }
        && ledger.Opened.GetValueOrDefault(deed.As.Session) == deed.By
        && Before.Methods.Any(method => method.IsUsable && ledger.Has(change.Step, deed.As.Session, Purpose.SignIn, method.Id)))?.By;

    private bool IsRight(string password, string name) =>
        AccountName.KeyOf(name) == Before.NameKey && ledger.Passwords[Account].Contains(password);

    /// <summary>Only the session that registers an account becomes full without a new one in its place.</summary>
    private string? WhyGrown(Session session)
    {
        if (Before.Find(session.Id) is not { } was || was == session)
            return null;

        if (was.UndoesWith != session.UndoesWith)
            return "a session that could only undo can do something else now";

        if (was.FullAt == session.FullAt)
            return null;

        if (!ledger.Has(change.Step, session.Id, Purpose.ConfirmMethod) || Before.Methods.Any(method => method.IsUsable) || Before.Pending is not null)
            return "a limited session became full without its proofs";

        ledger.Full[session.Id] = ledger.Opened[session.Id];
        ledger.Reached("registered");
        return null;
    }

    private string? WhyEnded(Session ended)
    {
        var isByTime = Now >= ended.LastUsedAt + s_idle || Now >= ended.StartedAt + s_life || WasDue;
        var isByLink = change.Deeds.OfType<Deed.PressedLink>().Any(deed => ledger.Links.GetValueOrDefault(deed.Token)?.Account == Account);
        return isByTime || isByLink || Undone() || change.Deeds.Any(deed => deed.As?.Session == ended.Id || IsFull(deed))
            ? null
            : "a session was ended by somebody who has no say over it";
    }

    /// <summary>A code answered many times at once opens one session.</summary>
    private IEnumerable<string> HowMany()
    {
        var opened = After.Sessions.Count(session => session is { FullAt: not null, IsRemembered: false } && Before.Find(session.Id) is null);
        if (opened > ledger.Proofs.Count(proof => proof.Step == change.Step && proof.Of.Purpose == Purpose.SignIn))
            yield return "one code opened more than one session";
    }
}
