namespace SecurityPortal.Domain.Audit;

/// <summary>What was done. The names are published: they stand in exported files, so none is ever given another meaning.</summary>
public enum AuditAction
{
    BlockSet,
    BlockLifted,
    MethodEnabled,
    DestinationBlocked,
    DestinationBlockLifted,
    SourceBlocked,
    SourceBlockLifted,
    RegionMarked,
    RegionLifted,
    RecoveryTakenUp,
    RecoveryMoreAsked,
    RecoveryDeclined,

    /// <summary>By one of the two who it takes; which one stands in its facts.</summary>
    RecoveryApproved,

    AccountImported,

    /// <summary>A whole file, with how many accounts it made.</summary>
    AccountsImported,

    /// <summary>Staff looked for whose a whole number or address is.</summary>
    ContactSought,

    /// <summary>Staff have taken part of the sign-in log with them, or all of it.</summary>
    SignInsExported,

    /// <summary>How it stands with a channel in one area, as staff say it, whatever is measured.</summary>
    ChannelSaid,

    /// <summary>Staff have left it to the measurement again.</summary>
    ChannelMeasured,

    /// <summary>Staff have taken the whole of this log with them.</summary>
    AuditExported,

    /// <summary>A lost device, with the check that was made of the caller.</summary>
    MethodsCleared,

    /// <summary>On the server everything of one of the staff was taken away, and a pass made.</summary>
    PassGiven,

    /// <summary>What takes two people was asked for; its kind stands in the facts.</summary>
    ApprovalAsked,
    ApprovalGiven,
    ApprovalDeclined,
    ApprovalWithdrawn,

    RoleGiven,
    RoleTaken,

    /// <summary>A caller number was said that was none, or none any more.</summary>
    CallerNumberRefused,

    /// <summary>One of the staff has it from now on.</summary>
    CaseTaken,

    CaseNoted,
    CaseClosed,
}
