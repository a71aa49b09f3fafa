namespace SecurityPortal.Domain;

// The last way back for staff: whoever runs the server takes everything away, and a pass stands for it (R-HELP-4).
public sealed partial class SecurityProfile
{
    /// <summary>For staff alone: everybody else has the help desk, which checks who is calling.</summary>
    public Refusal? GivePass(NewPass pass, SecurityPolicy policy, DateTimeOffset now)
    {
        Advance(policy, now);
        if (WhyNoServerPass(policy, now) is { } refusal)
            return refusal;

        SecurityMethod[] goes = [.. _methods.Where(method => method.IsConfirmed)];
        TellOfClear(goes, new SecurityEvent.ClearedOnServer { At = now });
        TakeAway(goes, withRecoveryCodes: true, pass, policy, now);
        LastClear = new(now, By: null, Role: null, Ticket: "");
        return null;
    }

    /// <summary>As one of the staff, of another one.</summary>
    public void HearOfPass(SecurityProfile given, SecurityPolicy policy, DateTimeOffset now)
    {
        Advance(policy, now);
        Tell(new SecurityEvent.StaffPassGiven(given.Name) { At = now }, LinkUse.None);
    }

    private Refusal? WhyNoServerPass(SecurityPolicy policy, DateTimeOffset now)
    {
        if (Roles.IsEmpty)
            return new Refusal.PassForStaffOnly();

        if (IsPasswordless)
            return new Refusal.PassOpensNothing();

        if (WhyFrozen() is { } frozen)
            return frozen;

        return !MustRegister || TakesPass(policy, now) ? null : new Refusal.RegistersAlone(RegistersUntil(policy));
    }
}
