using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using SecurityPortal.Domain;
using SecurityPortal.Storage;

namespace SecurityPortal.Service;

/// <summary>How far somebody in this browser has come with a forgotten password (R-PASS-2).</summary>
/// <param name="Reference">By which the message with the first code is found, if there is one.</param>
/// <param name="Closed">Why it goes no further; told only after the first proof.</param>
/// <param name="Seconds">What can be the second proof; empty before the first.</param>
/// <param name="Asked">The one whose code was asked for.</param>
public sealed record ResetView(
    DateTimeOffset Now,
    DateTimeOffset EndsAt,
    string Reference,
    bool IsFirstProved,
    bool IsSecondProved,
    Refusal? Closed,
    ImmutableArray<ResetMethodView> Seconds,
    ResetMethodView? Asked,
    bool HasRecoveryCodes);

/// <param name="Shown">The contact, masked.</param>
public sealed record ResetMethodView(MethodId Id, MethodKind Kind, string Shown, bool TakesTexts, string? Credential, string? Reference);

// "Forgot password": one reset to a browser at a time. Until the first proof all is the same whether or not there is such
// an account (R-SIGN-2); nothing that is done here blocks the account or a method (R-BLOCK-6).
public sealed partial class SecurityInfoService
{
    /// <summary>Null where nothing is under way in this browser.</summary>
    public async Task<ResetView?> ResetAsync(Visitor visitor, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        await using var context = await contexts.CreateDbContextAsync(cancel);
        if (ResetOf(context, visitor, now) is not { } reset)
            return null;

        ResetView view = new(now, reset.EndsAt, reset.Reference, reset.FirstAt is not null, reset.Second is not null, null, [], null, false);
        return reset is { FirstAt: not null, Account: { } account, First: { } first } && await ReadAsync(account, now, cancel) is { } profile
            ? view with
            {
                Closed = profile.WhyNoReset(now),
                Seconds = [.. profile.SecondsAfter(first, now).Select(method => View(profile, reset, method, now))],
                Asked = profile.SecondsAfter(first, now).FirstOrDefault(method => method.Id == reset.Asked) is { } asked ? View(profile, reset, asked, now) : null,
                HasRecoveryCodes = profile.HasPaperForReset(now),
            }
            : view;
    }

    /// <summary>The account and one whole registered address or number. <em>If that matches, we have sent a code.</em></summary>
    public async Task<Refusal?> StartResetAsync(Visitor visitor, string name, string contact, CancellationToken cancel)
    {
        if (!AccountName.IsAcceptable(name))
            return new Refusal.WrongNameOrPassword();

        if (ContactOf(contact, out var unfit) is not { } typed)
            return unfit;

        var key = AccountName.KeyOf(name);
        var door = await LookUpAsync(key, visitor, cancel);
        if (WhyShut(door, clock.GetUtcNow()) is { } shut)
            return shut;

        var now = clock.GetUtcNow();
        var method = door.Profile?.ResetBy(typed, now);
        PasswordReset reset = new()
        {
            Id = Guid.CreateVersion7(now),
            NameKey = key,
            Account = method is null ? null : door.Profile!.Id,
            First = method?.Id,
            BrowserId = visitor.BrowserId ?? "",
            Reference = codes.New(now).Reference,
            Source = visitor.Source,
            Browser = visitor.Browser,
            StartedAt = now,
        };
        var begun = await writes.RunAsync(context => new StepAnswer(Begin(context, reset, now)), cancel);
        _resets.Ring();
        return begun.Refusal;
    }

    /// <summary>
    /// Sends the first codes of resets that were begun. It is done after their forms were answered, so that those take as
    /// long where there is nobody to send one to (R-SIGN-2). That one is held back is for its owner to know.
    /// </summary>
    public async Task SendFirstCodesAsync(PortalItself worker, CancellationToken cancel)
    {
        _ = worker;
        await using var reading = await contexts.CreateDbContextAsync(cancel);
        var begun = await reading.PasswordResets.AsNoTracking()
            .Where(reset => reset.Account != null && reset.SeenToAt == null && reset.EndedAt == null).OrderBy(reset => reset.StartedAt).Take(MostForgotten).ToListAsync(cancel);
        foreach (var reset in begun)
        {
            if (await writes.RunAsync(context => context.PasswordResets.Find(reset.Id)?.SeeTo(clock.GetUtcNow()) == true, cancel))
                await SendFirstAsync(reset, cancel);
        }
    }

    /// <summary>Answers when somebody has begun a reset in this process.</summary>
    public ValueTask WaitForResetAsync(PortalItself worker, CancellationToken cancel)
    {
        _ = worker;
        return _resets.WaitAsync(cancel);
    }

    private Task<Refusal?> SendFirstAsync(PasswordReset reset, CancellationToken cancel)
    {
        Visitor visitor = new(reset.Source, reset.Browser, "") { BrowserId = reset.BrowserId };
        var code = codes.New(clock.GetUtcNow()) with { Reference = reset.Reference };
        return ChangeAsync(reset.Account!.Value, visitor, (_, profile, policy, now) =>
            profile.AskForReset(AskerOf(reset, visitor), reset.First!.Value, codes.CutForRecovery(code, policy), policy, now), cancel);
    }

    /// <summary>The code that the first message brought, or that nobody was sent.</summary>
    public Task<Refusal?> ProveResetAsync(Visitor visitor, string typed, CancellationToken cancel) =>
        InResetAsync(visitor, (context, reset, profile, now) =>
        {
            if (codes.Check(typed) is not { } isRight)
                return new Refusal.NotACode();

            if (reset.FirstAt is not null)
                return null;

            var refusal = profile is null || reset.First is not { } first ? new Refusal.WrongCode(0) : profile.ProveForReset(AskerOf(reset, visitor), first, isRight, Policy, now);
            if (refusal is null)
                reset.TakeFirst(now);
            return refusal is null ? null : CountWrong(context, reset, visitor, profile, now);
        }, cancel);

    /// <summary>Has a code sent to the method that is to be the second proof.</summary>
    public Task<Refusal?> AskForSecondAsync(Visitor visitor, MethodId method, CancellationToken cancel)
    {
        var code = codes.New(clock.GetUtcNow());
        return InSecondAsync(visitor, (_, reset, profile, now) =>
        {
            if (profile.SecondsAfter(reset.First!.Value, now).FirstOrDefault(second => second.Id == method) is not { } asked)
                return new Refusal.NoSuchMethod();

            var refusal = asked.IsDestination
                ? profile.AskForReset(AskerOf(reset, visitor), method, codes.CutForRecovery(code, Policy), Policy, now)
                : null;
            if (refusal is null)
                reset.Asked = method;
            return refusal;
        }, cancel);
    }

    /// <summary>The code of the second method: a message's, or an app's.</summary>
    public Task<Refusal?> ProveSecondAsync(Visitor visitor, string typed, CancellationToken cancel) =>
        InSecondAsync(visitor, (context, reset, profile, now) =>
        {
            if (profile.SecondsAfter(reset.First!.Value, now).FirstOrDefault(second => second.Id == reset.Asked) is not { } asked)
                return new Refusal.NoCodeAsked();

            var (refusal, proved) = asked.Kind == MethodKind.AuthenticatorApp
                ? ProveApp(profile, reset, visitor, typed, now)
                : (profile.ProveForReset(AskerOf(reset, visitor), asked.Id, codes.Check(typed), Policy, now), asked.Id);
            return TakeSecond(context, reset, visitor, profile, refusal, proved, now);
        }, cancel);

    public Task<Refusal?> ProveSecondByRecoveryCodeAsync(Visitor visitor, string typed, CancellationToken cancel) =>
        InSecondAsync(visitor, (context, reset, profile, now) =>
            TakeSecond(context, reset, visitor, profile, profile.ProvePaperForReset(AskerOf(reset, visitor), codes.CheckRecovery(typed), now), profile.RecoveryCodes?.Id ?? default, now), cancel);

    /// <summary>What a passkey of this account would answer as the second proof; null where none can.</summary>
    public async Task<PasskeyAsk?> AskForResetPasskeyAsync(Visitor visitor, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        await using var context = await contexts.CreateDbContextAsync(cancel);
        return ResetOf(context, visitor, now) is { FirstAt: not null, Account: { } account } && await HolderAsync(account, cancel) is { Passkeys.IsEmpty: false } holder
            ? await passkeys.ToProveAsync(holder, Purpose.ResetPassword, WhoseOf(visitor), now)
            : null;
    }

    public async Task<Refusal?> ProveSecondByPasskeyAsync(Visitor visitor, string token, string answer, CancellationToken cancel)
    {
        if (passkeys.Open(token, Purpose.ResetPassword, WhoseOf(visitor), clock.GetUtcNow()) is not { } ceremony)
            return new Refusal.WrongPasskey(PasskeyFault.Expired);

        var (fault, proof, account) = await passkeys.TakeProofAsync(ceremony, answer, id => HolderAsync(id, cancel));
        return await InSecondAsync(visitor, (context, reset, profile, now) =>
        {
            var refusal = fault is { } wrong || account != profile.Id ? new Refusal.WrongPasskey(fault ?? PasskeyFault.Unknown)
                : Spend(context, ceremony) ?? profile.ProvePasskeyForReset(AskerOf(reset, visitor), reset.First!.Value, proof!, now);
            return TakeSecond(context, reset, visitor, profile, refusal, refusal is null ? profile.PasskeyOf(proof!.Credential)!.Id : default, now);
        }, cancel);
    }

    /// <summary>After both proofs: the new password; everything that was open ends.</summary>
    public async Task<Refusal?> FinishResetAsync(Visitor visitor, string password, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        await using var reading = await contexts.CreateDbContextAsync(cancel);
        if (ResetOf(reading, visitor, now) is not { Second: not null, Account: { } account } || await ReadAsync(account, now, cancel) is not { } known)
            return new Refusal.ResetOver();

        if (WhyWeak(password, known.Name) is { } weak)
            return weak;

        var hash = await passwords.HashAsync(password, cancel);
        return await ChangeAsync(account, visitor, (context, profile, policy, at) =>
        {
            if (ResetOf(context, visitor, at) is not { First: { } first, Second: { } second } reset || reset.Account != account)
                return new Refusal.ResetOver();

            var refusal = profile.ResetPassword(first, second, hash, policy, at);
            if (refusal is null)
                reset.End(at);
            return refusal;
        }, cancel);
    }

    /// <summary>To begin again: what was proved counts for nothing.</summary>
    public Task DropResetAsync(Visitor visitor, CancellationToken cancel) => writes.RunAsync(
        context =>
        {
            var now = clock.GetUtcNow();
            ResetOf(context, visitor, now)?.End(now);
            return true;
        },
        cancel);

    private delegate Refusal? ResetStep(PortalContext context, PasswordReset reset, SecurityProfile? profile, DateTimeOffset now);

    private delegate Refusal? SecondStep(PortalContext context, PasswordReset reset, SecurityProfile profile, DateTimeOffset now);

    /// <summary>One step of the reset that this browser has under way; with its account, if it has one.</summary>
    private async Task<Refusal?> InResetAsync(Visitor visitor, ResetStep step, CancellationToken cancel)
    {
        await using var reading = await contexts.CreateDbContextAsync(cancel);
        if (ResetOf(reading, visitor, clock.GetUtcNow()) is not { } found)
            return new Refusal.ResetOver();

        Refusal? Take(PortalContext context, SecurityProfile? profile, DateTimeOffset now) =>
            WhyStaffBlocked(context, visitor, now) ?? (ResetOf(context, visitor, now) is { } reset && reset.Id == found.Id ? step(context, reset, profile, now) : new Refusal.ResetOver());

        return found.Account is { } account
            ? await ChangeAsync(account, visitor, (context, profile, _, now) => Take(context, profile, now), cancel)
            : await writes.RunAsync(context => new StepAnswer(Take(context, null, clock.GetUtcNow())), cancel) is { Refusal: var refusal } ? refusal : null;
    }

    private Task<Refusal?> InSecondAsync(Visitor visitor, SecondStep step, CancellationToken cancel) =>
        InResetAsync(visitor, (context, reset, profile, now) => (reset, profile) switch
        {
            ({ FirstAt: null }, _) or (_, null) => new Refusal.ResetOver(),
            ({ Second: not null }, _) => null,
            _ => profile.WhyNoReset(now) ?? step(context, reset, profile, now),
        }, cancel);

    private (Refusal? Refusal, MethodId Proved) ProveApp(SecurityProfile profile, PasswordReset reset, Visitor visitor, string typed, DateTimeOffset now)
    {
        if (seeds.Check(typed, profile.Id, now) is not { } check)
            return (new Refusal.NotACode(), default);

        return profile.ProveAppForReset(AskerOf(reset, visitor), reset.First!.Value, check, now) is { } app ? (null, app.Id) : (new Refusal.WrongCode(0), default);
    }

    /// <summary>What was no answer at all does not count as a wrong one.</summary>
    private Refusal? TakeSecond(PortalContext context, PasswordReset reset, Visitor visitor, SecurityProfile profile, Refusal? refusal, MethodId proved, DateTimeOffset now)
    {
        if (refusal is null)
            reset.TakeSecond(proved);
        if (refusal is null or Refusal.NotACode or Refusal.NotARecoveryCode or Refusal.WrongPasskey { Fault: PasskeyFault.Expired })
            return refusal;

        var counted = CountWrong(context, reset, visitor, profile, now);
        return counted is Refusal.ResetOver || refusal is Refusal.WrongCode ? counted : refusal;
    }

    /// <summary>Counted as a wrong password is, under the name that was typed; and five end the reset.</summary>
    private Refusal CountWrong(PortalContext context, PasswordReset reset, Visitor visitor, SecurityProfile? profile, DateTimeOffset now)
    {
        reset.CountWrong(now);
        var gate = GateOf(context, reset.NameKey, visitor.Source);
        gate.CountWrong(Policy.Passwords, Policy.Blocks, now);
        _ = CountWrongOfSource(context, visitor, reset.NameKey, profile, now);
        context.SignIns.Add(EventOf(visitor, reset.NameKey, profile?.Id, null, SignInCause.WrongCode, now));
        return reset.IsOpen(now) ? new Refusal.WrongCode(PasswordReset.MostWrong - reset.Wrong) : new Refusal.ResetOver();
    }

    private static PasswordReset? ResetOf(PortalContext context, Visitor visitor, DateTimeOffset now) =>
        visitor.BrowserId is { } browser
        && context.PasswordResets.SingleOrDefault(reset => reset.BrowserId == browser && reset.EndedAt == null) is { } latest && latest.IsOpen(now)
            ? latest
            : null;

    /// <summary>In the place of what this browser had begun before. So many are begun from one source, whoever's they are.</summary>
    private static Refusal.TooManyRequests? Begin(PortalContext context, PasswordReset reset, DateTimeOffset now)
    {
        var lately = now - PasswordReset.Life;
        var begun = context.PasswordResets.Where(other => other.Source == reset.Source && other.StartedAt > lately).OrderBy(other => other.StartedAt).Select(other => other.StartedAt).ToList();
        if (begun.Count >= PasswordReset.MostOfSource)
            return new(PasswordReset.MostOfSource, begun[^PasswordReset.MostOfSource] + PasswordReset.Life);

        foreach (var before in context.PasswordResets.Where(other => other.BrowserId == reset.BrowserId && other.EndedAt == null))
            before.End(reset.StartedAt);
        context.PasswordResets.Add(reset);
        return null;
    }

    private static Asker AskerOf(PasswordReset reset, Visitor visitor) => new(reset.AsSession, visitor.Source, visitor.BrowserId);

    private static Contact? ContactOf(string typed, out Refusal? refusal) => typed.Contains('@', StringComparison.Ordinal)
        ? EmailAddress.Read(typed, out refusal)
        // It is compared and nothing else, so it need not be one that could be added today.
        : PhoneNumber.InE164(typed, country: null, out refusal) is { } number ? new(MethodKind.Phone, number) : null;

    private static ResetMethodView View(SecurityProfile profile, PasswordReset reset, SecurityMethod method, DateTimeOffset now) => new(
        method.Id, method.Kind, OverviewMaker.Shown(method.Contact, isFull: false), method.TakesTexts, method.Passkey?.Name,
        profile.OpenChallenge(reset.AsSession, Purpose.ResetPassword, method.Id, now)?.Reference);

    private sealed record StepAnswer(Refusal? Refusal);
}
