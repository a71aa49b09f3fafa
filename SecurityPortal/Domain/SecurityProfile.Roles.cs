namespace SecurityPortal.Domain;

// Roles, which take two people to give or take (R-HELP-4).
public sealed partial class SecurityProfile
{
    /// <summary>Whoever was signed in under the old roles signs in anew.</summary>
    public Refusal? GiveRole(Role role, SecurityPolicy policy, DateTimeOffset now)
    {
        Advance(policy, now);
        if (Roles.Contains(role))
            return new Refusal.NothingToChange();

        Roles = [.. Roles.Add(role).Order()];
        Tell(new SecurityEvent.RolesChanged { At = now });
        EndSessionsBut(null);
        ForgetBrowsers();
        return null;
    }

    public Refusal? TakeRole(Role role, SecurityPolicy policy, DateTimeOffset now)
    {
        Advance(policy, now);
        if (!Roles.Contains(role))
            return new Refusal.NothingToChange();

        Roles = Roles.Remove(role);
        Tell(new SecurityEvent.RolesChanged { At = now });
        EndSessionsBut(null);
        return null;
    }
}
