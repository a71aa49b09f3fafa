using Microsoft.Extensions.Configuration;
using SecurityPortal.Domain;
using SecurityPortal.Domain.Risk;
using SecurityPortal.Domain.Staff;
using SecurityPortal.Service;

namespace SecurityPortal.Tests.Support;

/// <summary>One account and its clock, without a store: what its people do in a word each, so that tests read as sentences.</summary>
public sealed class Life
{
    public const string Home = "192.0.2.1";
    public const string Elsewhere = "198.51.100.7";

    /// <summary>The figures of <c>appsettings.json</c>.</summary>
    public static readonly SecurityPolicy Policy = new ConfigurationBuilder()
        .AddJsonFile(Path.Combine(AppContext.BaseDirectory, "appsettings.json")).Build()
        .GetRequiredSection(SecurityOptions.Section).Get<SecurityOptions>()!.ToPolicy();

    public SecurityProfile Profile { get; private init; } = null!;

    public DateTimeOffset Now { get; set; } = Portal.Noon;

    /// <summary>An account that has had these methods for long.</summary>
    public static Life With(params Contact[] methods) => Of([], methods);

    /// <summary>One that was used yesterday, so that there is nothing to be reminded of but what these methods are.</summary>
    public static Life UsedLately(params Contact[] methods)
    {
        Life life = new() { Profile = SecurityProfile.Open(AccountId.New(Portal.Noon), new(People.Rachel, "Rachel", "en", "GB", []), "hash", Portal.Noon - 400.Days) };
        foreach (var contact in methods)
            life.Profile.Grant(SecurityMethod.Verified(MethodId.New(Portal.Noon), contact, "en", Portal.Noon - 1.Days, Portal.Noon - 400.Days), Portal.Noon - 1.Days);
        return life;
    }

    public static Life OfStaff(params Contact[] methods) => Of([Role.HelpDesk], methods);

    /// <summary>It must answer the reminder before it goes on.</summary>
    public bool Asks(Asker by) => Profile.AsksReminder(Session(by)!);

    public Refusal? Skip(Asker by) => Profile.SkipReminder(by, Policy, Now);

    public void Pass(TimeSpan time) => Now += time;

    /// <summary>What the worker does.</summary>
    public void Tick() => Profile.Advance(Policy, Now);

    public MethodId IdOf(Contact contact) => Method(contact).Id;

    public SecurityMethod Method(Contact contact) => Profile.Methods.Single(method => method.Contact == contact);

    public bool Has(Contact contact) => Profile.Methods.Any(method => method.Contact == contact && method.IsUsable);

    public Session? Session(Asker of) => Profile.Find(of.Session);

    /// <summary>The help desk clears these; what was reported lost does not come back.</summary>
    public Refusal? Clear(params Contact[] goes) => Clear(new NewPass(Guid.CreateVersion7(Now), new([], 0)), goes);

    public Refusal? Clear(NewPass pass, params Contact[] goes) => Profile.Clear(
        new(CallerCheck.InPerson, "badge", "Phone left on a train", "INC-7") { Methods = [.. Profile.Methods.Where(method => method.IsConfirmed && goes.Contains(method.Contact)).Select(method => method.Id)], SeenClearAt = Profile.LastClear?.At },
        new(Now, AccountId.New(Now), Role.HelpDesk, "INC-7"), pass, Policy, Now);

    public Asker GivePassword(string source = Home, string? browser = null)
    {
        var session = NewSession(source) with { BrowserId = browser };
        Profile.OpenLimitedSession(session, Policy, Now);
        return new(session.Id, source, browser);
    }

    /// <summary>In this browser, which needs no code from now on.</summary>
    public Asker SignInAndRemember(Contact with, string browser)
    {
        var limited = GivePassword(browser: browser);
        Give(limited, Purpose.SignIn, IdOf(with));
        return Complete(limited, with, remembers: true);
    }

    /// <summary>The right password, which in a remembered browser is enough; else null.</summary>
    public Asker? Enter(string browser, RiskScore? risk = null)
    {
        var limited = NewSession() with { BrowserId = browser, Risk = risk ?? RiskScore.None };
        Profile.OpenLimitedSession(limited, Policy, Now);
        var full = SessionId.New(Now);
        return Profile.EnterRemembered(limited.Id, full, Policy, Now) ? new(full, Home, browser) : null;
    }

    public Session NewSession(string source = Home) => new()
    {
        Id = SessionId.New(Now),
        StartedAt = Now,
        LastUsedAt = Now,
        PasswordAt = Now,
        Source = source,
        Browser = "Chrome on Linux",
    };

    public Asker SignIn(Contact with, string source = Home)
    {
        var limited = GivePassword(source);
        Give(limited, Purpose.SignIn, IdOf(with));
        return Complete(limited, with);
    }

    public Asker Complete(Asker limited, Contact with, bool remembers = false)
    {
        var full = SessionId.New(Now);
        Assert.Null(Profile.CompleteSignIn(limited, IdOf(with), full, Policy, Now, remembers));
        return limited with { Session = full };
    }

    public NewCode Code() => new(ChallengeId.New(Now), "123456", new([], 1), "K7");

    public Refusal? Ask(Asker by, Purpose purpose, MethodId method) => Profile.AskForCode(by, purpose, method, Code(), Policy, Now);

    public Refusal? SendAgain(Asker by, Challenge challenge) => Profile.SendAgain(by, challenge.Id, Code(), Policy, Now);

    public Challenge Asked(Asker by, Purpose purpose, MethodId method) =>
        Profile.Challenges.Last(challenge => challenge.Session == by.Session && challenge.Purpose == purpose && challenge.Method == method);

    /// <summary>Answers the code that was last asked for.</summary>
    public Refusal? Answer(Asker by, Purpose purpose, MethodId method, bool rightly = true) =>
        Answer(by, purpose, Asked(by, purpose, method).Id, rightly);

    public Refusal? Answer(Asker by, ChallengeId challenge, bool rightly = true) =>
        Answer(by, Profile.Challenges.FirstOrDefault(asked => asked.Id == challenge)?.Purpose ?? default, challenge, rightly);

    public Refusal? Answer(Asker by, Purpose purpose, ChallengeId challenge, bool rightly = true) =>
        Profile.Prove(by, purpose, challenge, _ => rightly, Policy, Now);

    /// <summary>Asks for a code and answers it rightly.</summary>
    public void Give(Asker by, Purpose purpose, MethodId method)
    {
        Assert.Null(Ask(by, purpose, method));
        Assert.Null(Answer(by, purpose, method));
    }

    /// <summary>A fresh proof for changing security info.</summary>
    public void StepUp(Asker by, Contact with) => Give(by, Purpose.ChangeSecurityInfo, IdOf(with));

    public Refusal? Add(Asker by, Contact contact, int accountsOfPhone = 0) =>
        Profile.AddMethod(by, contact, "en", accountsOfPhone, Code(), Policy, Now);

    public SecurityMethod Unconfirmed(Contact contact) =>
        Profile.Methods.Last(method => method.Contact == contact && method.VerifiedAt is null);

    public Refusal? Confirm(Asker by, Contact contact)
    {
        var added = Unconfirmed(contact);
        return Answer(by, Purpose.ConfirmMethod, added.Id) ?? Profile.ConfirmMethod(by, added.Id, 0, Policy, Now);
    }

    public void AddConfirmed(Asker by, Contact contact)
    {
        Assert.Null(Add(by, contact));
        Assert.Null(Confirm(by, contact));
    }

    /// <summary>An app that was bound then; its codes are said to be right by whoever asks.</summary>
    public static SecurityMethod App(DateTimeOffset since) => SecurityMethod.BoundApp(MethodId.New(since), "sealed", since);

    /// <summary>Asks for an app's code, and gives the one of that step.</summary>
    public Refusal? GiveStep(Asker by, Purpose purpose, MethodId app, long? step) =>
        Ask(by, purpose, app) ?? Profile.ProveByApp(by, purpose, Asked(by, purpose, app).Id, _ => step, Policy, Now);

    /// <summary>Makes recovery codes in a session of its own, and keeps them.</summary>
    public RecoveryCodeSet SaveCodes(Contact with)
    {
        var by = SignIn(with);
        StepUp(by, with);
        var made = Sheets.New(Now);
        Assert.Null(Profile.MakeRecoveryCodes(by, made, Policy, Now));
        Assert.Null(Profile.SaveRecoveryCodes(by, made.Id, Policy, Now));
        Assert.Null(Profile.EndSession(by, by.Session, Policy, Now));
        return Profile.RecoveryCodes!;
    }

    /// <param name="which">The place of the code on the sheet; null for one that is not on it.</param>
    public Refusal? UseCode(Asker by, Purpose purpose, int? which) =>
        Profile.UseRecoveryCode(by, purpose, (set, code) => set.Codes.IndexOf(code) == which, ChallengeId.New(Now), Policy, Now);

    public Refusal? Remove(Asker by, Contact contact, bool knowingly = false) =>
        Profile.RemoveMethod(by, IdOf(contact), knowingly, Policy, Now);

    public Refusal? Suspend(Asker by, Contact contact, bool knowingly = false) =>
        Profile.SuspendMethod(by, IdOf(contact), knowingly, Policy, Now);

    public Refusal? Enter(Asker by, Contact contact) => Profile.EnterNewInfo(by, contact, "en", 0, Code(), Policy, Now);

    public NewInfo Entered(Asker by, Contact contact) => Profile.DraftOf(by.Session)!.Infos.Single(info => info.Contact == contact);

    /// <summary>Enters new info and confirms it.</summary>
    public void Draft(Asker by, Contact contact)
    {
        Assert.Null(Enter(by, contact));
        var entered = Entered(by, contact);
        Assert.Null(Answer(by, Purpose.ConfirmNewInfo, entered.Id));
        Assert.Null(Profile.ConfirmNewInfo(by, entered.Id, 0, Policy, Now));
    }

    public Refusal? Start(Asker by) => Profile.StartReplacement(by, Policy, Now);

    /// <summary>From a right password to the pending state.</summary>
    public Asker Replace(Contact with, string source = Elsewhere)
    {
        var by = GivePassword(source);
        Draft(by, with);
        Assert.Null(Start(by));
        return by;
    }

    /// <summary>Opens what was entered for correction, by a proof of one of its destinations.</summary>
    public Refusal? Correct(Asker by, Contact provedWith)
    {
        var id = Profile.Pending!.Infos.Single(info => info.Contact == provedWith).Id;
        return Ask(by, Purpose.CorrectReplacement, id)
            ?? Answer(by, Purpose.CorrectReplacement, id)
            ?? Profile.OpenCorrection(by, id, Policy, Now);
    }

    public Refusal? CancelByLink(Contact destination) =>
        Profile.CancelByLink(Profile.Replacements[^1].Id, destination, Policy, Now);

    /// <summary>What was told since the last look, leaving nothing to be told again.</summary>
    public IReadOnlyList<Notice> Told() => Profile.TakeNotices();

    /// <summary>To whom an event of this kind was told since the last look.</summary>
    public IEnumerable<Contact> ToldOf<TEvent>()
        where TEvent : SecurityEvent =>
        Assert.Single(Told(), notice => notice.Event is TEvent).Recipients.Select(recipient => recipient.Contact);

    public void Forget()
    {
        _ = Profile.TakeNotices();
        _ = Profile.TakeDispatches();
        _ = Profile.TakeEndedChallenges();
    }

    private static Life Of(Role[] roles, Contact[] methods)
    {
        var begun = Portal.Noon - 400.Days;
        var profile = SecurityProfile.Open(AccountId.New(Portal.Noon), new(People.Rachel, "Rachel", "en", "GB", [.. roles]), "hash", Portal.Noon);
        foreach (var contact in methods)
            profile.Grant(SecurityMethod.Verified(MethodId.New(Portal.Noon), contact, "en", begun, begun));
        return new() { Profile = profile };
    }
}
