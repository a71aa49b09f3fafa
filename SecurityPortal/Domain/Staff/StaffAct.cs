namespace SecurityPortal.Domain.Staff;

/// <summary>Everything that staff do in the portal, each with its row in <see cref="StaffRights"/> (R-HELP-4, R-HELP-7).</summary>
public enum StaffAct
{
    /// <summary>Finds an account and opens its page.</summary>
    LookAtAccount,

    /// <summary>Reads the sign-in log, and takes parts of it along.</summary>
    ReadSignIns,

    /// <summary>Reads cases, requests and what waits for a second person.</summary>
    ReadCases,

    /// <summary>Takes a case or request up, notes on it, asks for more, closes or declines it.</summary>
    WorkOnCase,

    /// <summary>Says, as one of two, that an applicant is the account's owner (R-FORM-3).</summary>
    ApproveRecovery,

    /// <summary>Blocks something of an account.</summary>
    SetBlock,

    /// <summary>Lifts a block, or brings back what wrong codes put out of use.</summary>
    LiftBlock,

    /// <summary>Clears a lost device, alone or once a second person has agreed (R-HELP-2).</summary>
    Clear,

    /// <summary>Agrees to what takes two, or releases what an hour's limit holds back.</summary>
    DecideClear,

    /// <summary>Decides what an owner disputes (R-HELP-10).</summary>
    DecideDispute,

    AskForRole,
    DecideRole,

    /// <summary>Regions, channels, networks: what concerns the portal and no account.</summary>
    RunPortal,

    ReadPolicy,
    ReadAudit,
}
