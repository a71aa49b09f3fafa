using SecurityPortal.Domain;

namespace SecurityPortal.Service;

internal sealed partial class OverviewMaker
{
    private ReminderView View(InfoReminder asked) => new(
        asked.FirstAt,
        [.. asked.Causes.Select(cause => new ReminderReason(cause, [.. MethodsOf(cause).Select(View)]))],
        asked.DaysLeft(policy.Reminder, now),
        asked.InsistsFrom(policy.Reminder, now));

    private IEnumerable<SecurityMethod> MethodsOf(ReminderCause cause) => cause switch
    {
        ReminderCause.CameBack => profile.Methods.Where(method => method is { IsUsable: true, LastFailedAt: not null }),
        ReminderCause.Voip => profile.Methods.Where(method => method is { IsConfirmed: true, SuspendedAt: null, TakesCodes: false }),
        ReminderCause.FewMethods => profile.Methods.Where(method => method.IsUsable),
        ReminderCause.NoProof or ReminderCause.NoSignIn => [],
    };

    private BrowserView View(RememberedBrowser browser) => new(
        browser.Id, browser.Browser, browser.Source, browser.Place, browser.RememberedAt, browser.LastUsedAt, browser.EndsAt, browser.BrowserId == session.BrowserId);
}
