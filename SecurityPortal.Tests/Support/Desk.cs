using OtpNet;
using SecurityPortal.Domain;
using SecurityPortal.Service;
using static SecurityPortal.Tests.Support.People;

namespace SecurityPortal.Tests.Support;

/// <summary>The people of a help desk, who sign in with an app, and those who call them.</summary>
public static class Desk
{
    public const string Rachael = "rachael@contoso.example";
    public const string Helper = "helper@contoso.example";

    /// <summary>Who became one of the staff before that took an app.</summary>
    public const string Auditor = "auditor@contoso.example";

    public static readonly Contact AuditorsMail = new(MethodKind.Email, "auditor@mail.example");

    private static readonly byte[] s_seed = [.. Enumerable.Range(1, 20).Select(i => (byte)i)];

    /// <summary>What the apps of all staff show then.</summary>
    public static string AppCodeAt(DateTimeOffset now) => new Totp(s_seed).ComputeTotp(now.UtcDateTime);

    extension(Portal portal)
    {
        public async Task SeedDeskAsync()
        {
            _ = await portal.Service.SeedAsync(
                new PortalItself(),
                [
                    new(new(Rachel, "Rachel Hart", "en", "GB", []), Portal.Password, [RachelsMail, RachelsPhone], 1.Days, ""),
                    new(new(Rachael, "Rachael Hart", "en", "GB", []), Portal.Password, [new(MethodKind.Email, "rachael@mail.example")], 1.Days, ""),
                    new(new(Newcomer, "Nell", "en", "GB", []), Portal.Password, [], null, ""),
                    new(new(Helper, "Henry Poole", "en", "GB", [Role.HelpDesk]), Portal.Password, [new(MethodKind.Email, "helper@mail.example")], 1.Days, "") { AppSeed = s_seed },
                    new(new(Auditor, "Audrey Voss", "en", "GB", [Role.Auditor]), Portal.Password, [AuditorsMail], 1.Days, ""),
                ],
                Cancel);
        }

        public async Task<Owner> SignInAsStaffAsync(string name = Helper)
        {
            var limited = await portal.GivePasswordAsync(name);
            var app = (await portal.OverviewAsync(limited)).Usable.Single(method => method.Kind == MethodKind.AuthenticatorApp).Id;
            Assert.Null(await portal.Service.AskForCodeAsync(limited, Purpose.SignIn, app, Cancel));
            var challenge = (await portal.OverviewAsync(limited)).ChallengeFor(Purpose.SignIn, app)!.Id;
            return (await portal.Service.CompleteSignInAsync(limited, challenge, AppCodeAt(portal.Now), Cancel)).Owner!;
        }
    }
}
