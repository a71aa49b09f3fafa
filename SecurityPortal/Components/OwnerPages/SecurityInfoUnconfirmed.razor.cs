using Microsoft.AspNetCore.Components;
using SecurityPortal.Components.Shared;
using SecurityPortal.Domain;
using SecurityPortal.Resources;
using SecurityPortal.Service;

namespace SecurityPortal.Components.OwnerPages;

/// <summary>What this session has added and not confirmed: it counts for nothing yet (R-METH-2).</summary>
public sealed partial class SecurityInfoUnconfirmed(SecurityInfoService service, NavigationManager navigation) : PortalPage(service, navigation)
{
    private Refusal? _refusal;
    private bool _isBusy;

    [Parameter]
    [EditorRequired]
    public SecurityOverview Overview { get; set; } = null!;

    [Parameter]
    [EditorRequired]
    public EventCallback<string> OnDone { get; set; }

    private async Task DiscardAsync(MethodView added)
    {
        _isBusy = true;
        _refusal = await DoAsync(Service.DiscardUnconfirmedAsync(Owner, added.Id, Leaving));
        _isBusy = false;
        if (_refusal is null)
            await OnDone.InvokeAsync(InfoWords.Unconfirmed_Done.With(added.Shown));
    }
}
