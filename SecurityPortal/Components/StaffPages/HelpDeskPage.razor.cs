using Microsoft.AspNetCore.Components;
using SecurityPortal.Components.Shared;
using SecurityPortal.Resources;
using SecurityPortal.Service;

namespace SecurityPortal.Components.StaffPages;

/// <summary>One box for whatever a caller says of themselves (R-HELP-1).</summary>
public sealed partial class HelpDeskPage(SecurityInfoService service, NavigationManager navigation, TimeProvider clock) : PortalPage(service, navigation)
{
    private string _typed = "";
    private string? _fault;
    private bool _isBusy;
    private FoundAccounts? _found;

    private async Task FindAsync()
    {
        if (_isBusy)
            return;

        _isBusy = true;
        _found = await Service.FindAccountsAsync(Owner, _typed, Leaving);
        _fault = _found.Refusal is { } refusal ? RefusalText.Of(refusal, clock.GetUtcNow(), Zone) : null;
        if (_found is { HasParts: true, HasMore: false })
            _found = With(_found, await Service.FindByPartAsync(Owner, _typed, Leaving));
        _ = await OverviewAsync();
        _isBusy = false;
    }

    /// <summary>What begins so stays first.</summary>
    private static FoundAccounts With(FoundAccounts beginning, FoundAccounts holding) =>
        beginning with { Accounts = [.. beginning.Accounts.Concat(holding.Accounts).DistinctBy(account => account.Id)], HasMore = holding.HasMore };

    private static string? WhyFound(FoundBy by) => by switch
    {
        FoundBy.Contact => StaffWords.By_Contact,
        FoundBy.Request => StaffWords.By_Request,
        FoundBy.Case => StaffWords.By_Case,
        _ => null,
    };
}
