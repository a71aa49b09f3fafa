namespace SecurityPortal.Domain;

// What an account's roles let one of its sessions do (R-HELP-4, R-HELP-7).
public sealed partial class SecurityProfile
{
    /// <summary>
    /// Whether this session counts as one of staff now. Not while somebody else may have come in with it: while the info is
    /// being replaced or was all changed at once, before a distrusted password was changed, and while it registers.
    /// </summary>
    public Refusal? WhyNotStaff(Asker by, SecurityPolicy policy, DateTimeOffset now)
    {
        Advance(policy, now);
        if (WhyNotFull(by) is { } refusal)
            return refusal;

        var session = Find(by.Session)!;
        return Roles.IsEmpty || session.IsRegistering || MustChangePassword(session) || Pending is not null || Restriction is not null || NeedsStrongMethod(policy)
            ? new Refusal.NotStaff()
            : null;
    }
}
