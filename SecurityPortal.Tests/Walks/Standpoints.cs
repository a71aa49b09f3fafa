using System.Security.Claims;
using SecurityPortal.Domain;
using SecurityPortal.Service;
using SecurityPortal.Tests.Support;

namespace SecurityPortal.Tests.Walks;

/// <summary>
/// Those who may call the service, each in a world of its own where what they hold could be of use: the call carries the
/// method, the code and the new contact that fit best.
/// </summary>
internal sealed class Standpoints(Scene scene, Situation situation)
{
    public const string Nobody = "Nobody";
    public const string OfAnother = "OfAnother";
    public const string Limited = "Limited";
    public const string Full = "Full";
    public const string Undo = "Undo";

    private SecurityInfoService Service => scene.Portal.Service;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private WalkBrowser Owners => scene.Browsers[0];

    private WalkBrowser Others => scene.Browsers[1];

    /// <summary>Those of sessions: what disowns an address is bound to a mail, and no session can hold it.</summary>
    public static IReadOnlyList<string> Purposes => [.. Enum.GetNames<Purpose>().Where(name => name is not (nameof(Purpose.Disown) or nameof(Purpose.ResetPassword) or nameof(Purpose.Recover) or nameof(Purpose.MendClear) or nameof(Purpose.ActAsStaff) or nameof(Purpose.Clear) or nameof(Purpose.Approve) or nameof(Purpose.GrantRole)))];

    public static IReadOnlyList<string> All => [Nobody, OfAnother, Limited, Full, Undo, .. Purposes];

    /// <param name="isAnswered">The code of the standpoint's purpose was entered, and its proof is held; else it is still to be entered.</param>
    public async Task<Call> TakeAsync(string name, bool isAnswered)
    {
        var (owner, code) = await (name switch
        {
            Nobody => NobodyAsync(),
            OfAnother => OfAnotherAsync(),
            Limited => LimitedAsync(),
            Full => FullAsync(),
            Undo => UndoAsync(),
            _ => Enum.Parse<Purpose>(name) switch
            {
                Purpose.SignIn => AskAsync(situation.GivePasswordAsync(Owners), Purpose.SignIn),
                Purpose.ChangeSecurityInfo => AskAsync(situation.SignInAsync(Owners), Purpose.ChangeSecurityInfo),
                Purpose.ConfirmMethod => AddingAsync(),
                Purpose.ConfirmNewInfo => EnteringAsync(),
                Purpose.CorrectReplacement => CorrectingAsync(),
                Purpose.BringBack => BringingBackAsync(),
                Purpose.UndoRestriction => UndoingAsync(),
                Purpose.Disown or Purpose.ResetPassword or Purpose.Recover or Purpose.MendClear or Purpose.ActAsStaff or Purpose.Clear or Purpose.Approve or Purpose.GrantRole => throw new ArgumentOutOfRangeException(nameof(name)),
            },
        });
        if (isAnswered && Enum.TryParse<Purpose>(name, out var purpose))
            Assert.Null(await HoldAsync(owner, purpose, code));
        return await CallOfAsync(owner, code);
    }

    /// <summary>A proof without the step that it is for: the service takes both at once, so the account itself is asked.</summary>
    private Task<Refusal?> HoldAsync(Owner owner, Purpose purpose, SentCode code) => scene.Portal.Writes.RunAsync(
        context => context.Profiles.Single(profile => profile.Id == owner.Account)
            .Prove(owner.Asker, purpose, code.Challenge, scene.Portal.Codes.Check(code.Digits), scene.Portal.Policy, scene.Portal.Now),
        Cancel);

    private async Task<Call> CallOfAsync(Owner owner, SentCode code)
    {
        var another = await situation.GivePasswordAsync(Others);
        scene.Remember(await scene.LookAsync());
        return new(Service, owner)
        {
            Method = code.Method,
            Code = code,
            Typed = code.Digits,
            Purpose = Purpose.ChangeSecurityInfo,
            Session = another.Session,
            Own = new(MethodKind.Email, scene.Rightful.NewContact),
            Knowingly = true,
        };
    }

    /// <summary>With a code that is open, and right, in another session.</summary>
    private async Task<(Owner, SentCode)> NobodyAsync()
    {
        var (known, code) = await AskAsync(situation.GivePasswordAsync(Owners), Purpose.SignIn);
        return (Owner.From(new(new ClaimsIdentity([.. Owner.Claims(known.Account, SessionId.New(scene.Portal.Now)), .. Owner.Claims(Owners.Visitor)], "test")))!, code);
    }

    private async Task<(Owner, SentCode)> OfAnotherAsync()
    {
        var (_, code) = await AskAsync(situation.GivePasswordAsync(Owners), Purpose.SignIn);
        var answer = await Service.SignInAsync(scene.Browsers[2].Visitor, scene.Thief.Passwords.First(known => known.Key != scene.Thief.Wants).Key, Scene.OtherPassword, Cancel);
        return (answer.Owner!, code);
    }

    private async Task<(Owner, SentCode)> LimitedAsync()
    {
        var (_, code) = await AskAsync(situation.GivePasswordAsync(Owners), Purpose.SignIn);
        return (await situation.GivePasswordAsync(Others), code);
    }

    private async Task<(Owner, SentCode)> FullAsync()
    {
        var (_, code) = await AskAsync(situation.GivePasswordAsync(Others), Purpose.SignIn);
        return (await situation.SignInAsync(Owners), code);
    }

    private async Task<(Owner, SentCode)> UndoAsync()
    {
        var owner = await situation.BeginUndoAsync(Owners);
        var (_, code) = await AskAsync(situation.BeginUndoAsync(Others), Purpose.UndoRestriction);
        return (owner, code);
    }

    private async Task<(Owner, SentCode)> AskAsync(Task<Owner> session, Purpose purpose, Contact? of = null)
    {
        var owner = await session;
        scene.Remember(await scene.LookAsync());
        Assert.Null(await Service.AskForCodeAsync(owner, purpose, scene.MethodOf(of ?? scene.Mail), Cancel));
        return (owner, await situation.CodeAsync(owner, purpose));
    }

    /// <summary>The proof that adding took has lapsed by the time its own code is entered.</summary>
    private async Task<(Owner, SentCode)> AddingAsync()
    {
        var owner = await situation.SignInAsync(Owners);
        await situation.ProveChangeAsync(owner);
        scene.Portal.Clock.Advance(9.Minutes);
        Assert.Null(await Service.AddMethodAsync(owner, new(MethodKind.Email, "added@mail.example"), Cancel));
        var code = await situation.CodeAsync(owner, Purpose.ConfirmMethod);
        scene.Portal.Clock.Advance(30.Seconds);
        return (owner, code);
    }

    private async Task<(Owner, SentCode)> EnteringAsync()
    {
        var owner = await situation.GivePasswordAsync(Owners);
        Assert.Null(await Service.EnterNewInfoAsync(owner, scene.ThiefsMail, Cancel));
        return (owner, await situation.CodeAsync(owner, Purpose.ConfirmNewInfo));
    }

    private async Task<(Owner, SentCode)> CorrectingAsync()
    {
        await situation.StartReplacementAsync(await situation.GivePasswordAsync(Others));
        var owner = await situation.GivePasswordAsync(Owners);
        scene.Remember(await scene.LookAsync());
        Assert.Null(await Service.AskForCodeAsync(owner, Purpose.CorrectReplacement, scene.Accounts[0].Pending!.Infos[0].Id, Cancel));
        return (owner, await situation.CodeAsync(owner, Purpose.CorrectReplacement));
    }

    private async Task<(Owner, SentCode)> BringingBackAsync()
    {
        var owner = await situation.SignInAsync(Owners);
        await situation.ProveChangeAsync(owner);
        Assert.Null(await Service.SuspendMethodAsync(owner, scene.MethodOf(scene.Phone), knowingly: false, Cancel));
        scene.Portal.Clock.Advance(11.Minutes);
        return await AskAsync(Task.FromResult(owner), Purpose.BringBack, scene.Phone);
    }

    private async Task<(Owner, SentCode)> UndoingAsync() => await AskAsync(situation.BeginUndoAsync(Owners), Purpose.UndoRestriction);
}
