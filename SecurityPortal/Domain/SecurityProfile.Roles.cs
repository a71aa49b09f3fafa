namespace SecurityPortal.Domain;

// Roles, which take two people to give or take (R-HELP-4).
public sealed partial class SecurityProfile
{
    /// <summary>
    /// Whether two accounts are perhaps one person's: the same account, or one mailbox or phone in both. Such two are not two
    /// people who agree.
    /// </summary>
    public bool MayBeSamePersonAs(SecurityProfile other) =>
        Id == other.Id || KeysOf(this).Intersect(KeysOf(other)).Any();

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

    private static IEnumerable<string> KeysOf(SecurityProfile profile) =>
        profile._methods.Where(method => method is { VerifiedAt: not null, IsDestination: true }).Select(method => ThrottleKey.Canonical(method.Contact));
}
