using SecurityPortal.Domain;

namespace SecurityPortal.Service;

// Passwords that are set, whichever way, and the going without one.
public sealed partial class SecurityInfoService
{
    /// <summary>Another password, or one again where there was none; it takes a proof (R-METH-10).</summary>
    public Task<Refusal?> SetPasswordAsync(Owner owner, string password, CancellationToken cancel) =>
        ChangePasswordAsync(owner, password, (profile, hash, policy, now) => profile.SetPassword(owner.Asker, hash, policy, now), cancel);

    /// <summary>A new password where somebody else may know the old one (R-PEND-5, R-RESTRICT-3).</summary>
    public Task<Refusal?> ChangeDistrustedPasswordAsync(Owner owner, string password, CancellationToken cancel) =>
        ChangePasswordAsync(owner, password, (profile, hash, policy, now) => profile.ChangeDistrustedPassword(owner.Asker, hash, policy, now), cancel);

    /// <summary>From now on no password opens this account (R-PASS-3).</summary>
    /// <param name="hasRead">That without one the 30-day replacement is not possible.</param>
    public Task<Refusal?> GoPasswordlessAsync(Owner owner, bool hasRead, CancellationToken cancel) =>
        ChangeAsync(owner, (profile, policy, now) => profile.GoPasswordless(owner.Asker, hasRead, policy, now), cancel);

    private async Task<Refusal?> ChangePasswordAsync(
        Owner owner, string password, Func<SecurityProfile, string, SecurityPolicy, DateTimeOffset, Refusal?> change, CancellationToken cancel)
    {
        if (await ReadAsync(owner.Account, clock.GetUtcNow(), cancel) is not { } known || known.Find(owner.Session) is null)
            return new Refusal.SignedOut();

        if (WhyWeak(password, known.Name) is { } weak)
            return weak;

        if (known.PasswordHash is not null && await passwords.IsRightAsync(known.PasswordHash, password, cancel))
            return new Refusal.WeakPassword(PasswordFault.SameAsBefore, Policy.Passwords.MinLength);

        var hash = await passwords.HashAsync(password, cancel);
        return await ChangeAsync(owner, (profile, policy, now) => change(profile, hash, policy, now), cancel);
    }

    /// <summary>The one check that every new password passes (R-PASS-1).</summary>
    private Refusal.WeakPassword? WhyWeak(string password, string accountName) =>
        (Policy.Passwords.FaultOf(password, accountName) ?? TooCommon(password, accountName)) is { } fault ? new(fault, Policy.Passwords.MinLength) : null;

    private static PasswordFault? TooCommon(string password, string accountName) =>
        PasswordStrength.IsTooCommon(password, accountName) ? PasswordFault.TooCommon : null;
}
