using System.Collections.Immutable;
using SecurityPortal.Domain;
using SecurityPortal.Service;

namespace SecurityPortal.Tests.Walks;

/// <summary>Looks at what browsers were shown in one step, and at the sessions they hold after it.</summary>
internal sealed class Eyes(Scene scene, ImmutableArray<SecurityProfile> before)
{
    private readonly List<(WalkBrowser By, Owner? As, Asked Asked, Answered Answer)> _shown = [];

    public void Note(WalkBrowser browser, Owner? owner, Asked asked, Answered answer) => _shown.Add((browser, owner, asked, answer));

    /// <summary>What was shown, or is held, without its proofs.</summary>
    public IEnumerable<string> Breaches(ImmutableArray<SecurityProfile> after) => [
        .. _shown.SelectMany(shown => Leaks(shown.By, shown.As, shown.Answer.Body, after)),
        .. _shown.Where(shown => IsContentWithoutRight(shown.By, shown.As, shown.Asked, shown.Answer, after)).Select(shown => $"{shown.By} was shown {shown.Asked}"),
        .. _shown.Where(shown => shown.Answer.Status >= 500).Select(shown => $"{shown.Asked} failed"),
        .. scene.Browsers.Select(browser => WhyHeld(browser, after)).OfType<string>(),
    ];

    /// <summary>A contact in clear is for a full session of its account, and for whoever typed it in (R-METH-3).</summary>
    private IEnumerable<string> Leaks(WalkBrowser browser, Owner? owner, string body, ImmutableArray<SecurityProfile> after) =>
        from account in after.Concat(before)
        where body.Length > 0 && !IsFull(browser, owner, account.Id, after) && !IsFull(browser, browser.Holds, account.Id, after)
        from contact in Contacts(account)
        where body.Contains(contact.Value, StringComparison.OrdinalIgnoreCase) || body.Contains(Spaced(contact), StringComparison.Ordinal)
        where !scene.Ledger.Typed.Contains((owner?.Session ?? default, contact.Value))
        where !IsOwnElsewhere(browser, owner, contact, after)
        select $"{browser} was shown {contact.Value}";

    /// <summary>The same contact may serve several accounts; it is no secret to who is fully signed in to one of them.</summary>
    private bool IsOwnElsewhere(WalkBrowser browser, Owner? owner, Contact contact, ImmutableArray<SecurityProfile> after) => after.Concat(before).Any(known =>
        (IsFull(browser, owner, known.Id, after) || IsFull(browser, browser.Holds, known.Id, after)) && Contacts(known).Contains(contact));

    private static IEnumerable<Contact> Contacts(SecurityProfile account) => [
        .. account.Methods.Select(method => method.Contact),
        .. account.Pending?.Infos.Select(info => info.Contact) ?? [],
        .. account.Drafts.SelectMany(draft => draft.Infos).Select(info => info.Contact),
    ];

    private static string Spaced(Contact contact) => contact.Kind == MethodKind.Phone ? PhoneNumber.Spaced(contact.Value) : contact.Value;

    private bool IsFull(WalkBrowser browser, Owner? owner, AccountId account, ImmutableArray<SecurityProfile> after) =>
        owner?.Account == account
        && scene.Ledger.Full.GetValueOrDefault(owner.Session) == browser
        && before.Concat(after).Any(known => known.Id == account && known.Find(owner.Session)?.FullAt is not null);

    private bool IsContentWithoutRight(WalkBrowser browser, Owner? owner, Asked asked, Answered answer, ImmutableArray<SecurityProfile> after) =>
        answer.Status == 200 && asked.Path.StartsWith("/security-info", StringComparison.OrdinalIgnoreCase) && !scene.Ids.Any(account => IsFull(browser, owner, account, after));

    private string? WhyHeld(WalkBrowser browser, ImmutableArray<SecurityProfile> after)
    {
        if (browser.Holds is not { } owner || after.FirstOrDefault(account => account.Id == owner.Account)?.Find(owner.Session) is not { } session)
            return null;

        var owners = session.FullAt is null ? scene.Ledger.Opened : scene.Ledger.Full;
        return owners.GetValueOrDefault(session.Id) == browser ? null : $"{browser} holds a session that another opened: {session.Id}";
    }
}
