using Microsoft.EntityFrameworkCore;
using SecurityPortal.Domain;
using SecurityPortal.Domain.Risk;
using SecurityPortal.Storage;

namespace SecurityPortal.Service;

// How unusual a sign-in is, and what follows from it (R-RISK).
public sealed partial class SecurityInfoService
{
    private RiskScore Assess(PortalContext context, SecurityProfile profile, Caller caller, DateTimeOffset now)
    {
        if (Policy.Risk.IsOff)
            return RiskScore.None;

        var habits = profile.Habits ?? new();

        // A browser that the account remembers answers for itself, not for its network: a stranger may share that.
        var isRemembered = IsRemembered(profile, caller, now);
        var seat = isRemembered ? SourceOf(caller) : caller.Source;
        RiskScene scene = new()
        {
            Now = now,
            Habits = habits,
            BrowserId = caller.BrowserId,
            Source = caller.Source,
            Place = caller.Place,
            FailuresHere = (context.PasswordGates.Find(profile.NameKey, seat)?.InARow(now) ?? 0) + profile.WrongCodesAt(seat, now),
            PasswordsHere = habits.PasswordsOf(caller.Source, caller.BrowserId, now),
            AccountsFailed = isRemembered ? 0 : PasswordsOf(context, caller)?.NamesAt(now) ?? 0,
            IsAttacked = _regions.IsAttacked(context, caller, now),
        };
        return RiskScore.Of(scene, Policy.Risk);
    }

    /// <summary>
    /// Where nothing fits the account is blocked at that source, and nowhere else (R-RISK-2): what was begun there ends, too.
    /// Tried again meanwhile it is a try like any other (R-BLOCK-3).
    /// </summary>
    private Refusal.SourceBlocked? HoldUp(PortalContext context, SecurityProfile profile, RiskScore risk, Caller caller, DateTimeOffset now)
    {
        if (!risk.IsHigh(Policy.Risk))
            return null;

        var gate = GateOf(context, profile.NameKey, caller.Source);
        profile.EndLimitedSessionsAt(caller.Source);
        if (gate.IsShut(now))
            return Knock(gate, now);

        gate.Shut(Policy.Blocks, now);
        profile.TellHeldUp(caller.Browser, caller.Place, now);
        return new(gate.BlockedUntil!.Value);
    }

    /// <summary>Its row, which a right password has just taken away.</summary>
    private static PasswordGate GateOf(PortalContext context, string key, string source)
    {
        if (context.PasswordGates.Find(key, source) is not { } gate)
            context.PasswordGates.Add(gate = new() { NameKey = key, Source = source });
        else if (context.Entry(gate) is { State: EntityState.Deleted } gone)
            gone.State = EntityState.Modified;
        return gate;
    }
}
