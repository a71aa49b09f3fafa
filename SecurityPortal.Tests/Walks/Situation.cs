using SecurityPortal.Domain;
using SecurityPortal.Service;
using SecurityPortal.Tests.Support;

namespace SecurityPortal.Tests.Walks;

/// <summary>How things stand when a walk begins.</summary>
internal enum Standing
{
    Nothing,
    PasswordsGiven,
    CodesSent,
    SignedIn,
    Newcomer,
    Pending,
    Restricted,
    Distrusted,
}

/// <summary>Brings things to where they stand when a walk begins; what is proved on the way there is in the ledger.</summary>
internal sealed class Situation(Scene scene, Witness witness)
{
    private static readonly TimeSpan[] s_waited = [1.Minutes, 1.Days, 29.Days, 30.Days - 5.Minutes];

    private SecurityInfoService Service => scene.Portal.Service;

    private WalkBrowser Owners => scene.Browsers[0];

    private WalkBrowser Thiefs => scene.Browsers[2];

    public static Standing Any(Random random) => random.Next(100) switch
    {
        < 18 => Standing.Nothing,
        < 33 => Standing.PasswordsGiven,
        < 48 => Standing.CodesSent,
        < 61 => Standing.SignedIn,
        < 68 => Standing.Newcomer,
        < 86 => Standing.Pending,
        < 94 => Standing.Restricted,
        _ => Standing.Distrusted,
    };

    public async Task BeginAsync(Standing standing, Random random)
    {
        await (standing switch
        {
            Standing.Nothing => Task.CompletedTask,
            Standing.PasswordsGiven or Standing.Newcomer => PasswordsGivenAsync(),
            Standing.CodesSent => CodesSentAsync(),
            Standing.SignedIn => SignedInAsync(),
            Standing.Pending => PendingAsync(s_waited[random.Next(s_waited.Length)]),
            Standing.Restricted => RestrictedAsync(),
            Standing.Distrusted => DistrustedAsync(),
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

    private async Task CodesSentAsync()
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
        await ProveChangeAsync(thief);
        Done(await Service.AddMethodAsync(thief, scene.ThiefsMail, CancellationToken.None));
        var added = await CodeAsync(thief, Purpose.ConfirmMethod);
        Done(await Service.ConfirmMethodAsync(thief, added.Challenge, added.Digits, CancellationToken.None));
        Done(await Service.RemoveMethodAsync(thief, scene.MethodOf(scene.Phone), knowingly: false, CancellationToken.None));
        Done(await Service.RemoveMethodAsync(thief, scene.MethodOf(scene.Mail), knowingly: true, CancellationToken.None));
        scene.Portal.Clock.Advance(20.Minutes);
        await PasswordsGivenAsync();
    }

    public async Task<Owner> GivePasswordAsync(WalkBrowser browser)
    {
        var answer = await Service.SignInAsync(browser.Visitor, browser.Walker.Wants, Portal.Password, CancellationToken.None);
        Done(answer.Refusal);
        scene.Ledger.Opened[answer.Owner!.Session] = browser;
        browser.Keep(answer.Owner);
        return answer.Owner;
    }

    public async Task<Owner> SignInAsync(WalkBrowser browser)
    {
        var limited = await GivePasswordAsync(browser);
        Done(await Service.AskForCodeAsync(limited, Purpose.SignIn, scene.MethodOf(scene.Mail), CancellationToken.None));
        var code = await CodeAsync(limited, Purpose.SignIn);
        var answer = await Service.CompleteSignInAsync(limited, code.Challenge, code.Digits, CancellationToken.None);
        Done(answer.Refusal);
        scene.Ledger.Full[answer.Owner!.Session] = browser;
        browser.Keep(answer.Owner);
        return answer.Owner;
    }

    public async Task StartReplacementAsync(Owner thief)
    {
        Done(await Service.EnterNewInfoAsync(thief, scene.ThiefsMail, CancellationToken.None));
        var entered = await CodeAsync(thief, Purpose.ConfirmNewInfo);
        Done(await Service.ConfirmNewInfoAsync(thief, entered.Challenge, entered.Digits, CancellationToken.None));
        Done(await Service.StartReplacementAsync(thief, CancellationToken.None));
    }

    /// <summary>A proof for changing security info, by the owner's mail.</summary>
    public async Task ProveChangeAsync(Owner owner)
    {
        Done(await Service.AskForCodeAsync(owner, Purpose.ChangeSecurityInfo, scene.MethodOf(scene.Mail), CancellationToken.None));
        var code = await CodeAsync(owner, Purpose.ChangeSecurityInfo);
        Done(await Service.ProveAsync(owner, code.Challenge, code.Digits, CancellationToken.None));
    }

    /// <summary>A session that can only undo; everything is changed first if it was not.</summary>
    public async Task<Owner> BeginUndoAsync(WalkBrowser browser)
    {
        if ((await scene.LookAsync())[0].Restriction is null)
            await RestrictedAsync();

        _ = await witness.ReadAsync(await scene.LookAsync(), []);
        var link = scene.Ledger.Links.Values.First(link => link.Use == LinkUse.UndoRestriction);
        var answer = await Service.BeginUndoAsync(browser.Visitor, link.Token, Portal.Password, CancellationToken.None);
        Done(answer.Refusal);
        scene.Ledger.Opened[answer.Owner!.Session] = browser;
        browser.Keep(answer.Owner);
        return answer.Owner;
    }

    public async Task<SentCode> CodeAsync(Owner owner, Purpose purpose)
    {
        _ = await witness.ReadAsync(await scene.LookAsync(), []);
        return scene.Ledger.Codes.Values.Last(code => code.Session == owner.Session && code.Purpose == purpose);
    }

    private static void Done(Refusal? refusal) => Assert.Null(refusal);
}
