using OtpNet;
using SecurityPortal.Domain;
using SecurityPortal.Service;

namespace SecurityPortal.Tests.Support;

/// <summary>People and places that the tests' sentences speak of, and what they do most often.</summary>
public static class People
{
    public const string Rachel = "rachel@contoso.example";
    public const string Newcomer = "newcomer@contoso.example";

    public static readonly Contact RachelsMail = new(MethodKind.Email, "rachel@mail.example");
    public static readonly Contact RachelsPhone = new(MethodKind.Phone, "+447700900123");
    public static readonly Contact NewMail = new(MethodKind.Email, "rachel.new@post.example");
    public static readonly Contact NewPhone = new(MethodKind.Phone, "+447700900456");

    private static int s_requests;

    extension(Portal portal)
    {
        public async Task SeedAsync()
        {
            _ = await portal.Service.SeedAsync(
                new PortalItself(),
                [
                    new(new(Rachel, "Rachel", "en", "GB", []), Portal.Password, [RachelsMail, RachelsPhone], 1.Days, ""),
                    new(new(Newcomer, "Nell", "en", "GB", []), Portal.Password, [], null, ""),
                ],
                Cancel);
        }

        /// <summary>The right password, from some network.</summary>
        public async Task<Owner> GivePasswordAsync(string name = Rachel, string source = "192.0.2.1")
        {
            var answer = await portal.Service.SignInAsync(From(source), name, Portal.Password, Cancel);
            Assert.Null(answer.Refusal);
            return answer.Owner!;
        }

        public async Task<Owner> SignInAsync(string name = Rachel, Contact? with = null, string source = "192.0.2.1")
        {
            var limited = await portal.GivePasswordAsync(name, source);
            var method = await portal.MethodAsync(limited, with ?? RachelsMail);
            Assert.Null(await portal.Service.AskForCodeAsync(limited, Purpose.SignIn, method, Cancel));
            var (challenge, code) = await portal.CodeAsync(limited, Purpose.SignIn, method);
            var answer = await portal.Service.CompleteSignInAsync(limited, challenge, code, Cancel);
            Assert.Null(answer.Refusal);
            return answer.Owner!;
        }

        /// <summary>A fresh proof for changing security info.</summary>
        public async Task ProveAsync(Owner owner, Contact? with = null)
        {
            var method = await portal.MethodAsync(owner, with ?? RachelsMail);
            Assert.Null(await portal.Service.AskForCodeAsync(owner, Purpose.ChangeSecurityInfo, method, Cancel));
            var (challenge, code) = await portal.CodeAsync(owner, Purpose.ChangeSecurityInfo, method);
            Assert.Null(await portal.Service.ProveAsync(owner, challenge, code, Cancel));
        }

        /// <summary>Adds and confirms a method, with the proof that takes.</summary>
        public async Task AddAsync(Owner owner, Contact contact)
        {
            Assert.Null(await portal.Service.AddMethodAsync(owner, contact, Cancel));
            var added = (await portal.OverviewAsync(owner)).Unconfirmed.Last();
            var (challenge, code) = await portal.CodeAsync(owner, Purpose.ConfirmMethod, added.Id);
            Assert.Null(await portal.Service.ConfirmMethodAsync(owner, challenge, code, Cancel));
        }

        /// <summary>Sets up an authenticator app, and confirms it by the code that it shows now.</summary>
        public async Task AddAppAsync(Owner owner)
        {
            Assert.Null(await portal.Service.AddAppAsync(owner, Cancel));
            var seed = Base32Encoding.ToBytes((await portal.Service.AppKeyAsync(owner, Cancel))!.Key);
            var asked = (await portal.ProfileAsync(owner)).Challenges.Last(challenge => challenge.Purpose == Purpose.ConfirmMethod).Id;
            Assert.Null(await portal.Service.ConfirmMethodAsync(owner, asked, new Totp(seed).ComputeTotp(portal.Now.UtcDateTime), Cancel));
        }

        /// <summary>From <em>I don't have any of these</em> to the pending state.</summary>
        public async Task<Owner> StartReplacementAsync(Contact? with = null, string source = "198.51.100.7")
        {
            var owner = await portal.GivePasswordAsync(source: source);
            Assert.Null(await portal.Service.EnterNewInfoAsync(owner, with ?? NewMail, Cancel));
            var info = (await portal.OverviewAsync(owner)).Draft!.Infos.Last();
            var (challenge, code) = await portal.CodeAsync(owner, Purpose.ConfirmNewInfo, info.Id);
            Assert.Null(await portal.Service.ConfirmNewInfoAsync(owner, challenge, code, Cancel));
            Assert.Null(await portal.Service.StartReplacementAsync(owner, Cancel));
            return owner;
        }

        public async Task<SecurityOverview> OverviewAsync(Owner owner) =>
            await portal.Service.OverviewAsync(owner, Cancel) ?? throw new InvalidOperationException("The session has ended.");

        public async Task<MethodId> MethodAsync(Owner owner, Contact contact)
        {
            var profile = await portal.ProfileAsync(owner);
            return profile.Methods.Single(method => method.Contact == contact).Id;
        }

        /// <summary>The open challenge and the code that its reader got.</summary>
        public async Task<(ChallengeId Challenge, string Code)> CodeAsync(Owner owner, Purpose purpose, MethodId method)
        {
            await portal.SendMailAsync();
            var challenge = (await portal.OverviewAsync(owner)).ChallengeFor(purpose, method)!;
            var message = portal.Messages.All.Last(message => message.Kind == "Code" && message.Reference == challenge.Reference);
            return (challenge.Id, message.Code!);
        }
    }

    public static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static Visitor From(string source) => new(source, "Chrome on Linux", $"request-{Interlocked.Increment(ref s_requests)}");

    /// <summary>A code that is not this one.</summary>
    public static string Not(string code) => code[..^1] + (code[^1] == '0' ? '1' : '0');
}
