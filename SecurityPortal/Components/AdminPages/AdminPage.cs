using Microsoft.AspNetCore.Components;
using SecurityPortal.Components.Shared;
using SecurityPortal.Domain;
using SecurityPortal.Domain.Staff;
using SecurityPortal.Resources;
using SecurityPortal.Service;

namespace SecurityPortal.Components.AdminPages;

/// <summary>A page of the administration: what it shows is read anew after each change, and a change says beside which part it was refused.</summary>
public abstract class AdminPage(SecurityInfoService service, NavigationManager navigation, TimeProvider clock) : PortalPage(service, navigation)
{
    private Refusal? _refusal;
    private Refusal? _fault;
    private string? _part;

    protected AdminFrame? Frame { get; set; }

    protected SecurityOverview? Overview { get; private set; }

    protected bool IsBusy { get; private set; }

    /// <summary>What was done last, in words.</summary>
    protected string? Done { get; private set; }

    /// <summary>Why nothing is shown.</summary>
    protected string? Why => _refusal is null ? null : Words(_refusal);

    protected override Task OnInitializedAsync() => ReadAsync();

    protected async Task ReadAsync()
    {
        _refusal = await LoadAsync();

        // To read is use of the session, and one that has ended is left.
        Overview = await OverviewAsync();
    }

    protected abstract Task<Refusal?> LoadAsync();

    /// <param name="part">Of the page: which form, or which line.</param>
    /// <returns>Whether it was done.</returns>
    protected async Task<bool> ActAsync(string part, string done, Func<Task<Refusal?>> change)
    {
        if (IsBusy)
            return false;

        (IsBusy, Done, _fault, _part) = (true, null, null, part);
        _fault = await Frame!.RunAsync(() => DoAsync(change()), StaffAct.RunPortal);
        if (_fault is null)
        {
            Done = done;
            await ReadAsync();
        }

        IsBusy = false;
        return _fault is null;
    }

    /// <summary>What cannot be read of what was typed is refused like the rest.</summary>
    protected Task<Refusal?> RefuseAsync(Refusal refusal) => Task.FromResult<Refusal?>(refusal);

    /// <summary>Beside a field: the refusal that is about it.</summary>
    protected string? Beside(string part, Func<Refusal, bool> isAbout) => _part == part && _fault is not null && isAbout(_fault) ? Words(_fault) : null;

    /// <summary>Above a form: what none of its fields says.</summary>
    protected string? Above(string part, Func<Refusal, bool> isBeside) => _part == part && _fault is not null && !isBeside(_fault) ? Words(_fault) : null;

    protected static bool IsOfReason(Refusal refusal) => refusal is Refusal.NotWrittenDown;

    // There is no account that it could be about.
    private string Words(Refusal refusal) => refusal is Refusal.NoRight ? AdminWords.No_Right : RefusalText.Of(refusal, clock.GetUtcNow(), Zone);
}
