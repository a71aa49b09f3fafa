using Microsoft.AspNetCore.Components;
using SecurityPortal.Components.Shared;
using SecurityPortal.Domain;
using SecurityPortal.Domain.Staff;
using SecurityPortal.Resources;
using SecurityPortal.Service;

namespace SecurityPortal.Components.AdminPages;

/// <summary>Asks that somebody gets a role or loses one: another administrator has to agree (R-HELP-4).</summary>
public sealed partial class RoleForm(SecurityInfoService service, NavigationManager navigation, TimeProvider clock) : PortalPage(service, navigation)
{
    private string _name = "";
    private Role _role;
    private bool _gives = true;
    private string _why = "";
    private string? _number;
    private Refusal? _refusal;
    private bool _isBusy;

    [CascadingParameter]
    private StepUpGate Gate { get; set; } = null!;

    private string? NameError => _refusal is Refusal.NoSuchAccount ? Words : null;

    private string? WhyError => _refusal is Refusal.NotWrittenDown ? Words : null;

    private string? Other => _refusal is null or Refusal.NoSuchAccount or Refusal.NotWrittenDown ? null : Words;

    private string Words => RefusalText.Of(_refusal!, clock.GetUtcNow(), Zone);

    private async Task AskAsync()
    {
        if (_isBusy)
            return;

        (_isBusy, _number) = (true, null);
        _refusal = await Gate.RunAsync(() => DoAsync(TryAsync()), purpose: StaffRights.PurposeOf(StaffAct.AskForRole)!.Value);
        if (_refusal is null)
            (_name, _why) = ("", "");
        _isBusy = false;
    }

    private async Task<Refusal?> TryAsync()
    {
        var found = await Service.FindAccountsAsync(Owner, _name, Leaving);
        if (found.Refusal is { } refusal)
            return refusal;

        var key = AccountName.KeyOf(_name);
        if (found.Accounts.FirstOrDefault(account => AccountName.KeyOf(account.Name) == key) is not { } known)
            return new Refusal.NoSuchAccount();

        (var answer, _number) = await Service.AskForRoleAsync(Owner, known.Id, _role, _gives, _why, Leaving);
        return answer;
    }
}
