using System.Collections.Immutable;
using SecurityPortal.Domain.Staff;

namespace SecurityPortal.Domain;

// in use ── cleared by the help desk ──▶ cleared ── its own proof, within a day ──▶ in use
//                                          └── a day, or it is registered anew ──▶ gone
public sealed partial class SecurityProfile
{
    /// <summary>So long a mistaken clear can be mended by the owner (R-HELP-2).</summary>
    public static readonly TimeSpan MendWithin = TimeSpan.FromHours(24);

    public Clearance? LastClear { get; private set; }

    /// <summary>What a mistaken clear has taken and can still be brought back.</summary>
    public IEnumerable<SecurityMethod> Cleared => _methods.Where(method => method.ClearedAt is not null);

    /// <summary>
    /// The chosen methods go, and with them everything that a thief could have opened with them: sessions, remembered
    /// browsers, open codes, a pending replacement, a restriction (R-HELP-2, R-RESTRICT-4). New methods must be registered.
    /// </summary>
    /// <param name="pass">Kept where nothing that could sign in is left.</param>
    public Refusal? Clear(ClearOrder order, Clearance by, NewPass pass, SecurityPolicy policy, DateTimeOffset now)
    {
        if (WhyNotClear(order, policy, now) is { } refusal)
            return refusal;

        SecurityMethod[] goes = [.. Chosen(order)];
        TellOfClear(goes, new SecurityEvent.MethodsCleared(by.Role!.Value, order.Ticket.Trim(), order.Reason.Trim()) { At = now });
        TakeAway(goes, order.TakesRecoveryCodes, pass, policy, now);
        LastClear = by;
        return null;
    }

    public Refusal? WhyNotClear(ClearOrder order, SecurityPolicy policy, DateTimeOffset now)
    {
        Advance(policy, now);
        if (order.WhyUnfit() is { } unfit)
            return unfit;

        if (WhyFrozen() is { } frozen)
            return frozen;

        if (LastClear is { } last && last.At != order.SeenClearAt)
            return new Refusal.ClearedMeanwhile(last.At);

        var goes = Chosen(order).Count();
        if (goes < order.Methods.Distinct().Count())
            return new Refusal.NoSuchMethod();

        // A pass that was not used is renewed by the checks of a clear, though nothing is left to go (R-HELP-3).
        return goes > 0 || (order.TakesRecoveryCodes && HasRecoveryCodes) || TakesPass(policy, now) ? null : new Refusal.NothingToClear();
    }

    private IEnumerable<SecurityMethod> Chosen(ClearOrder order) => _methods.Where(method => method.IsConfirmed && order.Methods.Contains(method.Id));

    /// <summary>What goes hears of it too, the lost as well: for the last time.</summary>
    private void TellOfClear(SecurityMethod[] goes, SecurityEvent happened) =>
        _notices.Add(new(happened, [.. Destinations(method => IsTold(method) || goes.Contains(method), _ => LinkUse.Report)]));

    private void TakeAway(SecurityMethod[] goes, bool withRecoveryCodes, NewPass pass, SecurityPolicy policy, DateTimeOffset now)
    {
        DropChallenges(_ => true, now);
        EndSessionsBut(null);
        ForgetBrowsers();
        if (Pending is { } pending)
            Supersede(pending, now);
        TakeOut(goes, now);
        if (withRecoveryCodes)
            RecoveryCodes = null;
        (Restriction, Recovery, CallerNumber, ShownRecoveryCodes, Unfinished, Drafts) = (null, null, null, null, [], []);
        Owe(goes, policy, now);
        Pass = Duty!.TakesPass ? new() { Id = pass.Id, Seal = pass.Seal, MadeAt = now } : null;
    }

    /// <summary>What was reported lost comes back to nobody, and what changing everything had put aside goes with the restriction.</summary>
    private void TakeOut(SecurityMethod[] goes, DateTimeOffset now)
    {
        _ = _methods.RemoveAll(method => method.KeptAsideAt is not null || (goes.Contains(method) && method.LostAt is not null));
        foreach (var method in goes)
            method.ClearedAt = now;
        if (goes.Any(method => method.Id == DefaultMethod))
            DefaultMethod = null;
    }

    private void Owe(SecurityMethod[] goes, SecurityPolicy policy, DateTimeOffset now)
    {
        var isLeft = CanSignIn(policy) || (HasRecoveryCodes && !TakesStrongOnly && !IsPasswordless);

        // Without a password a pass would open nothing: then the recovery form is the way (R-HELP-3).
        Duty = new(now, TakesPass: !isLeft && !IsPasswordless)
        {
            Missing = [.. Duty?.Missing ?? [], .. goes.Select(method => method.Id)],
        };
    }

    /// <summary>The owner mends a mistaken clear, by the password and the method's own proof.</summary>
    public Refusal? MendClear(Asker by, MethodId id, SecurityPolicy policy, DateTimeOffset now)
    {
        Advance(policy, now);
        if (WhyNotMend(by) is { } refusal)
            return refusal;

        if (_methods.Find(method => method.Id == id && method.ClearedAt is not null) is not { } cleared || ProofOf(by, Purpose.MendClear, id) is not { } proof)
            return new Refusal.NoCodeAsked();

        if (WhyNoRoom(policy) is { } full)
            return full;

        Use(proof, now);
        cleared.ClearedAt = null;
        if (Duty is { } duty)
            Duty = duty with { Missing = duty.Missing.Remove(id), TakesPass = duty.TakesPass && !CanSignIn(policy) };
        if (Duty is { Missing.IsEmpty: true })
            EndDuty();
        Tell(new SecurityEvent.ClearMended(cleared.Contact) { At = now, By = by.Session });
        return null;
    }

    /// <summary>The password is enough to try it, for its own proof is what brings it back.</summary>
    private Refusal? WhyNotMend(Asker by)
    {
        if (Find(by.Session) is not { } session)
            return new Refusal.SignedOut();

        if (session.UndoesWith is not null || session.PasswordAt is null)
            return new Refusal.NotFullySignedIn();

        return Pending is { } pending ? new Refusal.ReplacementPending(pending.EndsAt) : null;
    }

    private void ForgetCleared(DateTimeOffset now) => _methods.RemoveAll(method => now >= method.ClearedAt + MendWithin);
}
