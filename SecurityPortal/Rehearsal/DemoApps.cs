using System.Security.Cryptography;
using System.Text;
using OtpNet;

namespace SecurityPortal.Rehearsal;

public sealed record AuthenticatorAnswer(string Code, string Secret);

/// <summary>The authenticator apps of the demo accounts, which show their codes by the portal's clock.</summary>
internal static class DemoApps
{
    private const int SeedBytes = 20;

    /// <summary>Always the same, so that whoever has taken one into an app of their own can start afresh with it.</summary>
    public static byte[] SeedOf(string account) => SHA256.HashData(Encoding.UTF8.GetBytes($"rehearsal {account}"))[..SeedBytes];

    public static IResult Show(string? account, RehearsalClock clock)
    {
        var asked = DemoAccounts.All.FirstOrDefault(demo => demo.Details.Name.Equals(account, StringComparison.OrdinalIgnoreCase));
        return asked?.AppSeed is { } seed
            ? Results.Ok(new AuthenticatorAnswer(new Totp(seed).ComputeTotp(clock.GetUtcNow().UtcDateTime), Base32Encoding.ToString(seed)))
            : Results.NotFound();
    }
}
