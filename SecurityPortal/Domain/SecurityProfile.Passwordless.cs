namespace SecurityPortal.Domain;

// with a password ── GoPasswordless ──▶ without one ── a new password is set ──▶ with a password
public sealed partial class SecurityProfile
{
    /// <summary>Since when there is no password, because the owner wants none (R-PASS-3).</summary>
    public DateTimeOffset? PasswordlessSince { get; private set; }

    public bool IsPasswordless => PasswordlessSince is not null;

    /// <summary>What there must be before a password can go; and stay, while there is none.</summary>
    public bool CanDoWithoutPassword(SecurityPolicy policy) => CanDoWithoutPasswordAfter([], policy);

    /// <param name="hasRead">That the 30-day replacement is not possible without a password.</param>
    public Refusal? GoPasswordless(Asker by, bool hasRead, SecurityPolicy policy, DateTimeOffset now)
    {
        Advance(policy, now);
        if (WhyClosed(by, policy, now) is { } refusal)
            return refusal;

        if (IsPasswordless)
            return null;

        if (!CanDoWithoutPassword(policy))
            return new Refusal.PasswordlessNeedsMethods();

        if (!HasRecoveryCodes)
            return new Refusal.PasswordlessNeedsCodes();

        if (!hasRead)
            return new Refusal.PasswordlessUnread();

        KeepFormerPassword(policy, now);
        (PasswordHash, PasswordDistrustedAt, PasswordlessSince) = (null, null, now);
        EndSessionsBut(by.Session);
        ForgetBrowsers();
        Unfinished = [];
        Tell(new SecurityEvent.PasswordRemoved { At = now, By = by.Session });
        return null;
    }

    /// <summary>The app whose code opens a sign-in without a password; each step once (R-PASS-3).</summary>
    public SecurityMethod? TakeFirstCode(Asker by, AppCheck stepOf, SecurityPolicy policy, DateTimeOffset now)
    {
        Advance(policy, now);
        return IsPasswordless && WhyStaffHold(by, now) is null
            ? TakeCodeOfAny(_methods.Where(method => method.IsUsable), by, stepOf, now)
            : null;
    }

    /// <summary>A passkey, or an app and one more method, is what signs in without a password.</summary>
    internal static bool SignsInAlone(IReadOnlyCollection<SecurityMethod> methods) =>
        methods.Any(method => method.Kind == MethodKind.Passkey)
        || (methods.Any(method => method.Kind == MethodKind.AuthenticatorApp) && methods.Count > 1);

    private bool CanDoWithoutPasswordAfter(SecurityMethod[] leaving, SecurityPolicy policy) =>
        SignsInAlone([.. _methods.Where(method => !leaving.Contains(method) && SignsIn(method, policy))]);

    private Refusal? WhyNotLeaveWithoutPassword(SecurityMethod[] leaving, SecurityPolicy policy) =>
        IsPasswordless && !CanDoWithoutPasswordAfter(leaving, policy) ? new Refusal.PasswordlessNeedsMethods() : null;
}
