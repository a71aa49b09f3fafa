using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OtpNet;
using SecurityPortal.Domain;
using SecurityPortal.Service;
using SecurityPortal.Tests.Support;
using static SecurityPortal.Tests.Support.People;

namespace SecurityPortal.Tests.Walks;

/// <summary>
/// After a thousand flows of apps, recovery codes, resets and requests: no seed, code or secret is in the store, what it
/// writes ahead, or the log (R-CODE-4, R-PASS-4, R-PASS-6).
/// </summary>
public sealed class SecretsOfMethods
{
    private const int Rounds = 250;
    private const string NewPassword = "Quiet-words-in-a-row";

    [Fact]
    public async Task No_seed_code_or_secret_is_in_the_store_or_the_log()
    {
        using HeardLog log = new();
        await using var portal = await Portal.OpenAsync(Unlimited.Settings, instead: services => services.AddLogging(logging => logging.AddProvider(log)));
        await portal.SeedAsync();
        List<string> secrets = [Portal.Password, NewPassword];
        for (var round = 0; round < Rounds; round++)
        {
            var owner = await SignedInAsync(portal, round);
            secrets.AddRange(await AddAppAsync(portal, owner));
            secrets.AddRange(await UseRecoveryCodesAsync(portal, owner));
            secrets.AddRange(await ForgetPasswordAsync(portal, round));
            secrets.AddRange(await AskForRecoveryAsync(portal, round));
            portal.Clock.Advance(1.Days);
        }

        _ = await portal.Service.ForgetAsync(new PortalItself(), Cancel);
        Secrets all = new(secrets);

        Assert.True(secrets.Count > 4 * Rounds);
        Assert.All(Directory.GetFiles(portal.Folder, "portal.db*").Select(Secrets.Read), text => Assert.Null(all.In(text)));
        Assert.All(log.Lines, line => Assert.Null(all.In(line)));
    }

    private static async Task<Owner> SignedInAsync(Portal portal, int round)
    {
        var password = round == 0 ? Portal.Password : NewPassword;
        var limited = (await portal.Service.SignInAsync(From("192.0.2.1"), Rachel, password, Cancel)).Owner!;
        var method = await portal.MethodAsync(limited, RachelsMail);
        Assert.Null(await portal.Service.AskForCodeAsync(limited, Purpose.SignIn, method, Cancel));
        var (challenge, code) = await portal.CodeAsync(limited, Purpose.SignIn, method);
        var owner = (await portal.Service.CompleteSignInAsync(limited, challenge, code, Cancel)).Owner!;
        await portal.ProveAsync(owner);
        return owner;
    }

    private static async Task<string[]> AddAppAsync(Portal portal, Owner owner)
    {
        foreach (var old in (await portal.OverviewAsync(owner)).Methods.Where(method => method.Kind == MethodKind.AuthenticatorApp))
            Assert.Null(await portal.Service.RemoveMethodAsync(owner, old.Id, knowingly: true, Cancel));

        Assert.Null(await portal.Service.AddAppAsync(owner, Cancel));
        var key = (await portal.Service.AppKeyAsync(owner, Cancel))!.Key;
        var overview = await portal.OverviewAsync(owner);
        var code = new Totp(Base32Encoding.ToBytes(key)).ComputeTotp(portal.Now.UtcDateTime);
        Assert.Null(await portal.Service.ConfirmMethodAsync(owner, overview.ChallengeFor(Purpose.ConfirmMethod, overview.Unconfirmed.Last().Id)!.Id, code, Cancel));
        return [key, System.Text.Encoding.Latin1.GetString(Base32Encoding.ToBytes(key)), Convert.ToBase64String(Base32Encoding.ToBytes(key)), code];
    }

    private static async Task<string[]> UseRecoveryCodesAsync(Portal portal, Owner owner)
    {
        var made = (await portal.Service.MakeRecoveryCodesAsync(owner, Cancel)).Codes!;
        Assert.Null(await portal.Service.SaveRecoveryCodesAsync(owner, made.Set, Cancel));
        Assert.Null(await portal.Service.ProveByRecoveryCodeAsync(owner, made.Codes[0], Cancel));
        return [.. made.Codes, .. made.Codes.Select(code => code.Replace("-", "", StringComparison.Ordinal))];
    }

    private static async Task<string[]> ForgetPasswordAsync(Portal portal, int round)
    {
        var visitor = From("192.0.2.1") with { BrowserId = $"browser {round}" };
        Assert.Null(await portal.Service.StartResetAsync(visitor, Rachel, RachelsMail.Value, Cancel));
        var first = await LastCodeAsync(portal, RachelsMail.Value);
        Assert.Null(await portal.Service.ProveResetAsync(visitor, first, Cancel));
        var phone = (await portal.Service.ResetAsync(visitor, Cancel))!.Seconds.First(second => second.Kind == MethodKind.Phone).Id;
        Assert.Null(await portal.Service.AskForSecondAsync(visitor, phone, Cancel));
        var second = await LastCodeAsync(portal, RachelsPhone.Value);
        Assert.Null(await portal.Service.ProveSecondAsync(visitor, second, Cancel));
        Assert.Null(await portal.Service.FinishResetAsync(visitor, NewPassword, Cancel));
        return [first, second];
    }

    private static async Task<string[]> AskForRecoveryAsync(Portal portal, int round)
    {
        var visitor = From($"198.51.100.{round % 200}") with { BrowserId = $"applicant {round}" };
        var contact = $"applicant{round}@holiday.example";
        Assert.Null(await portal.Service.AskForRecoveryAsync(visitor, round % 2 == 0 ? Rachel : "nobody@contoso.example", contact, "en", Cancel));
        var code = await LastCodeAsync(portal, contact);
        var answer = await portal.Service.ProveContactAsync(visitor, number: null, code, Cancel);
        return [code, answer.Secret!, answer.Secret!.Replace("-", "", StringComparison.Ordinal)];
    }

    private static async Task<string> LastCodeAsync(Portal portal, string to)
    {
        await portal.SendMailAsync();
        return portal.Messages.To(to).Last(message => message.Code is not null).Code!;
    }
}
