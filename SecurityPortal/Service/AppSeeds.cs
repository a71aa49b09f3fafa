using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using OtpNet;
using SecurityPortal.Domain;

namespace SecurityPortal.Service;

/// <summary>
/// Seeds of authenticator apps (RFC 6238: SHA-1, six digits, half a minute). Each is sealed for its own row, so that one
/// that is copied to another opens nothing there (R-PASS-4).
/// </summary>
public sealed class AppSeeds(IDataProtectionProvider protection)
{
    private const int SeedBytes = 20;
    private const int Digits = 6;
    private const int StepSeconds = 30;

    // This step and the one before: whoever types slowly is not too late.
    private static readonly VerificationWindow s_window = new(previous: 1, future: 0);

    public static byte[] New() => RandomNumberGenerator.GetBytes(SeedBytes);

    public string Seal(byte[] seed, AccountId account, MethodId method) =>
        Convert.ToBase64String(Protector(account, method).Protect(seed));

    /// <summary>Null where it was not sealed for this row, or its key is gone.</summary>
    public byte[]? Open(string? sealedSeed, AccountId account, MethodId method)
    {
        try
        {
            return sealedSeed is null ? null : Protector(account, method).Unprotect(Convert.FromBase64String(sealedSeed));
        }
        catch (Exception fault) when (fault is CryptographicException or FormatException)
        {
            return null;
        }
    }

    /// <summary>Looks for the step that a typed code is right for; null when it cannot be a code of an app at all.</summary>
    public AppCheck? Check(string typed, AccountId account, DateTimeOffset now) => OneTimeCodes.DigitsOf(typed) is { Length: Digits } digits
        ? app => StepOf(Open(app.Seed, account, app.Id), digits, now)
        : null;

    public static long? StepOf(byte[]? seed, string digits, DateTimeOffset now) =>
        seed is not null && new Totp(seed, StepSeconds, OtpHashMode.Sha1, Digits).VerifyTotp(now.UtcDateTime, digits, out var step, s_window) ? step : null;

    private IDataProtector Protector(AccountId account, MethodId method) =>
        protection.CreateProtector("SecurityPortal.AppSeeds", account.ToString(), method.ToString());
}
