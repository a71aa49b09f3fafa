using SecurityPortal.Domain;
using SecurityPortal.Domain.Staff;

namespace SecurityPortal.Tests.Domain;

/// <summary>R-HELP-4, R-HELP-7: the table of what each role may do to whom, cell by cell. A new act has no cells and fails.</summary>
public sealed class StaffRightsTests
{
    // Of each role: a user, one of the staff, a lead or administrator, themselves. a alone, 2 with another person, . never.
    private const string Cells = """
        LookAtAccount   None   aaaa aaaa aaaa aaaa
        ReadSignIns     None   aaaa aaaa aaaa aaaa
        ReadCases       None   aaaa aaaa aaaa aaaa
        WorkOnCase      Recent a... aaa. .... ....
        ApproveRecovery Own    a... aaa. .... aaa.
        SetBlock        Recent a... aaa. .... aaa.
        LiftBlock       Recent a... aaa. .... aaa.
        Clear           Own    a... a22. .... ....
        DecideClear     Own    .... aaa. .... aaa.
        DecideDispute   Recent .... aaa. .... ....
        AskForRole      Own    .... .... .... aaa.
        DecideRole      Own    .... .... .... aaa.
        RunPortal       Recent .... .... .... aaa.
        ReadPolicy      None   aaaa aaaa aaaa aaaa
        ReadAudit       None   .... .... aaaa aaaa
        """;

    private static readonly Role[] s_roles = [Role.HelpDesk, Role.HelpDeskLead, Role.Auditor, Role.Administrator];
    private static readonly StaffTarget[] s_targets = [StaffTarget.User, StaffTarget.Staff, StaffTarget.Privileged, StaffTarget.Self];

    [Fact]
    public void Every_act_is_for_these_roles_and_targets_and_takes_this_proof() =>
        Assert.Equal(
            Cells.ReplaceLineEndings("\n").Split('\n').Select(row => string.Join(' ', row.Split(' ', StringSplitOptions.RemoveEmptyEntries))).Order(StringComparer.Ordinal),
            Enum.GetValues<StaffAct>().Select(RowOf).Order(StringComparer.Ordinal));

    /// <summary>No right of one role grows by another that has none of it.</summary>
    [Fact]
    public void Whoever_has_two_roles_may_what_either_may()
    {
        foreach (var act in Enum.GetValues<StaffAct>())
        {
            foreach (var target in s_targets)
            {
                var single = s_roles.Select(role => StaffRights.Of(act).Leave([role], target)).ToArray();
                var all = StaffRights.Of(act).Leave([.. s_roles], target);
                Assert.Equal(single.Contains(StaffLeave.Alone), all == StaffLeave.Alone);
            }
        }
    }

    [Fact]
    public void Who_has_no_role_may_do_nothing() =>
        Assert.All(Enum.GetValues<StaffAct>(), act => Assert.All(s_targets, target => Assert.Equal(StaffLeave.No, StaffRights.Of(act).Leave([], target))));

    /// <summary>A proof serves its own purpose only, so no two acts that take one of their own share it by chance.</summary>
    [Fact]
    public void Each_act_with_a_proof_of_its_own_names_what_it_is_for() =>
        Assert.Equal(
            [(StaffAct.ApproveRecovery, Purpose.Approve), (StaffAct.Clear, Purpose.Clear), (StaffAct.DecideClear, Purpose.Approve), (StaffAct.AskForRole, Purpose.GrantRole), (StaffAct.DecideRole, Purpose.GrantRole)],
            Enum.GetValues<StaffAct>().Where(act => StaffRights.Of(act).Proof == StaffProof.Own).Select(act => (act, StaffRights.PurposeOf(act)!.Value)));

    private static string RowOf(StaffAct act)
    {
        var right = StaffRights.Of(act);
        return $"{act} {right.Proof} {string.Join(' ', s_roles.Select(role => string.Concat(s_targets.Select(target => CellOf(right, role, target)))))}";
    }

    private static char CellOf(StaffRight right, Role role, StaffTarget target) => right.Leave([role], target) switch
    {
        StaffLeave.Alone => 'a',
        StaffLeave.WithAnother => '2',
        StaffLeave.No or StaffLeave.NotOnSelf => '.',
    };
}
