using SecurityPortal.Domain;
using SecurityPortal.Service;

namespace SecurityPortal.Tests.Walks;

internal sealed partial class Chooser
{
    private static readonly string[] s_operations = [.. Calls.All.Keys];
    private static readonly string[] s_changes =
    [
        nameof(SecurityInfoService.AddMethodAsync), nameof(SecurityInfoService.RemoveMethodAsync), nameof(SecurityInfoService.SuspendMethodAsync),
        nameof(SecurityInfoService.MakeDefaultAsync), nameof(SecurityInfoService.CancelReplacementAsync), nameof(SecurityInfoService.FinishRegistrationAsync),
        nameof(SecurityInfoService.RenameMethodAsync), nameof(SecurityInfoService.BringBackMethodAsync),
    ];

    /// <summary>What a page in a circuit would ask of the service for this browser's session.</summary>
    public Act Call(WalkBrowser by, bool isSensible)
    {
        if (by.Holds is not { } owner)
            return Look(by);

        var name = isSensible && Session(by) is { } session ? Next(owner, session) : Pick(s_operations)!;
        var call = CallOf(by, owner, name, isSensible);
        if (name is nameof(SecurityInfoService.AddMethodAsync) or nameof(SecurityInfoService.EnterNewInfoAsync))
            _ = Ledger.Typed.Add((owner.Session, call.Own.Value));
        return new(by, $"{by}: {name} {call.Method} {call.Code?.Purpose} {call.Typed}", DeedOf(by, name, call), null, async () =>
        {
            _ = await Calls.All[name](call, CancellationToken.None);
            return null;
        });
    }

    private Call CallOf(WalkBrowser by, Owner owner, string name, bool isSensible)
    {
        var code = CodeFor(owner, name, isSensible);
        var isRight = code is not null && by.Walker.Reads.Contains(code.To) && random.Next(100) < 88;
        return new(scene.Portal.Service, owner)
        {
            Method = Target(by, name, isSensible),
            Code = code,
            Typed = isRight ? code!.Digits : AnyCode(by),
            Purpose = isSensible || random.Next(2) == 0 ? Purpose.ChangeSecurityInfo : Pick(Enum.GetValues<Purpose>()),
            Session = Pick(scene.Accounts.SelectMany(account => account.Sessions).Select(session => session.Id).ToArray()),
            Own = new(MethodKind.Email, by.Walker.NewContact),
            Knowingly = random.Next(2) == 0,
        };
    }

    private static Deed DeedOf(WalkBrowser by, string name, Call call) => name switch
    {
        nameof(SecurityInfoService.ChangeDistrustedPasswordAsync) or nameof(SecurityInfoService.SetPasswordAsync) => new Deed.ChosePassword(by, call.Owner, Calls.NewPassword),
        _ when Calls.CodeOf(name) is not null => new Deed.TypedCode(by, call.Owner, call.Challenge, call.Typed),
        _ => new Deed.Called(by, call.Owner, name),
    };

    /// <summary>One step on towards changing something: signed in, by a proof; with the password alone, by a replacement.</summary>
    private string Next(Owner owner, Session session)
    {
        var account = scene.Accounts.Single(account => account.Id == owner.Account);
        if (IsOut(account, session, Purpose.ConfirmMethod))
            return nameof(SecurityInfoService.ConfirmMethodAsync);

        if (session.FullAt is null)
            return account.MustRegister ? nameof(SecurityInfoService.AddMethodAsync) : NextOfReplacement(account.DraftOf(session.Id));

        if (Ledger.MayChange(session.Id, scene.Portal.Now) || session.IsRegistering)
            return Pick(s_changes)!;

        if (account.Unexplained is not null && random.Next(2) == 0)
            return nameof(SecurityInfoService.SayWhoStartedAsync);

        return IsOut(account, session, Purpose.ChangeSecurityInfo) ? nameof(SecurityInfoService.ProveAsync) : nameof(SecurityInfoService.AskForCodeAsync);
    }

    private static string NextOfReplacement(ReplacementDraft? draft) => draft switch
    {
        null => nameof(SecurityInfoService.EnterNewInfoAsync),
        { IsReady: true } => nameof(SecurityInfoService.StartReplacementAsync),
        _ => nameof(SecurityInfoService.ConfirmNewInfoAsync),
    };

    private bool IsOut(SecurityProfile account, Session session, Purpose purpose) =>
        account.Challenges.Any(sent => sent.Session == session.Id && sent.Purpose == purpose && sent.IsOpen(scene.Portal.Now));

    private SentCode? CodeFor(Owner owner, string name, bool isSensible)
    {
        var own = Ledger.Codes.Values.Where(code => code.Session == owner.Session && Calls.CodeOf(name) == code.Purpose).ToArray();
        return own is not [] && (isSensible || random.Next(2) == 0) ? own[^1] : Pick(Ledger.Codes.Values.ToArray());
    }

    private MethodId Target(WalkBrowser by, string name, bool isSensible)
    {
        var mine = Methods().Where(id => CanRead(by, id!.Value)).ToArray();
        return (isSensible && name == nameof(SecurityInfoService.AskForCodeAsync) && mine is not [] ? Pick(mine) : Pick(Methods())) ?? default;
    }
}
