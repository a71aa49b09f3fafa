using SecurityPortal.Domain;
using SecurityPortal.Service;
using SecurityPortal.Tests.Support;
using static SecurityPortal.Tests.Support.People;

namespace SecurityPortal.Tests.Walks;

/// <summary>
/// Three browsers at one account's forgotten password, each with what its owner can read, doing in any order what its pages
/// offer and what they do not: the password changes only for whoever has proved two established methods of different kinds in
/// one reset of that browser (R-PASS-2, R-CODE-7).
/// </summary>
public sealed class ResetWalks(ITestOutputHelper output)
{
    private const int Walks = 60;
    private const int Steps = 25;

    private static readonly Contact s_oldMail = new(MethodKind.Email, "rachel.old@mail.example");

    [Fact]
    public async Task Never_set_a_password_without_two_proofs_of_different_kinds()
    {
        var reached = 0;
        for (var seed = 1; seed <= Walks; seed++)
            reached += await WalkAsync(new(seed));

        output.WriteLine($"{reached} passwords were set");
        Assert.InRange(reached, 5, Walks * Steps);
    }

    private static async Task<int> WalkAsync(Random random)
    {
        await using var portal = await Portal.OpenAsync(Unlimited.Settings);
        _ = await portal.Service.SeedAsync(
            new PortalItself(), [new(new(Rachel, "Rachel", "en", "GB", []), Portal.Password, [RachelsMail, RachelsPhone, s_oldMail], 40.Days, "")], Cancel);
        Guest[] guests =
        [
            new(portal, random, "owner", [RachelsMail, RachelsPhone, s_oldMail]),
            new(portal, random, "thief with two mailboxes", [RachelsMail, s_oldMail]),
            new(portal, random, "thief with the phone", [RachelsPhone]),
        ];
        var reached = 0;
        for (var step = 0; step < Steps; step++)
            reached += await guests[random.Next(guests.Length)].StepAsync() ? 1 : 0;
        return reached;
    }

    private sealed class Guest(Portal portal, Random random, string name, Contact[] reads)
    {
        private static readonly Contact[] s_all = [RachelsMail, RachelsPhone, s_oldMail];

        private readonly Visitor _visitor = From($"192.0.2.{name.Length}") with { BrowserId = name };
        private readonly HashSet<Contact> _proved = [];
        private Contact? _first;
        private Contact? _asked;

        /// <summary>True when a password was set.</summary>
        public async Task<bool> StepAsync()
        {
            portal.Clock.Advance(random.Next(40).Seconds);
            switch (random.Next(10) < 7 ? Sensible() : random.Next(9))
            {
                case 0 or 1:
                    await StartAsync(s_all[random.Next(s_all.Length)]);
                    return false;
                case 2 or 3:
                    if (await portal.Service.ProveResetAsync(_visitor, await CodeAsync(_first), Cancel) is null && _first is { } first)
                        _ = _proved.Add(first);
                    return false;
                case 4 or 5:
                    var wanted = s_all[random.Next(s_all.Length)];
                    if (await portal.Service.AskForSecondAsync(_visitor, await IdOfAsync(wanted), Cancel) is null)
                        _asked = wanted;
                    return false;
                case 6:
                    if (await portal.Service.ProveSecondAsync(_visitor, await CodeAsync(_asked), Cancel) is null && _asked is { } asked)
                        _ = _proved.Add(asked);
                    return false;
                case 7:
                    return await FinishAsync();
                default:
                    _ = await portal.Service.ProveSecondByRecoveryCodeAsync(_visitor, "0000-0000-0000-0000", Cancel);
                    return false;
            }
        }

        /// <summary>What the page that is shown now asks for.</summary>
        private int Sensible() => (_proved.Count, _first, _asked) switch
        {
            (0, null, _) => 0,
            (0, _, _) => 2,
            (1, _, null) => 4,
            (1, _, _) => 6,
            _ => 7,
        };

        private async Task StartAsync(Contact contact)
        {
            if (await portal.Service.StartResetAsync(_visitor, Rachel, contact.Value, Cancel) is not null)
                return;

            _proved.Clear();
            (_first, _asked) = (contact, null);
        }

        private async Task<bool> FinishAsync()
        {
            var isSet = await portal.Service.FinishResetAsync(_visitor, "Four-quiet-words-77", Cancel) is null;
            Assert.True(!isSet || _proved.Select(contact => contact.Kind).Distinct().Count() > 1, $"{name} set a password with {string.Join(", ", _proved)}");
            if (!isSet)
                return false;

            _proved.Clear();
            (_first, _asked) = (null, null);
            return true;
        }

        /// <summary>The newest that came there, or a guess where it is somebody else's mailbox.</summary>
        private async Task<string> CodeAsync(Contact? contact)
        {
            if (contact is null || !reads.Contains(contact) || random.Next(5) == 0)
                return "00000000";

            await portal.SendMailAsync();
            return portal.Messages.To(contact.Value).LastOrDefault(message => message.Code is not null)?.Code ?? "00000000";
        }

        private async Task<MethodId> IdOfAsync(Contact contact)
        {
            var profile = await portal.ReadAsync(context => Task.FromResult(context.Profiles.Single(known => known.Name == Rachel)));
            return profile.Methods.Single(method => method.Contact == contact).Id;
        }
    }
}
