using Microsoft.AspNetCore.Components;
using SecurityPortal.Components.Shared;
using SecurityPortal.Domain;
using SecurityPortal.Resources;
using SecurityPortal.Service;

namespace SecurityPortal.Components.OwnerPages;

/// <summary>What the owner must know before anything else: a pending replacement, one that was cancelled, a restriction, slow messages.</summary>
public sealed partial class SecurityInfoBanners(SecurityInfoService service, NavigationManager navigation) : PortalPage(service, navigation)
{
    private Refusal? _refusal;
    private bool _isBusy;

    [Parameter]
    [EditorRequired]
    public SecurityOverview Overview { get; set; } = null!;

    [Parameter]
    [EditorRequired]
    public EventCallback<string> OnDone { get; set; }

    /// <summary>Of each area one of those that get their codes there (R-DEL-9).</summary>
    private IEnumerable<MethodView> Troubled =>
        Overview.Usable.Where(method => method.AreaNote is not null).DistinctBy(method => (method.By, method.Place));

    private async Task SayAsync(bool wasOwner)
    {
        _isBusy = true;
        _refusal = await DoAsync(Service.SayWhoStartedAsync(Owner, wasOwner, Leaving));
        _isBusy = false;
        if (_refusal is null)
            await OnDone.InvokeAsync(wasOwner ? InfoWords.Who_YesDone : InfoWords.Who_NoDone);
    }
}
