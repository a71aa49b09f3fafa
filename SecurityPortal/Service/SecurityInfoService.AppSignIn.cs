using SecurityPortal.Domain;

namespace SecurityPortal.Service;

// The way in without a password: an app's code first, then another method (R-PASS-3).
public sealed partial class SecurityInfoService
{
    /// <summary>
    /// The right code opens a limited session, in which nothing can be proved by the same app again. It is guarded as a
    /// password is, and answers alike for accounts that have a password, no app, or that are none at all (R-SIGN-2).
    /// </summary>
    public async Task<SignInAnswer> SignInByAppAsync(Visitor visitor, string name, string typed, CancellationToken cancel)
    {
        if (!AccountName.IsAcceptable(name))
            return new(new Refusal.WrongNameOrCode(), null);

        // What cannot be a code is no guess, whoever's it would be.
        if (seeds.Check(typed, default, clock.GetUtcNow()) is null)
            return new(new Refusal.NotACode(), null);

        var key = AccountName.KeyOf(name);
        var door = await LookUpAsync(key, visitor, cancel);
        if (WhyShut(door, clock.GetUtcNow()) is { } shut)
            return await RecordAsync(visitor, key, door, shut, cancel);

        return door.Profile is { } profile && profile.TakeFirstCode(AskerOf(visitor), seeds.Check(typed, profile.Id, clock.GetUtcNow())!, Policy, clock.GetUtcNow()) is not null
            ? await OpenByAppAsync(visitor, profile, typed, cancel)
            : await RefuseAsync(visitor, key, door, door.Profile is null ? SignInCause.UnknownAccount : SignInCause.WrongCode, new Refusal.WrongNameOrCode(), cancel);
    }

    /// <summary>Under the write lock the code is judged once more: of those that come together one is the first (R-PASS-4).</summary>
    private async Task<SignInAnswer> OpenByAppAsync(Visitor visitor, SecurityProfile known, string typed, CancellationToken cancel)
    {
        var id = SessionId.New(clock.GetUtcNow());
        var refusal = await ChangeAsync(known.Id, visitor, (context, profile, policy, now) =>
        {
            profile.Advance(policy, now);
            var risk = Assess(context, profile, visitor, now);
            if (PassGate(context, profile, known, visitor, now) is { } shut)
                return shut;

            if (HoldUp(context, profile, risk, visitor, now) is { } heldUp)
            {
                context.SignIns.Add(EventOf(visitor, profile, null, SignInCause.HighRisk, now, risk, id));
                return heldUp;
            }

            var app = profile.TakeFirstCode(AskerOf(visitor), seeds.Check(typed, profile.Id, now)!, policy, now);
            context.SignIns.Add(EventOf(visitor, profile, app?.Id, app is null ? SignInCause.CodeUsed : SignInCause.AppCodeRight, now, risk, id));
            if (app is null)
                return new Refusal.WrongNameOrCode();

            Forgive(context, profile, visitor);
            profile.OpenLimitedSession(NewSession(id, visitor, now) with { PasswordAt = null, OpenedWith = app.Id, Risk = risk }, policy, now);
            return null;
        }, cancel);
        return new(refusal, refusal is null ? Owner.Of(known.Id, id, visitor) : null);
    }

    private static Asker AskerOf(Visitor visitor) => new(default, visitor.Source, visitor.BrowserId);
}
