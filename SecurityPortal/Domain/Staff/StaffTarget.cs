using System.Collections.Immutable;

namespace SecurityPortal.Domain.Staff;

/// <summary>Whom an act is about, as whoever does it stands to them (R-HELP-4).</summary>
public enum StaffTarget
{
    /// <summary>Somebody without a role, or nobody at all.</summary>
    User,

    /// <summary>A helper or an auditor.</summary>
    Staff,

    /// <summary>A lead or an administrator.</summary>
    Privileged,

    Self,
}

public static class StaffTargets
{
    public static StaffTarget Of(AccountId actor, SecurityProfile target) => actor == target.Id ? StaffTarget.Self : Of(target.Roles);

    public static StaffTarget Of(ImmutableArray<Role> roles) =>
        roles.IsEmpty ? StaffTarget.User
        : roles.Contains(Role.Administrator) || roles.Contains(Role.HelpDeskLead) ? StaffTarget.Privileged
        : StaffTarget.Staff;
}
