using System.Collections.Immutable;
using CsCheck;
using SecurityPortal.Domain;
using SecurityPortal.Domain.Risk;
using SecurityPortal.Tests.Support;
using static SecurityPortal.Tests.Support.People;

namespace SecurityPortal.Tests.Domain;

/// <summary>One thing somebody does. It names sessions by their place and methods by their contact, so that it can be done to two lives alike.</summary>
public sealed record Deed(string Name, Func<Walk, Refusal?> Do)
{
    public override string ToString() => Name;
}

/// <summary>A life, and the sessions that were opened in it.</summary>
public sealed class Walk(Life life)
{
    private readonly List<Asker> _sessions = [];

    public Life Life => life;

    public SecurityProfile Profile => life.Profile;

    public Asker Session(int place) => _sessions.Count == 0 ? new(SessionId.New(life.Now), Life.Home) : _sessions[^(1 + (place % _sessions.Count))];

    public Asker Opened(Asker by)
    {
        _sessions.Add(by);
        return by;
    }

    public MethodId Method(int place) => Profile.Methods.FirstOrDefault(method => method.Contact == RandomLives.Pool[place])?.Id ?? default;

    /// <summary>Asks, unless a code is out, and answers.</summary>
    public Refusal? Prove(Asker by, Purpose purpose, MethodId method, bool rightly) =>
        Type(by, purpose, method) ?? life.Ask(by, purpose, method) ?? life.Answer(by, purpose, method, rightly);

    /// <summary>The whole contact, where that is asked for first.</summary>
    private Refusal? Type(Asker by, Purpose purpose, MethodId method) =>
        purpose == Purpose.SignIn && (Profile.AsksWholeUntil > life.Now || life.Session(by)?.Risk.IsMedium(SecurityPortal.Tests.Support.Life.Policy.Risk) == true) && Profile.Methods.FirstOrDefault(known => known.Id == method) is { } chosen
            ? Profile.TypeWhole(by, method, chosen.Value, SecurityPortal.Tests.Support.Life.Policy, life.Now)
            : null;
}

/// <summary>Lives of up to forty deeds, with pauses of minutes and of days between them.</summary>
public static class RandomLives
{
    public static readonly ImmutableArray<Contact> Pool =
    [
        RachelsMail, RachelsPhone, NewMail, NewPhone,
        .. Enumerable.Range(0, 9).Select(number => new Contact(MethodKind.Email, $"rachel{number}@mail.example")),
    ];

    private static readonly Gen<int> s_place = Gen.Frequency((4, Gen.Int[0, 3]), (1, Gen.Int[4, 12]));

    public static readonly Gen<Deed> Deeds = Gen.Frequency(
        (2, From((place, _) => new($"give the password at {Source(place)}", walk => Open(walk, Source(place))))),
        (3, From((place, other) => new($"sign in with {other} at {Source(place)}", walk => SignIn(walk, walk.Life.GivePassword(Source(place)), other)))),
        (2, From((place, other) => new($"sign in with {other} and have browser {place} remembered", walk => SignIn(walk, walk.Life.GivePassword(browser: $"{place}"), other, remembers: true)))),
        (2, From((place, _) => new($"enter in browser {place}", walk => Enter(walk, $"{place}")))),
        (2, From((place, other) => new($"with {place} forget browser {other}", walk => Owner(walk, place, by => walk.Profile.ForgetBrowser(by, walk.Profile.RememberedOf($"{other}", walk.Life.Now)?.Id ?? default, Life.Policy, walk.Life.Now))))),
        (1, From((place, _) => new($"with {place} forget all browsers", walk => Owner(walk, place, by => walk.Profile.ForgetAllBrowsers(by, Life.Policy, walk.Life.Now))))),
        (1, From((place, _) => new($"session {place} skips the reminder", walk => walk.Life.Skip(walk.Session(place))))),
        (2, From((place, other) => new($"sign in unusually with {other} at {Source(place)}", walk => SignIn(walk, GiveUnusual(walk, Source(place)), other)))),
        (1, From((place, _) => new($"hold up the password {place}", walk => HoldUp(walk)))),
        (6, From((place, other) => new($"with {place} add {other}", walk => Owner(walk, place, by => walk.Life.Add(by, Pool[other]) ?? Confirm(walk, by))))),
        (5, From((place, other) => new($"with {place} remove {other}", walk => Owner(walk, place, by => Remove(walk, by, other))))),
        (3, From((place, other) => new($"with {place} suspend {other}", walk => Owner(walk, place, by => Suspend(walk, by, other))))),
        (2, From((place, other) => new($"session {place} reports {other} lost", walk => walk.Profile.ReportLost(
            walk.Session(place), [walk.Method(other)], true, "K7M4PQRS", Life.Policy, walk.Life.Now)))),
        (3, From((place, other) => new($"with {place} bring back {other}", walk => Owner(walk, place, by => walk.Profile.BringBackMethod(by, walk.Method(other), Life.Policy, walk.Life.Now))))),
        (1, From((place, other) => new($"with {place} rename {other}", walk => Owner(walk, place, by => walk.Profile.RenameMethod(by, walk.Method(other), "Mine", Life.Policy, walk.Life.Now))))),
        (1, From((place, other) => new($"with {place} set the language of {other}", walk => Owner(walk, place, by => walk.Profile.SetMethodLanguage(by, walk.Method(other), "de", Life.Policy, walk.Life.Now))))),
        (1, From((place, other) => new($"with {place} make {other} the default", walk => Owner(walk, place, by => walk.Profile.MakeDefault(by, walk.Method(other), Life.Policy, walk.Life.Now))))),
        (2, From((place, other) => new($"session {place} steps up with {other}", walk => walk.Prove(walk.Session(place), Purpose.ChangeSecurityInfo, walk.Method(other), true)))),
        (3, From((place, other) => new($"session {place} adds {other}", walk => walk.Life.Add(walk.Session(place), Pool[other])))),
        (3, From((place, _) => new($"session {place} confirms what it adds", walk => Confirm(walk, walk.Session(place))))),
        (1, From((place, _) => new($"session {place} finishes registering", walk => walk.Profile.FinishRegistration(walk.Session(place), Life.Policy, walk.Life.Now)))),
        (2, From((place, other) => new($"session {place} removes {other}", walk => Remove(walk, walk.Session(place), other)))),
        (1, From((_, other) => new($"replace everything with {other}", walk => Replace(walk, walk.Opened(walk.Life.GivePassword(Life.Elsewhere)), other)))),
        (1, From((place, other) => new($"session {place} enters {other}", walk => walk.Life.Enter(walk.Session(place), Pool[other])))),
        (2, From((place, _) => new($"session {place} confirms what it entered", walk => ConfirmNew(walk, walk.Session(place))))),
        (1, From((place, _) => new($"session {place} starts the replacement", walk => walk.Life.Start(walk.Session(place))))),
        (2, From((_, other) => new($"correct to {other}", walk => Correct(walk, walk.Opened(walk.Life.GivePassword(Life.Elsewhere)), other)))),
        (1, From((_, other) => new($"{other} cancels by link", walk => walk.Profile.CancelByLink(walk.Profile.Pending?.Id ?? default, Pool[other], Life.Policy, walk.Life.Now)))),
        (1, From((place, _) => new($"session {place} cancels", walk => walk.Profile.CancelReplacement(walk.Session(place), Life.Policy, walk.Life.Now)))),
        (3, From((place, other) => new($"sign in with {place} and say who started", walk => SignIn(walk, walk.Life.GivePassword(), place) ?? walk.Profile.SayWhoStarted(walk.Session(0), other % 2 == 0, Life.Policy, walk.Life.Now)))),
        (3, From((place, _) => new($"sign in with {place} and change the password", walk => SignIn(walk, walk.Life.GivePassword(), place) ?? walk.Profile.ChangeDistrustedPassword(walk.Session(0), "new", Life.Policy, walk.Life.Now)))),
        (8, From((place, _) => new($"undo the change of everything {place}", walk => Undo(walk, place)))),
        (2, From((place, _) => new($"with {place} add an app", walk => Owner(walk, place, by => AddApp(walk, by))))),
        (2, From((place, _) => new($"with {place} add a passkey", walk => Owner(walk, place, by => AddPasskey(walk, by))))),
        (3, From((place, count) => new($"sign in at {Source(place)} with a passkey that has counted to {count}", walk => SignInByPasskey(walk, Source(place), count)))),
        (2, From((place, _) => new($"with {place} keep new recovery codes", walk => Owner(walk, place, by => KeepCodes(walk, by))))),
        (3, From((place, other) => new($"sign in with recovery code {other} at {Source(place)}", walk => SignInByPaper(walk, walk.Life.GivePassword(Source(place)), other)))),
        (2, From((place, other) => new($"forget the password and prove {place} and {other}", walk => Reset(walk, walk.Method(place), walk.Method(other))))),
        (1, From((place, _) => new("two of the staff approve a recovery", walk => Approve(walk)))),
        (1, From((place, _) => new("the applicant sets a password", walk => walk.Profile.ApplyRecovery(walk.Profile.Recovery?.Request ?? default, "recovered", Life.Policy, walk.Life.Now)))),
        (1, From((place, other) => new($"a recovery is approved and {place} waits for its end", walk => ApproveAndWait(walk)))),
        (1, From((place, _) => new("stop the new password", walk => Stop(walk)))),
        (2, From((place, _) => new($"with {place} go without a password", walk => Owner(walk, place, by => GoWithout(walk, by))))),
        (1, From((place, _) => new($"with {place} have a password again", walk => Owner(walk, place, by => walk.Profile.SetPassword(by, "again", Life.Policy, walk.Life.Now))))),
        (2, From((place, other) => new($"session {place} guesses the code of {other}", walk => walk.Prove(walk.Session(place), Purpose.SignIn, walk.Method(other), false)))),
        (1, From((place, other) => new($"a thief uses up {other}", walk => UseUp(walk, place % 4, other)))),
        (1, From((place, other) => new($"staff block {other}, and {place} is to be told", walk => BlockAndLift(walk, place, other)))),
        (1, From((_, other) => new($"{other} reports its last code", walk => Report(walk, Mailbox(other))))),
        (1, From((_, other) => new($"{other} disowns the account", walk => Disown(walk, Mailbox(other))))),
        (1, From((place, _) => new($"session {place} secures the account", walk => walk.Profile.SecureAccount(walk.Session(place), Life.Policy, walk.Life.Now)))),
        (1, From((place, other) => new($"session {place} says that {other} was not its owner", walk => walk.Profile.Dispute(
            walk.Session(place), [new(walk.Session(other).Session, "Chrome on Linux", Life.Home)], null, "K7M4PQRS", Life.Policy, walk.Life.Now)))),
        (2, From((place, other) => new($"the help desk clears {place} and {other}", walk => Clear(walk, place, other)))),
        (2, From((place, other) => new($"the pass is typed and {other} registered", walk => Enrol(walk, Pool[other])))),
        (2, From((_, other) => new($"{other} mends the clear", walk => Mend(walk, walk.Life.GivePassword(), other)))),
        (2, From((place, _) => new($"with {place} dispute what staff did", walk => Owner(walk, place, by => walk.Profile.DisputeStaff(by, "K7M4PQRS", Life.Policy, walk.Life.Now))))),
        (1, From((_, _) => new("a lead decides the dispute", walk => Decide(walk)))),
        (1, From((place, _) => new("a pass is made on the server", GivePass))),
        (1, From((place, _) => new("two administrators give a role and take it", walk => walk.Profile.GiveRole(Role.Auditor, Life.Policy, walk.Life.Now) ?? walk.Profile.TakeRole(Role.Auditor, Life.Policy, walk.Life.Now)))),
        (1, From((place, other) => new($"session {place} ends {other}", walk => walk.Profile.EndSession(walk.Session(place), walk.Session(other).Session, Life.Policy, walk.Life.Now)))));

    // Mostly minutes, sometimes days: codes live for minutes and replacements for weeks.
    public static readonly Gen<TimeSpan> Pauses = Gen.Frequency(
        (6, Gen.Int[0, 300].Select(seconds => seconds.Seconds)),
        (2, Gen.Int[0, 15].Select(minutes => minutes.Minutes)),
        (1, Gen.Int[0, 31].Select(days => days.Days)));

    public static readonly Gen<(bool IsNewcomer, (Deed Deed, TimeSpan Pause)[] Deeds)> Lives =
        Gen.Select(Gen.Int[0, 4].Select(dice => dice == 0), Gen.Select(Deeds, Pauses).Array[0, 40]);

    public static Walk Born(bool isNewcomer) => new(isNewcomer ? Life.With() : Life.With(RachelsMail, RachelsPhone));

    private static Gen<Deed> From(Func<int, int, Deed> deed) => Gen.Select(s_place, s_place, deed);

    private static string Source(int place) => place % 2 == 0 ? Life.Home : Life.Elsewhere;

    private static Refusal? Open(Walk walk, string source)
    {
        _ = walk.Opened(walk.Life.GivePassword(source));
        return null;
    }

    private static Refusal? Enter(Walk walk, string browser)
    {
        if (walk.Life.Enter(browser) is { } by)
            _ = walk.Opened(by);
        return null;
    }

    private static Asker GiveUnusual(Walk walk, string source)
    {
        var session = walk.Life.NewSession(source) with { Risk = new(Life.Policy.Risk.Medium, [RiskSignal.ManyAccounts]) };
        walk.Profile.OpenLimitedSession(session, Life.Policy, walk.Life.Now);
        return walk.Opened(new(session.Id, session.Source));
    }

    private static Refusal? HoldUp(Walk walk)
    {
        walk.Profile.TellHeldUp("Chrome/Linux", null, walk.Life.Now);
        return null;
    }

    private static Refusal? SignIn(Walk walk, Asker limited, int method, bool remembers = false)
    {
        var id = walk.Method(method);
        if (walk.Prove(limited, Purpose.SignIn, id, true) is { } refusal)
            return refusal;

        var full = walk.Opened(limited with { Session = SessionId.New(walk.Life.Now) });
        return walk.Profile.CompleteSignIn(limited, id, full.Session, Life.Policy, walk.Life.Now, remembers);
    }

    /// <summary>Signs in, proves it once more, and goes on.</summary>
    private static Refusal? Owner(Walk walk, int with, Func<Asker, Refusal?> goOn) =>
        SignIn(walk, walk.Life.GivePassword(), with)
        ?? walk.Prove(walk.Session(0), Purpose.ChangeSecurityInfo, walk.Method(with), true)
        ?? goOn(walk.Session(0));

    private static Refusal? Remove(Walk walk, Asker by, int method) =>
        walk.Profile.RemoveMethod(by, walk.Method(method), true, Life.Policy, walk.Life.Now);

    private static Refusal? Suspend(Walk walk, Asker by, int method) =>
        walk.Profile.SuspendMethod(by, walk.Method(method), true, Life.Policy, walk.Life.Now);

    private static Refusal? Replace(Walk walk, Asker by, int contact) =>
        walk.Life.Enter(by, Pool[contact]) ?? ConfirmNew(walk, by) ?? walk.Life.Start(by);

    private static Refusal? Confirm(Walk walk, Asker by)
    {
        var added = walk.Profile.Methods.LastOrDefault(method => method.VerifiedAt is null && method.AddedIn == by.Session)?.Id ?? default;
        return walk.Prove(by, Purpose.ConfirmMethod, added, true) ?? walk.Profile.ConfirmMethod(by, added, 0, Life.Policy, walk.Life.Now);
    }

    private static Refusal? ConfirmNew(Walk walk, Asker by)
    {
        var entered = walk.Profile.DraftOf(by.Session)?.Infos.LastOrDefault(info => info.ConfirmedAt is null)?.Id ?? default;
        return walk.Prove(by, Purpose.ConfirmNewInfo, entered, true) ?? walk.Profile.ConfirmNewInfo(by, entered, 0, Life.Policy, walk.Life.Now);
    }

    private static Refusal? AddApp(Walk walk, Asker by)
    {
        // Named by the moment, so that two lives that are alike have the same one.
        MethodId id = new(new Guid(0, 0, 0, BitConverter.GetBytes(walk.Life.Now.Ticks)));
        return walk.Profile.AddApp(by, id, "sealed", ChallengeId.New(walk.Life.Now), Life.Policy, walk.Life.Now)
            ?? walk.Life.GiveStep(by, Purpose.ConfirmMethod, id, walk.Life.Now.Ticks)
            ?? walk.Profile.ConfirmMethod(by, id, 0, Life.Policy, walk.Life.Now);
    }

    private static Refusal? AddPasskey(Walk walk, Asker by)
    {
        // As above.
        var id = BitConverter.GetBytes(walk.Life.Now.Ticks);
        return walk.Profile.AddPasskey(by, new(new Guid(1, 0, 0, id)), new(id, [], 0, [], false, false), "Mine", isElsewhere: false, Life.Policy, walk.Life.Now);
    }

    /// <summary>And whoever is asked whether that is to cancel the replacement says so.</summary>
    private static Refusal? SignInByPasskey(Walk walk, string source, int count)
    {
        var passkey = walk.Profile.Methods.LastOrDefault(method => method.Kind == MethodKind.Passkey)?.Passkey;
        var (session, full) = (walk.Life.NewSession(source), SessionId.New(walk.Life.Now));
        Asker by = new(session.Id, source);
        PasskeyAnswer answer = new(passkey?.Name ?? "none", (uint)count, IsBackedUp: false);
        if (walk.Profile.OpenByPasskey(session with { PasswordAt = null }, answer, ChallengeId.New(walk.Life.Now), full, Life.Policy, walk.Life.Now) is { } refusal)
            return refusal;

        _ = walk.Opened(by with { Session = full });
        return walk.Profile.Find(full) is null ? walk.Profile.CancelAndSignIn(by, full, Life.Policy, walk.Life.Now) : null;
    }

    private static Refusal? KeepCodes(Walk walk, Asker by)
    {
        var made = Sheets.New(walk.Life.Now);
        return walk.Profile.MakeRecoveryCodes(by, made, Life.Policy, walk.Life.Now)
            ?? walk.Profile.SaveRecoveryCodes(by, made.Id, Life.Policy, walk.Life.Now);
    }

    private static Refusal? SignInByPaper(Walk walk, Asker limited, int place)
    {
        if (walk.Life.UseCode(limited, Purpose.SignIn, place) is { } refusal)
            return refusal;

        var full = walk.Opened(limited with { Session = SessionId.New(walk.Life.Now) });
        return walk.Profile.CompleteSignIn(limited, walk.Profile.RecoveryCodes!.Id, full.Session, Life.Policy, walk.Life.Now);
    }

    private static Refusal? GoWithout(Walk walk, Asker by) =>
        AddApp(walk, by) ?? KeepCodes(walk, by) ?? walk.Profile.GoPasswordless(by, hasRead: true, Life.Policy, walk.Life.Now);

    /// <summary>As far as two proofs and a new password, or to what is in the way.</summary>
    private static Refusal? Reset(Walk walk, MethodId first, MethodId second)
    {
        Asker by = new(SessionId.New(walk.Life.Now), Life.Elsewhere);
        return Prove(first) ?? walk.Profile.WhyNoReset(walk.Life.Now) ?? Prove(second) ?? walk.Profile.ResetPassword(first, second, "reset", Life.Policy, walk.Life.Now);

        Refusal? Prove(MethodId id) =>
            walk.Profile.AskForReset(by, id, walk.Life.Code(), Life.Policy, walk.Life.Now) ?? walk.Profile.ProveForReset(by, id, _ => true, Life.Policy, walk.Life.Now);
    }

    private static Refusal? Clear(Walk walk, int place, int other)
    {
        Contact[] goes = [.. new[] { Pool[place], Pool[other] }.Distinct().Where(contact => walk.Profile.Methods.Any(method => method.IsConfirmed && method.Contact == contact))];
        return walk.Life.Clear(goes);
    }

    /// <summary>To one of the staff, who hears of another's on the way.</summary>
    private static Refusal? GivePass(Walk walk)
    {
        _ = walk.Profile.GiveRole(Role.Auditor, Life.Policy, walk.Life.Now);
        walk.Profile.HearOfPass(walk.Profile, Life.Policy, walk.Life.Now);
        return walk.Profile.GivePass(new(Guid.CreateVersion7(walk.Life.Now), new([], 0)), Life.Policy, walk.Life.Now)
            ?? walk.Profile.TakeRole(Role.Auditor, Life.Policy, walk.Life.Now);
    }

    private static Refusal? Decide(Walk walk)
    {
        walk.Profile.EndDispute(walk.Profile.Freeze?.Case ?? "", Life.Policy, walk.Life.Now);
        return null;
    }

    private static Refusal? Enrol(Walk walk, Contact contact)
    {
        var by = walk.Opened(walk.Life.GivePassword());
        return walk.Profile.TakePass(by, _ => true, Life.Policy, walk.Life.Now)
            ?? walk.Life.Add(by, contact)
            ?? walk.Life.Confirm(by, contact)
            ?? walk.Profile.FinishRegistration(by, Life.Policy, walk.Life.Now);
    }

    private static Refusal? Mend(Walk walk, Asker by, int place) =>
        walk.Profile.Cleared.FirstOrDefault(method => method.Contact == Pool[place]) is { } cleared
            ? walk.Prove(by, Purpose.MendClear, cleared.Id, true) ?? walk.Profile.MendClear(by, cleared.Id, Life.Policy, walk.Life.Now)
            : new Refusal.NoSuchMethod();

    private static Refusal? Approve(Walk walk)
    {
        _ = walk.Profile.BeginRecovery(new(1, 2, 3, BitConverter.GetBytes(walk.Life.Now.Ticks)), Life.Policy, walk.Life.Now);
        return null;
    }

    private static Refusal? ApproveAndWait(Walk walk)
    {
        _ = Approve(walk);
        walk.Life.Pass(walk.Profile.Recovery!.EndsAt - walk.Life.Now);
        return walk.Profile.ApplyRecovery(walk.Profile.Recovery?.Request ?? default, "recovered", Life.Policy, walk.Life.Now);
    }

    private static Refusal? Stop(Walk walk)
    {
        walk.Profile.StopReset(walk.Profile.LastReset?.At ?? walk.Life.Now, Life.Policy, walk.Life.Now);
        return null;
    }

    private static Refusal? Correct(Walk walk, Asker by, int contact)
    {
        var id = walk.Profile.Pending?.Infos[0].Id ?? default;
        return walk.Prove(by, Purpose.CorrectReplacement, id, true)
            ?? walk.Profile.OpenCorrection(by, id, Life.Policy, walk.Life.Now)
            ?? (contact % 2 == 0 ? walk.Profile.DropNewInfo(by, id, Life.Policy, walk.Life.Now) : null)
            ?? Replace(walk, by, contact);
    }

    /// <summary>Wrong codes from many networks, over days.</summary>
    private static Refusal? UseUp(Walk walk, int days, int method)
    {
        for (var source = 0; source < 12 * days; source++)
        {
            var by = walk.Life.GivePassword($"203.0.113.{source}");
            for (var i = 0; i < 5; i++)
                _ = walk.Prove(by, Purpose.SignIn, walk.Method(method), false);
            walk.Life.Pass(2.Hours);
        }

        return null;
    }

    private static Refusal? BlockAndLift(Walk walk, int told, int method)
    {
        BlockTarget target = new(BlockScope.Method, walk.Method(method));
        return walk.Profile.SetBlock(new(target, BlockReason.ReportedLost, walk.Life.Now + 3.Days, "looked into"), Life.Policy, walk.Life.Now)
            ?? walk.Profile.TellWhenBlockEnds(walk.Opened(walk.Life.GivePassword()), walk.Method(method), walk.Method(told), Life.Policy, walk.Life.Now)
            ?? (told % 2 == 0 ? walk.Profile.LiftBlock(target, Life.Policy, walk.Life.Now) : null);
    }

    private static Contact Mailbox(int place) => Pool[place].Kind == MethodKind.Email ? Pool[place] : Pool[0];

    private static CodeMail MailTo(Walk walk, Contact contact) =>
        new(Guid.CreateVersion7(walk.Life.Now), walk.Method(Pool.IndexOf(contact)), contact, "en", walk.Profile.Challenges.LastOrDefault(challenge => challenge.ContactKey == contact.Key)?.Id);

    private static Refusal? Report(Walk walk, Contact contact)
    {
        walk.Profile.ReportCode(MailTo(walk, contact), Life.Elsewhere, "K7M4PQRS", isSaid: false, Life.Policy, walk.Life.Now);
        return null;
    }

    private static Refusal? Disown(Walk walk, Contact contact)
    {
        var mail = MailTo(walk, contact);
        return walk.Profile.AskToDisown(mail, Life.Elsewhere, walk.Life.Code(), Life.Policy, walk.Life.Now)
            ?? walk.Profile.Disown(mail, Life.Elsewhere, walk.Profile.OpenDisowning(mail, walk.Life.Now)?.Id ?? default, _ => true, "K7M4PQRS", Life.Policy, walk.Life.Now);
    }

    private static Refusal? Undo(Walk walk, int place)
    {
        var went = walk.Profile.Restriction?.Went[0] ?? default;
        var session = walk.Life.NewSession();
        var by = new Asker(session.Id, session.Source);
        return walk.Profile.OpenUndoSession(session, went, Life.Policy, walk.Life.Now)
            ?? walk.Prove(by, Purpose.UndoRestriction, went, true)
            ?? walk.Profile.UndoRestriction(by, went, place % 2 == 0, Life.Policy, walk.Life.Now);
    }
}
