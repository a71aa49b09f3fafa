using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using OtpNet;
using SecurityPortal.Domain;
using SecurityPortal.Domain.Staff;
using SecurityPortal.Service;
using SecurityPortal.Tests.Support;

namespace SecurityPortal.Tests.Peer;

/// <summary>A helper who clears one account after another, and says so only after it was acknowledged.</summary>
internal sealed class Clearing(SecurityInfoService service, SteppingClock clock, Totp app)
{
    public static async Task<int> ClearAsync(string folder, string ticks, string seed, string[] accounts)
    {
        SteppingClock clock = new(long.Parse(ticks, CultureInfo.InvariantCulture));
        await using var portal = OtherPortal.Open(folder, clock, settings: new(Unlimited.Settings) { ["Security:HelpDesk:ClearsAnHour"] = "1000" });
        Clearing helper = new(portal.GetRequiredService<SecurityInfoService>(), clock, new(Convert.FromHexString(seed)));
        var staff = await helper.SignInAsync();
        foreach (var account in accounts)
            await helper.ClearAsync(staff, new(Guid.Parse(account)));
        return 0;
    }

    private async Task<Owner> SignInAsync()
    {
        var limited = (await service.SignInAsync(new("192.0.2.1", "Chrome on Linux", "peer"), "helper@contoso.example", "Correct-Horse-9", CancellationToken.None)).Owner!;
        var challenge = await AskAsync(limited, Purpose.SignIn);
        return (await service.CompleteSignInAsync(limited, challenge, Code(), CancellationToken.None)).Owner!;
    }

    private async Task ClearAsync(Owner staff, AccountId account)
    {
        clock.Step();
        Must(await service.ProveAsStaffAsync(staff, Purpose.Clear, await AskAsync(staff, Purpose.Clear), Code(), CancellationToken.None));
        var preview = (await service.PreviewClearAsync(staff, account, Order([]), CancellationToken.None)).Preview!;
        Must((await service.ClearAsync(staff, account, Order([.. preview.Methods.Select(method => method.Id)]), null, CancellationToken.None)).Refusal);
        await Console.Out.WriteLineAsync($"cleared {account}");
    }

    private async Task<ChallengeId> AskAsync(Owner owner, Purpose purpose)
    {
        var own = (await service.OverviewAsync(owner, CancellationToken.None))!.Usable.First(method => method.Kind == MethodKind.AuthenticatorApp).Id;
        Must(await service.AskForCodeAsync(owner, purpose, own, CancellationToken.None));
        return (await service.OverviewAsync(owner, CancellationToken.None))!.ChallengeFor(purpose, own)!.Id;
    }

    private static ClearOrder Order(MethodId[] goes) => new(CallerCheck.InPerson, "badge", "Phone left on a train", "INC-7") { Methods = [.. goes] };

    private string Code() => app.ComputeTotp(clock.GetUtcNow().UtcDateTime);

    private static void Must(Refusal? refusal)
    {
        if (refusal is not null)
            throw new InvalidOperationException($"{refusal}");
    }
}

/// <summary>Goes on by one code of an app when it is told to.</summary>
internal sealed class SteppingClock(long ticks) : TimeProvider
{
    private DateTimeOffset _now = new(ticks, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => _now;

    public void Step() => _now += TimeSpan.FromSeconds(30);
}
