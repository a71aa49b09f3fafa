using System.Collections.Immutable;

namespace SecurityPortal.Domain.Staff;

/// <summary>How far a role's right goes.</summary>
public enum StaffReach
{
    /// <summary>Of users alone: a helper never acts on staff.</summary>
    Users,

    /// <summary>Of everybody but oneself.</summary>
    Others,

    /// <summary>To read shows nothing whole, so it is open of oneself too.</summary>
    Everybody,
}

/// <summary>What the store has to hold of a session before it may act (R-HELP-7).</summary>
public enum StaffProof
{
    /// <summary>It changes nothing.</summary>
    None,

    /// <summary>A proof for acting as staff, five minutes old at most; it serves every such act.</summary>
    Recent,

    /// <summary>A proof for this act alone, which it uses up.</summary>
    Own,
}

/// <summary>Whether one may.</summary>
public enum StaffLeave
{
    No,

    /// <summary>Nobody acts on themselves.</summary>
    NotOnSelf,

    Alone,

    /// <summary>Only once another person has agreed.</summary>
    WithAnother,
}

/// <summary>Who may do one thing, to whom, and with what proof.</summary>
/// <param name="TakesTwoForStaff">What concerns staff takes two people (R-HELP-4).</param>
public sealed record StaffRight(StaffProof Proof, bool TakesTwoForStaff, ImmutableSortedDictionary<Role, StaffReach> Reaches)
{
    public StaffLeave Leave(ImmutableArray<Role> roles, StaffTarget target)
    {
        StaffReach[] reaches = [.. roles.Where(Reaches.ContainsKey).Select(role => Reaches[role])];
        if (reaches.Length == 0)
            return StaffLeave.No;

        return (target, reaches.Max()) switch
        {
            (StaffTarget.Self, StaffReach.Everybody) => StaffLeave.Alone,
            (StaffTarget.Self, _) => StaffLeave.NotOnSelf,
            (StaffTarget.User, _) => StaffLeave.Alone,
            (_, StaffReach.Users) => StaffLeave.No,
            _ => TakesTwoForStaff ? StaffLeave.WithAnother : StaffLeave.Alone,
        };
    }
}
