using Microsoft.AspNetCore.Components;
using SecurityPortal.Components.Shared;
using SecurityPortal.Domain;
using SecurityPortal.Resources;
using SecurityPortal.Service;

namespace SecurityPortal.Components.OwnerPages;

/// <summary>A part of a method's card that changes it: behind the gate, one at a time, and the page is told what was done.</summary>
public abstract class SecurityInfoChange(SecurityInfoService service, NavigationManager navigation) : PortalPage(service, navigation)
{
    [Parameter]
    [EditorRequired]
    public MethodView Method { get; set; } = null!;

    [Parameter]
    [EditorRequired]
    public SecurityOverview Overview { get; set; } = null!;

    /// <summary>It was done; the argument says so to the owner.</summary>
    [Parameter]
    [EditorRequired]
    public EventCallback<string> OnDone { get; set; }

    [CascadingParameter]
    protected StepUpGate Gate { get; set; } = null!;

    protected Refusal? Refusal { get; set; }

    protected bool IsBusy { get; private set; }

    protected string? Why => Refusal is null ? null : RefusalText.Of(Refusal, Overview.Now, Zone);

    protected async Task ChangeAsync(Func<Task<Refusal?>> change, string done, bool establishedOnly = false)
    {
        if (IsBusy)
            return;

        IsBusy = true;
        Refusal = await Gate.RunAsync(() => DoAsync(change()), establishedOnly);
        IsBusy = false;
        if (Refusal is null)
            await OnDone.InvokeAsync(done);
    }

    protected void Open(string? change) => Navigation.NavigateTo(InfoPath.Card(Method.Id, change));

    protected void Close() => Navigation.NavigateTo(InfoPath.Card(Method.Id), replace: true);
}
