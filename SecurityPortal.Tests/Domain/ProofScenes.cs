using SecurityPortal.Domain;
using SecurityPortal.Tests.Support;
using static SecurityPortal.Tests.Support.People;

namespace SecurityPortal.Tests.Domain;

/// <summary>A moment at which one operation wants nothing more than its proof.</summary>
/// <param name="Twin">Another session of the same account that is as far as this one.</param>
/// <param name="Target">The method that is to be proved.</param>
public sealed record Scene(Life Life, Asker By, Asker Twin, MethodId Target);

/// <param name="proved">The method that was proved for it.</param>
public delegate Refusal? Operation(Life life, Asker by, MethodId proved);

/// <summary>Every operation of an account that wants a proof, the purposes that open it, and its scene.</summary>
public static class ProofScenes
{
    private static readonly Contact s_third = new(MethodKind.Email, "third@post.example");

    public static readonly Dictionary<string, (Purpose[] Opens, Func<Scene> Set, Operation Do)> All = new()
    {
        [nameof(SecurityProfile.CompleteSignIn)] = ([Purpose.SignIn], SigningIn, (life, by, proved) => life.Profile.CompleteSignIn(by, proved, SessionId.New(life.Now), Life.Policy, life.Now)),
        [nameof(SecurityProfile.AddMethod)] = ([Purpose.ChangeSecurityInfo], Changing, (life, by, _) => life.Add(by, s_third)),
        [nameof(SecurityProfile.AddApp)] = ([Purpose.ChangeSecurityInfo], Changing, (life, by, _) => life.Profile.AddApp(by, MethodId.New(life.Now), "sealed", ChallengeId.New(life.Now), Life.Policy, life.Now)),
        [nameof(SecurityProfile.WhyNoPasskey)] = ([Purpose.ChangeSecurityInfo], Changing, (life, by, _) => life.Profile.WhyNoPasskey(by, Life.Policy, life.Now)),
        [nameof(SecurityProfile.AddPasskey)] = ([Purpose.ChangeSecurityInfo], Changing, (life, by, _) => life.Profile.AddPasskey(by, MethodId.New(life.Now), new([1], [], 0, [], false, false), "Desk", isElsewhere: false, Life.Policy, life.Now)),
        [nameof(SecurityProfile.MakeRecoveryCodes)] = ([Purpose.ChangeSecurityInfo], Changing, (life, by, _) => life.Profile.MakeRecoveryCodes(by, Sheets.New(life.Now), Life.Policy, life.Now)),
        [nameof(SecurityProfile.GoPasswordless)] = ([Purpose.ChangeSecurityInfo], GoingWithout, (life, by, _) => life.Profile.GoPasswordless(by, hasRead: true, Life.Policy, life.Now)),
        [nameof(SecurityProfile.SetPassword)] = ([Purpose.ChangeSecurityInfo], Changing, (life, by, _) => life.Profile.SetPassword(by, "another", Life.Policy, life.Now)),
        [nameof(SecurityProfile.RemoveMethod)] = ([Purpose.ChangeSecurityInfo], Changing, (life, by, proved) => life.Profile.RemoveMethod(by, proved, true, Life.Policy, life.Now)),
        [nameof(SecurityProfile.SuspendMethod)] = ([Purpose.ChangeSecurityInfo], Changing, (life, by, proved) => life.Profile.SuspendMethod(by, proved, true, Life.Policy, life.Now)),
        [nameof(SecurityProfile.RenameMethod)] = ([Purpose.ChangeSecurityInfo], Changing, (life, by, proved) => life.Profile.RenameMethod(by, proved, "Mine", Life.Policy, life.Now)),
        [nameof(SecurityProfile.SetMethodLanguage)] = ([Purpose.ChangeSecurityInfo], Changing, (life, by, proved) => life.Profile.SetMethodLanguage(by, proved, "de", Life.Policy, life.Now)),
        [nameof(SecurityProfile.MakeDefault)] = ([Purpose.ChangeSecurityInfo], Changing, (life, by, proved) => life.Profile.MakeDefault(by, proved, Life.Policy, life.Now)),
        [nameof(SecurityProfile.SecureAccount)] = ([Purpose.ChangeSecurityInfo], Changing, (life, by, _) => life.Profile.SecureAccount(by, Life.Policy, life.Now)),
        [nameof(SecurityProfile.ForgetBrowser)] = ([Purpose.ChangeSecurityInfo], Changing, (life, by, _) => life.Profile.ForgetBrowser(by, Guid.Empty, Life.Policy, life.Now)),
        [nameof(SecurityProfile.ForgetAllBrowsers)] = ([Purpose.ChangeSecurityInfo], Changing, (life, by, _) => life.Profile.ForgetAllBrowsers(by, Life.Policy, life.Now)),
        [nameof(SecurityProfile.CancelReplacement)] = ([Purpose.ChangeSecurityInfo], Cancelling, (life, by, _) => life.Profile.CancelReplacement(by, Life.Policy, life.Now)),
        [nameof(SecurityProfile.BringBackMethod)] = ([Purpose.BringBack, Purpose.ChangeSecurityInfo], BringingBack, (life, by, proved) => life.Profile.BringBackMethod(by, proved, Life.Policy, life.Now)),
        [nameof(SecurityProfile.ConfirmMethod)] = ([Purpose.ConfirmMethod], Confirming, (life, by, proved) => life.Profile.ConfirmMethod(by, proved, 0, Life.Policy, life.Now)),
        [nameof(SecurityProfile.ConfirmNewInfo)] = ([Purpose.ConfirmNewInfo], Drafting, (life, by, proved) => life.Profile.ConfirmNewInfo(by, proved, 0, Life.Policy, life.Now)),
        [nameof(SecurityProfile.OpenCorrection)] = ([Purpose.CorrectReplacement], Correcting, (life, by, proved) => life.Profile.OpenCorrection(by, proved, Life.Policy, life.Now)),
        [nameof(SecurityProfile.DisputeStaff)] = ([Purpose.ChangeSecurityInfo], Changing, (life, by, _) => life.Profile.DisputeStaff(by, "K7M4PQRS", Life.Policy, life.Now)),
        [nameof(SecurityProfile.MendClear)] = ([Purpose.MendClear], Mending, (life, by, proved) => life.Profile.MendClear(by, proved, Life.Policy, life.Now)),
        [nameof(SecurityProfile.UndoRestriction)] = ([Purpose.UndoRestriction], Undoing, (life, by, proved) => life.Profile.UndoRestriction(by, proved, false, Life.Policy, life.Now)),
    };

    /// <summary>Those that want none: the password, or nothing but the session, is enough; each has tests of its own.</summary>
    public static readonly string[] WithoutProof =
    [
        nameof(SecurityProfile.AskForCode), nameof(SecurityProfile.TypeWhole), nameof(SecurityProfile.CallWithCode), nameof(SecurityProfile.SendAgain), nameof(SecurityProfile.Prove),
        nameof(SecurityProfile.Touch), nameof(SecurityProfile.EndSession), nameof(SecurityProfile.EndOtherSessions), nameof(SecurityProfile.EndAllSessions), nameof(SecurityProfile.SkipReminder),
        nameof(SecurityProfile.ConfirmPassword), nameof(SecurityProfile.ChangeDistrustedPassword), nameof(SecurityProfile.SayWhoStarted),
        nameof(SecurityProfile.WhyNotAnswer), nameof(SecurityProfile.Dispute), nameof(SecurityProfile.ReportLost), nameof(SecurityProfile.MakeCallerNumber),
        nameof(SecurityProfile.DiscardUnconfirmed), nameof(SecurityProfile.FinishRegistration), nameof(SecurityProfile.HeldBack), nameof(SecurityProfile.WhyNoTest), nameof(SecurityProfile.WhyNotStaff), nameof(SecurityProfile.WhyNotAct), nameof(SecurityProfile.WhyNotPlan), nameof(SecurityProfile.HaveActed), nameof(SecurityProfile.TakePass),
        nameof(SecurityProfile.EnterNewInfo), nameof(SecurityProfile.DropNewInfo), nameof(SecurityProfile.DiscardDraft), nameof(SecurityProfile.StartReplacement),
        nameof(SecurityProfile.AskForReset), nameof(SecurityProfile.ProveForReset), nameof(SecurityProfile.ProvePasskeyForReset), nameof(SecurityProfile.ProvePaperForReset),
        nameof(SecurityProfile.ProveByApp), nameof(SecurityProfile.ProveAppForReset), nameof(SecurityProfile.TakeFirstCode), nameof(SecurityProfile.ProveByPasskey), nameof(SecurityProfile.SignInByPasskey), nameof(SecurityProfile.CancelAndSignIn), nameof(SecurityProfile.UseRecoveryCode), nameof(SecurityProfile.SaveRecoveryCodes),
        nameof(SecurityProfile.AccountBlocks), nameof(SecurityProfile.TellableBy), nameof(SecurityProfile.TellWhenBlockEnds),
    ];

    /// <summary>Earns every proof of a purpose that this session can earn, by every method and all new info but one.</summary>
    public static void Earn(this Life life, Asker by, Purpose purpose, MethodId? but = null)
    {
        MethodId[] all =
        [
            .. life.Profile.Methods.Where(method => method.IsDestination).Select(method => method.Id),
            .. life.Profile.Drafts.SelectMany(draft => draft.Infos).Select(info => info.Id),
            .. life.Profile.Pending?.Infos.Select(info => info.Id) ?? [],
        ];
        foreach (var method in all.Where(method => method != but).Distinct())
        {
            if (life.Ask(by, purpose, method) is null)
                Assert.Null(life.Answer(by, purpose, method));
        }
    }

    private static Scene SigningIn()
    {
        var life = Life.With(RachelsMail, RachelsPhone);
        return new(life, life.GivePassword(), life.GivePassword(), life.IdOf(RachelsMail));
    }

    private static Scene Changing()
    {
        var life = Life.With(RachelsMail, RachelsPhone);
        return new(life, life.SignIn(RachelsMail), life.SignIn(RachelsMail), life.IdOf(RachelsMail));
    }

    private static Scene GoingWithout()
    {
        var scene = Changing();
        scene.Life.Profile.Grant(Life.App(Portal.Noon - 400.Days));
        scene.Life.SaveCodes(RachelsMail);
        return scene;
    }

    private static Scene Cancelling()
    {
        var scene = Changing();
        _ = scene.Life.Replace(NewMail);
        return scene;
    }

    private static Scene BringingBack()
    {
        var scene = Changing();
        var third = scene.Life.SignIn(RachelsMail);
        scene.Life.StepUp(third, RachelsMail);
        Assert.Null(scene.Life.Suspend(third, RachelsPhone));
        return scene with { Target = scene.Life.IdOf(RachelsPhone) };
    }

    private static Scene Mending()
    {
        var life = Life.With(RachelsMail, RachelsPhone);
        Assert.Null(life.Clear(RachelsPhone));
        return new(life, life.GivePassword(), life.GivePassword(), life.IdOf(RachelsPhone));
    }

    private static Scene Confirming()
    {
        var scene = Changing();
        foreach (var by in new[] { scene.By, scene.Twin })
        {
            scene.Life.StepUp(by, RachelsMail);
            Assert.Null(scene.Life.Add(by, NewMail));
            Assert.Null(scene.Life.Add(by, NewPhone));
        }

        return scene with { Target = scene.Life.Profile.Methods.Single(method => method.AddedIn == scene.By.Session && method.Contact == NewMail).Id };
    }

    private static Scene Drafting()
    {
        var scene = SigningIn();
        foreach (var by in new[] { scene.By, scene.Twin })
        {
            Assert.Null(scene.Life.Enter(by, NewMail));
            Assert.Null(scene.Life.Enter(by, NewPhone));
        }

        return scene with { Target = scene.Life.Entered(scene.By, NewMail).Id };
    }

    private static Scene Correcting()
    {
        var scene = SigningIn();
        var first = scene.Life.GivePassword();
        scene.Life.Draft(first, NewMail);
        scene.Life.Draft(first, NewPhone);
        Assert.Null(scene.Life.Start(first));
        return scene with { Target = scene.Life.Profile.Pending!.Infos[0].Id };
    }

    private static Scene Undoing()
    {
        var life = Life.With(RachelsMail);
        var stranger = life.SignIn(RachelsMail);
        life.StepUp(stranger, RachelsMail);
        life.AddConfirmed(stranger, NewMail);
        Assert.Null(life.Remove(stranger, RachelsMail, knowingly: true));
        return new(life, Open(), Open(), life.IdOf(RachelsMail));

        Asker Open()
        {
            var session = life.NewSession();
            Assert.Null(life.Profile.OpenUndoSession(session, life.IdOf(RachelsMail), Life.Policy, life.Now));
            return new(session.Id, session.Source);
        }
    }
}
