using SecurityPortal.Domain;
using SecurityPortal.Service;
using SecurityPortal.Tests.Support;

namespace SecurityPortal.Tests.Walks;

/// <summary>How things stand when a walk begins; what was proved on the way there is in the ledger.</summary>
internal sealed class Situation(Scene scene, Witness witness)
{
    private static readonly TimeSpan[] s_waited = [1.Minutes, 1.Days, 29.Days, 30.Days - 5.Minutes];

    private string _typed = "";

    private SecurityInfoService Service => scene.Portal.Service;

    private WalkBrowser Owners => scene.Browsers[0];

    private WalkBrowser Thiefs => scene.Browsers[2];

    public static bool IsNew(int kind) => kind is >= 30 and < 37;

    public async Task BeginAsync(int kind, Random random)
    {
        await (kind switch
        {
            < 18 => Task.CompletedTask,
            < 30 => SignedInAsync(),
            < 52 => PasswordsGivenAsync(),
            < 70 => PendingAsync(s_waited[random.Next(s_waited.Length)]),
            < 78 => RestrictedAsync(),
            < 84 => DistrustedAsync(),
            _ => CodeSentAsync(),
        });
        scene.Remember(await scene.LookAsync());
        _ = await witness.ReadAsync(scene.Accounts, []);
        scene.Ledger.Proofs.AddRange(
            from account in scene.Accounts
            from answered in account.Challenges
            where answered.AnsweredAt is not null
            select new Proof(scene.Ledger.Codes[answered.Id], answered.AnsweredAt!.Value, Step: -1));
    }

    private async Task PasswordsGivenAsync()
    {
        _ = await GivePasswordAsync(Owners);
        _ = await GivePasswordAsync(Thiefs);
    }

    private async Task CodeSentAsync()
    {
        await PasswordsGivenAsync();
        foreach (var browser in new[] { Owners, Thiefs })
            Done(await Service.AskForCodeAsync(browser.Holds!, Purpose.SignIn, scene.MethodOf(scene.Mail), CancellationToken.None));
    }

    private async Task SignedInAsync()
    {
        _ = await SignInAsync(Owners);
        _ = await GivePasswordAsync(Thiefs);
    }

    private async Task PendingAsync(TimeSpan waited)
    {
        await StartReplacementAsync(await GivePasswordAsync(Thiefs));
        scene.Portal.Clock.Advance(waited);
        await PasswordsGivenAsync();
    }

    private async Task DistrustedAsync()
    {
        await StartReplacementAsync(await GivePasswordAsync(Thiefs));
        scene.Portal.Clock.Advance(1.Minutes);
        var owner = await SignInAsync(Owners);
        Done(await Service.SayWhoStartedAsync(owner, wasOwner: false, CancellationToken.None));
        scene.Portal.Clock.Advance(1.Minutes);
        await PasswordsGivenAsync();
    }

    /// <summary>The thief once held the owner's mailbox.</summary>
    private async Task RestrictedAsync()
    {
        var thief = await SignInAsync(Thiefs);
        Done(await Service.AskForCodeAsync(thief, Purpose.ChangeSecurityInfo, scene.MethodOf(scene.Mail), CancellationToken.None));
        Done(await Service.ProveAsync(thief, await CodeAsync(thief, Purpose.ChangeSecurityInfo), _typed, CancellationToken.None));
        Done(await Service.AddMethodAsync(thief, scene.ThiefsMail, CancellationToken.None));
        Done(await Service.ConfirmMethodAsync(thief, await CodeAsync(thief, Purpose.ConfirmMethod), _typed, CancellationToken.None));
        Done(await Service.RemoveMethodAsync(thief, scene.MethodOf(scene.Phone), knowingly: false, CancellationToken.None));
        Done(await Service.RemoveMethodAsync(thief, scene.MethodOf(scene.Mail), knowingly: true, CancellationToken.None));
        scene.Portal.Clock.Advance(20.Minutes);
        await PasswordsGivenAsync();
    }

    private async Task<Owner> GivePasswordAsync(WalkBrowser browser)
    {
        var answer = await Service.SignInAsync(browser.Visitor, browser.Walker.Wants, Portal.Password, CancellationToken.None);
        Done(answer.Refusal);
        scene.Ledger.Opened[answer.Owner!.Session] = browser;
        browser.Keep(answer.Owner);
        return answer.Owner;
    }

    private async Task<Owner> SignInAsync(WalkBrowser browser)
    {
        var limited = await GivePasswordAsync(browser);
        Done(await Service.AskForCodeAsync(limited, Purpose.SignIn, scene.MethodOf(scene.Mail), CancellationToken.None));
        var answer = await Service.CompleteSignInAsync(limited, await CodeAsync(limited, Purpose.SignIn), _typed, CancellationToken.None);
        Done(answer.Refusal);
        scene.Ledger.Full[answer.Owner!.Session] = browser;
        browser.Keep(answer.Owner);
        return answer.Owner;
    }

    private async Task StartReplacementAsync(Owner thief)
    {
        Done(await Service.EnterNewInfoAsync(thief, scene.ThiefsMail, CancellationToken.None));
        Done(await Service.ConfirmNewInfoAsync(thief, await CodeAsync(thief, Purpose.ConfirmNewInfo), _typed, CancellationToken.None));
        Done(await Service.StartReplacementAsync(thief, CancellationToken.None));
    }

    private async Task<ChallengeId> CodeAsync(Owner owner, Purpose purpose)
    {
        _ = await witness.ReadAsync(await scene.LookAsync(), []);
        var sent = scene.Ledger.Codes.Values.Last(code => code.Session == owner.Session && code.Purpose == purpose);
        _typed = sent.Digits;
        return sent.Challenge;
    }

    private static void Done(Refusal? refusal) => Assert.Null(refusal);
}
