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
        RiskScene scene = new()
        {
            Now = now,
            Habits = habits,
            BrowserId = caller.BrowserId,
            Source = caller.Source,
            Place = caller.Place,
            FailuresHere = (context.PasswordGates.Find(profile.NameKey, caller.Source)?.InARow(now) ?? 0) + profile.WrongCodesAt(caller.Source),
            PasswordsHere = habits.PasswordsOf(caller.Source, caller.BrowserId, now),
            AccountsFailed = PasswordsOf(context, caller)?.NamesAt(now) ?? 0,
            IsAttacked = _regions.IsAttacked(context, caller, now),
        };
        return RiskScore.Of(scene, Policy.Risk);
    }

    /// <summary>
    /// Where nothing fits the account is blocked at that source, and nowhere else (R-RISK-2). The answer is that of too many
    /// wrong passwords, or a guess that was right would say so.
    /// </summary>
    private Refusal.SourceBlocked? HoldUp(PortalContext context, SecurityProfile profile, RiskScore risk, Caller caller, DateTimeOffset now)
    {
        if (!risk.IsHigh(Policy.Risk))
            return null;

        var gate = GateOf(context, profile.NameKey, caller.Source);
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
