using Microsoft.AspNetCore.Components;
using MudBlazor;
using SecurityPortal.Domain;
using SecurityPortal.Domain.Staff;
using SecurityPortal.Resources;
using SecurityPortal.Service;

namespace SecurityPortal.Components.StaffPages;

/// <summary>A case is taken, noted on and closed.</summary>
public sealed partial class CaseWork(SecurityInfoService service, NavigationManager navigation, ISnackbar snackbar) : CaseWorkPart(service, navigation, snackbar)
{
    private const string Words = "words";

    private string _words = "";

    private Task TakeAsync()
    {
        // As it is shown now: after the proof it may be somebody else's.
        var from = Case.AssignedTo?.Id;
        return RunAsync(StaffAct.WorkOnCase, () => Service.TakeCaseAsync(Owner, Case.Number, from, Leaving), CaseWords.Taken_By_You);
    }

    private Task NoteAsync() => WriteAsync(() => Service.NoteOnCaseAsync(Owner, Case.Number, _words, Leaving), CaseWords.Noted);

    private Task CloseAsync() => WriteAsync(() => Service.CloseCaseAsync(Owner, Case.Number, _words, Leaving), CaseWords.Closed);

    private async Task WriteAsync(Func<Task<Refusal?>> change, string done)
    {
        if (await RunAsync(StaffAct.WorkOnCase, change, done, Words))
            _words = "";
    }
}
