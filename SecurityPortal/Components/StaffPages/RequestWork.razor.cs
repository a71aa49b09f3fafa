using Microsoft.AspNetCore.Components;
using MudBlazor;
using SecurityPortal.Domain.Staff;
using SecurityPortal.Resources;
using SecurityPortal.Service;

namespace SecurityPortal.Components.StaffPages;

/// <summary>Staff decide about a recovery request; to approve takes two of them and a call by each (R-FORM-3).</summary>
public sealed partial class RequestWork(SecurityInfoService service, NavigationManager navigation, ISnackbar snackbar) : CaseWorkPart(service, navigation, snackbar)
{
    private const string Reference = "reference";
    private const string More = "more";
    private const string Reason = "reason";

    private string _reference = "";
    private string _more = "";
    private string _reason = "";

    private bool MayWork => Case.WhyNotWork is null;

    private bool MayApprove => Case.WhyNotApprove is null;

    private bool IsNew => Case.State == CaseState.New;

    /// <summary>Not while the applicant is asked already.</summary>
    private bool MayAsk => Case.State != CaseState.MoreNeeded;

    private string? FirstApprover => Case.Entries.FirstOrDefault(entry => entry.What == CaseHappening.ApprovedByOne)?.By;

    private string DeclineHint => Case.Account is null ? CaseWords.Decline_Hint_None.With(RecoverWords.Unconfirmed) : CaseWords.Decline_Hint;

    private Task TakeUpAsync() => RunAsync(StaffAct.WorkOnCase, () => Service.TakeUpRecoveryAsync(Owner, Case.Number, Leaving), CaseWords.Taken_Up);

    private async Task ApproveAsync()
    {
        var done = FirstApprover is null ? CaseWords.Approved_First : CaseWords.Approved;
        if (await RunAsync(StaffAct.ApproveRecovery, () => Service.ApproveRecoveryAsync(Owner, Case.Number, _reference, Leaving), done, Reference))
            _reference = "";
    }

    private async Task AskAsync()
    {
        if (await RunAsync(StaffAct.WorkOnCase, () => Service.AskForMoreAsync(Owner, Case.Number, _more, Leaving), CaseWords.More_Sent, More))
            _more = "";
    }

    private async Task DeclineAsync()
    {
        if (await RunAsync(StaffAct.WorkOnCase, () => Service.DeclineRecoveryAsync(Owner, Case.Number, _reason, Leaving), CaseWords.Declined, Reason))
            _reason = "";
    }
}
