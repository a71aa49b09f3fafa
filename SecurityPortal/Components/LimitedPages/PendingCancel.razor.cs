using Microsoft.AspNetCore.Components;
using MudBlazor;
using SecurityPortal.Components.Shared;
using SecurityPortal.Domain;
using SecurityPortal.Resources;
using SecurityPortal.Service;

namespace SecurityPortal.Components.LimitedPages;

/// <summary>
/// <em>Cancel the update</em>. In a limited session a sign-in with old info does it; in a full one a fresh proof and the
/// answer to one more question.
/// </summary>
public sealed partial class PendingCancel(SecurityInfoService service, NavigationManager navigation, IDialogService dialogs) : PortalPage(service, navigation)
{
    private Refusal? _refusal;

    [Parameter]
    [EditorRequired]
    public SecurityOverview Overview { get; set; } = null!;

    [Parameter]
    [EditorRequired]
    public EventCallback OnChanged { get; set; }

    // A proof may be older than the replacement, and then the service does not take it.
    private bool NeedsProof => Overview.ProvedUntil is null || _refusal is Refusal.ProofNeeded;

    private async Task ProvedAsync()
    {
        _refusal = null;
        await OnChanged.InvokeAsync();
        await CancelAsync();
    }

    private async Task CancelAsync()
    {
        var isSure = await dialogs.ShowMessageBoxAsync(
            ReplacementWords.Pending_Cancel_Title,
            ReplacementWords.Pending_Cancel_Sure.With(Overview.WaitInDays),
            yesText: ReplacementWords.Pending_Cancel,
            cancelText: ReplacementWords.Pending_Keep);
        if (isSure != true)
            return;

        _refusal = await DoAsync(Service.CancelReplacementAsync(Owner, Leaving));
        await OnChanged.InvokeAsync();
    }
}
