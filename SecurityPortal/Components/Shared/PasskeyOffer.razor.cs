using Microsoft.AspNetCore.Components;
using SecurityPortal.Domain;
using SecurityPortal.Resources;
using SecurityPortal.Service;

namespace SecurityPortal.Components.Shared;

/// <summary>Makes a passkey on this device and adds it, where the browser can do that (R-PASS-5).</summary>
public sealed partial class PasskeyOffer(SecurityInfoService service, NavigationManager navigation, PasskeyBrowser browser)
    : PortalPage(service, navigation)
{
    private bool _isAvailable;
    private bool _isBusy;
    private string? _why;

    [Parameter]
    [EditorRequired]
    public DateTimeOffset Now { get; set; }

    /// <summary>How the page makes a change: behind its gate, where it has one.</summary>
    [Parameter]
    public Func<Func<Task<Refusal?>>, Task<Refusal?>> Through { get; set; } = change => change();

    [Parameter]
    [EditorRequired]
    public EventCallback OnAdded { get; set; }

    /// <summary>Whether this browser can make one; asked once there is a circuit to ask through.</summary>
    [Parameter]
    public EventCallback<bool> OnKnown { get; set; }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender)
            return;

        _isAvailable = await browser.IsAvailableAsync(Leaving);
        await OnKnown.InvokeAsync(_isAvailable);
        StateHasChanged();
    }

    private async Task AddAsync()
    {
        if (_isBusy)
            return;

        (_isBusy, _why) = (true, null);
        _why = await MakeAsync();
        _isBusy = false;
        if (_why is null)
            await OnAdded.InvokeAsync();
    }

    /// <summary>Null when it was added, else why not.</summary>
    private async Task<string?> MakeAsync()
    {
        PasskeyAsk? ask = null;
        if (await Through(async () =>
        {
            (var refused, ask) = await Service.AskToMakePasskeyAsync(Owner, Leaving);
            return await DoAsync(Task.FromResult(refused));
        }) is { } refusal)
            return Words(refusal);

        var (answer, token, fault) = await browser.MakeAsync(ask!);
        return answer is null
            ? fault
            : await Through(() => DoAsync(Service.AddPasskeyAsync(Owner, token, answer, "", Leaving))) is { } late ? Words(late) : null;
    }

    private string Words(Refusal refusal) => RefusalText.Of(refusal, Now, Zone);
}
