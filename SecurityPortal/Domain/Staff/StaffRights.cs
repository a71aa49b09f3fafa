using System.Collections.Immutable;
using static SecurityPortal.Domain.Role;
using static SecurityPortal.Domain.Staff.StaffReach;

namespace SecurityPortal.Domain.Staff;

/// <summary>
/// The one table of what each role may do (R-HELP-4, R-HELP-7). A new act is a new row; nothing else in the portal asks
/// for roles.
/// </summary>
public static class StaffRights
{
    private static readonly ImmutableSortedDictionary<StaffAct, StaffRight> s_rows = new Dictionary<StaffAct, StaffRight>
    {
        [StaffAct.LookAtAccount] = Reading((HelpDesk, Everybody), (HelpDeskLead, Everybody), (Auditor, Everybody), (Administrator, Everybody)),
        [StaffAct.ReadSignIns] = Reading((HelpDesk, Everybody), (HelpDeskLead, Everybody), (Auditor, Everybody), (Administrator, Everybody)),
        [StaffAct.ReadCases] = Reading((HelpDesk, Everybody), (HelpDeskLead, Everybody), (Auditor, Everybody), (Administrator, Everybody)),
        [StaffAct.ReadPolicy] = Reading((HelpDesk, Everybody), (HelpDeskLead, Everybody), (Auditor, Everybody), (Administrator, Everybody)),
        [StaffAct.ReadAudit] = Reading((Auditor, Everybody), (Administrator, Everybody)),
        [StaffAct.WorkOnCase] = Changing((HelpDesk, Users), (HelpDeskLead, Others)),
        [StaffAct.SetBlock] = Changing((HelpDesk, Users), (HelpDeskLead, Others), (Administrator, Others)),
        [StaffAct.LiftBlock] = Changing((HelpDesk, Users), (HelpDeskLead, Others), (Administrator, Others)),
        [StaffAct.RunPortal] = Changing((Administrator, Others)),
        [StaffAct.DecideDispute] = Changing((HelpDeskLead, Others)),
        [StaffAct.Clear] = Weighty(takesTwoForStaff: true, (HelpDesk, Users), (HelpDeskLead, Others)),

        // The second of two, whose word is no third's to confirm.
        [StaffAct.DecideClear] = Weighty(takesTwoForStaff: false, (HelpDeskLead, Others), (Administrator, Others)),
        [StaffAct.ApproveRecovery] = Weighty(takesTwoForStaff: false, (HelpDesk, Users), (HelpDeskLead, Others), (Administrator, Others)),
        [StaffAct.AskForRole] = Weighty(takesTwoForStaff: false, (Administrator, Others)),
        [StaffAct.DecideRole] = Weighty(takesTwoForStaff: false, (Administrator, Others)),
    }.ToImmutableSortedDictionary();

    public static StaffRight Of(StaffAct act) => s_rows[act];

    /// <summary>Of somebody who is none of staff, or of nobody: what is offered to whom.</summary>
    public static bool May(ImmutableArray<Role> roles, StaffAct act) => Of(act).Leave(roles, StaffTarget.User) is StaffLeave.Alone;

    /// <summary>What a proof has to be for; null where none is needed.</summary>
    public static Purpose? PurposeOf(StaffAct act) => (Of(act).Proof, act) switch
    {
        (StaffProof.None, _) => null,
        (StaffProof.Recent, _) => Purpose.ActAsStaff,
        (_, StaffAct.Clear) => Purpose.Clear,
        (_, StaffAct.AskForRole or StaffAct.DecideRole) => Purpose.GrantRole,
        _ => Purpose.Approve,
    };

    private static StaffRight Reading(params (Role, StaffReach)[] who) => New(StaffProof.None, takesTwoForStaff: false, who);

    private static StaffRight Changing(params (Role, StaffReach)[] who) => New(StaffProof.Recent, takesTwoForStaff: false, who);

    private static StaffRight Weighty(bool takesTwoForStaff, params (Role, StaffReach)[] who) => New(StaffProof.Own, takesTwoForStaff, who);

    private static StaffRight New(StaffProof proof, bool takesTwoForStaff, (Role Role, StaffReach Reach)[] who) =>
        new(proof, takesTwoForStaff, who.ToImmutableSortedDictionary(one => one.Role, one => one.Reach));
}
