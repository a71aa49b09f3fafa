using Microsoft.EntityFrameworkCore;
using OtpNet;
using SecurityPortal.Domain;
using SecurityPortal.Domain.Staff;
using SecurityPortal.Service;
using static SecurityPortal.Tests.Support.People;

namespace SecurityPortal.Tests.Support;

/// <summary>The people of a help desk, who sign in with an app, and those who call them.</summary>
public static class Desk
{
    public const string Rachael = "rachael@contoso.example";
    public const string Helper = "helper@contoso.example";
    public const string SecondHelper = "hanna@contoso.example";
    public const string Lead = "lead@contoso.example";
    public const string Inspector = "inspector@contoso.example";
    public const string Admin = "admin@contoso.example";
    public const string OtherAdmin = "ada@contoso.example";

    /// <summary>What the helper has beside their account of staff: one as a user, and one as a lead. All have one mailbox.</summary>
    public const string HelpersOwn = "henry@contoso.example";
    public const string HelpersOther = "poole@contoso.example";

    /// <summary>Who became one of the staff before that took an app.</summary>
    public const string Auditor = "auditor@contoso.example";

    public static readonly Contact HelpersMail = new(MethodKind.Email, "helper@mail.example");
    public static readonly Contact AuditorsMail = new(MethodKind.Email, "auditor@mail.example");

    private static readonly byte[] s_seed = [.. Enumerable.Range(1, 20).Select(i => (byte)i)];

    public static string SeedInHex => Convert.ToHexString(s_seed);

    /// <summary>What the apps of all staff show then.</summary>
    public static string AppCodeAt(DateTimeOffset now) => new Totp(s_seed).ComputeTotp(now.UtcDateTime);

    extension(Portal portal)
    {
        public async Task SeedDeskAsync(params DemoAccount[] others)
        {
            _ = await portal.Service.SeedAsync(
                new PortalItself(),
                [
                    new(new(Rachel, "Rachel Hart", "en", "GB", []), Portal.Password, [RachelsMail, RachelsPhone], 1.Days, ""),
                    new(new(Rachael, "Rachael Hart", "en", "GB", []), Portal.Password, [new(MethodKind.Email, "rachael@mail.example")], 1.Days, ""),
                    new(new(Newcomer, "Nell", "en", "GB", []), Portal.Password, [], null, ""),
                    Member(Helper, "Henry Poole", "helper@mail.example", Role.HelpDesk),
                    new(new(Auditor, "Audrey Voss", "en", "GB", [Role.Auditor]), Portal.Password, [AuditorsMail], 1.Days, ""),
                    Member(SecondHelper, "Hanna Reed", "hanna@mail.example", Role.HelpDesk),
                    Member(Lead, "Lena Marsh", "lead@mail.example", Role.HelpDeskLead),
                    Member(Inspector, "Ines Cole", "inspector@mail.example", Role.Auditor),
                    Member(Admin, "Adam Firth", "admin@mail.example", Role.Administrator),
                    Member(OtherAdmin, "Ada Byrne", "ada@mail.example", Role.Administrator),
                    new(new(HelpersOwn, "H. Poole", "en", "GB", []), Portal.Password, [new(MethodKind.Email, "helper@mail.example")], 1.Days, ""),
                    Member(HelpersOther, "Poole, Henry", "Helper@mail.example", Role.HelpDeskLead),
                    .. others,
                ],
                Cancel);
        }

        /// <summary>In time for the app's next code.</summary>
        public async Task ProveAsStaffAsync(Owner staff, Purpose purpose = Purpose.ActAsStaff)
        {
            portal.Clock.Advance(30.Seconds);
            var app = (await portal.OverviewAsync(staff)).Usable.Single(method => method.Kind == MethodKind.AuthenticatorApp).Id;
            Assert.Null(await portal.Service.AskForCodeAsync(staff, purpose, app, Cancel));
            var challenge = (await portal.OverviewAsync(staff)).ChallengeFor(purpose, app)!.Id;
            Assert.Null(await portal.Service.ProveAsStaffAsync(staff, purpose, challenge, AppCodeAt(portal.Now), Cancel));
        }

        /// <summary>Signed in, with a fresh proof for acting as staff.</summary>
        public async Task<Owner> ActAsAsync(string name, Purpose purpose = Purpose.ActAsStaff)
        {
            portal.Clock.Advance(30.Seconds);
            var staff = await portal.SignInAsStaffAsync(name);
            await portal.ProveAsStaffAsync(staff, purpose);
            return staff;
        }

        /// <summary>One of the two whom an approval takes, with the call that it takes.</summary>
        public async Task<Refusal?> ApproveAsync(Owner staff, string number, string reference = "called at noon")
        {
            await portal.ProveAsStaffAsync(staff, Purpose.Approve);
            return await portal.Service.ApproveRecoveryAsync(staff, number, reference, Cancel);
        }

        /// <summary>Rachel reports her phone lost, and signs out.</summary>
        public async Task SeedLossAsync()
        {
            var rachel = await portal.SignInAsync();
            Assert.Null((await portal.Service.ReportLostAsync(rachel, [await portal.MethodAsync(rachel, RachelsPhone)], knowingly: false, Cancel)).Refusal);
            _ = await portal.Service.SignOutAsync(rachel, Cancel);
        }

        public async Task<AccountId> AccountAsync(string name) =>
            await portal.ReadAsync(context => context.Profiles.Where(profile => profile.NameKey == name).Select(profile => profile.Id).SingleAsync(Cancel));

        public async Task<SecurityProfile> ProfileAsync(string name) =>
            await portal.ReadAsync(context => context.Profiles.AsNoTracking().SingleAsync(profile => profile.NameKey == name, Cancel));

        /// <summary>Everything is written down; what goes is all of these contacts.</summary>
        public async Task<ClearOrder> OrderAsync(string name, params Contact[] goes)
        {
            var profile = await portal.ProfileAsync(name);
            return new(CallerCheck.DirectoryCall, "called at noon", "Phone left on a train", "INC-7")
            {
                Methods = [.. profile.Methods.Where(method => method.IsConfirmed && goes.Contains(method.Contact)).Select(method => method.Id)],
                SeenClearAt = profile.LastClear?.At,
            };
        }

        public async Task<ClearAnswer> ClearAsync(Owner staff, string name, params Contact[] goes)
        {
            await portal.ProveAsStaffAsync(staff, Purpose.Clear);
            return await portal.Service.ClearAsync(staff, await portal.AccountAsync(name), await portal.OrderAsync(name, goes), null, Cancel);
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

    /// <summary>One of the staff, with an app.</summary>
    public static DemoAccount Member(string name, string displayName, string mail, params Role[] roles) =>
        new(new(name, displayName, "en", "GB", [.. roles]), Portal.Password, [new(MethodKind.Email, mail)], 1.Days, "") { AppSeed = s_seed };
}
