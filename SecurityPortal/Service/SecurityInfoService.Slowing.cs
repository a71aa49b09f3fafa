using SecurityPortal.Domain;
using SecurityPortal.Storage;

namespace SecurityPortal.Service;

// Wrong passwords of one source over all accounts, which slow it (R-BLOCK-7). They are counted under the name that was
// typed, so it is the same for names that no account has (R-SIGN-2).
public sealed partial class SecurityInfoService
{
    /// <summary>Too many wrong passwords for all accounts have come from there.</summary>
    private static Refusal? WhySlowed(Throttle? passwords, DateTimeOffset now) =>
        passwords?.IsShut(now) == true ? new Refusal.SourceSlowed(passwords.BlockedUntil!.Value) : null;

    private static Refusal? WhySlowed(PortalContext context, SecurityProfile? profile, Caller caller, DateTimeOffset now) =>
        IsRemembered(profile, caller, now) ? null : WhySlowed(PasswordsOf(context, caller), now);

    /// <summary>Counts one more; the answer is what the source is told from now on, if that was one too many.</summary>
    private Refusal? CountWrongOfSource(PortalContext context, Caller caller, string key, SecurityProfile? profile, DateTimeOffset now)
    {
        if (PasswordsOf(context, caller) is not { } passwords)
            context.Throttles.Add(passwords = new() { Key = ThrottleKey.Passwords(caller.Source) });

        passwords.CountWrong(key, Policy.Passwords, now);
        return WhySlowed(context, profile, caller, now);
    }

    /// <summary>Whoever then gives the right password had only mistyped it.</summary>
    private static void Forgive(PortalContext context, SecurityProfile profile, Caller caller) =>
        PasswordsOf(context, caller)?.Forgive(profile.NameKey);

    private static Throttle? PasswordsOf(PortalContext context, Caller caller) => context.Throttles.Find(ThrottleKey.Passwords(caller.Source));

    private static bool IsRemembered(SecurityProfile? profile, Caller caller, DateTimeOffset now) =>
        profile?.RememberedOf(caller.BrowserId, now) is not null;
}
