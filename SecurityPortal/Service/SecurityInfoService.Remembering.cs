using SecurityPortal.Domain;

namespace SecurityPortal.Service;

// Browsers that need no code (R-SIGN-3), and the reminder of whether codes would arrive (R-REM).
public sealed partial class SecurityInfoService
{
    public Task<Refusal?> ForgetBrowserAsync(Owner owner, Guid browser, CancellationToken cancel) =>
        ChangeAsync(owner, (profile, policy, now) => profile.ForgetBrowser(owner.Asker, browser, policy, now), cancel);

    public Task<Refusal?> ForgetAllBrowsersAsync(Owner owner, CancellationToken cancel) =>
        ChangeAsync(owner, (profile, policy, now) => profile.ForgetAllBrowsers(owner.Asker, policy, now), cancel);

    /// <summary><em>Skip for now</em>.</summary>
    public Task<Refusal?> SkipReminderAsync(Owner owner, CancellationToken cancel) =>
        ChangeAsync(owner, (profile, policy, now) => profile.SkipReminder(owner.Asker, policy, now), cancel);
}
