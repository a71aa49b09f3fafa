using Microsoft.AspNetCore.Components;
using MudBlazor;
using SecurityPortal.Domain;
using SecurityPortal.Resources;
using SecurityPortal.Service;

namespace SecurityPortal.Components.OwnerPages;

/// <summary>
/// Asks the second time before a method is removed or suspended, and names what remains (R-METH-11). Where that would
/// change everything at once it says so, with the date, and offers to wait first (R-RESTRICT-1).
/// </summary>
public sealed partial class SecurityInfoLeaving(SecurityInfoService service, NavigationManager navigation) : SecurityInfoChange(service, navigation)
{
    // It is opened and closed by its address: the navigation that opens it must not close it.
    private static readonly DialogOptions s_options = new() { CloseOnNavigation = false, CloseOnEscapeKey = true, MaxWidth = MaxWidth.Small, FullWidth = true };

    private MudDialog? _dialog;

    [Parameter]
    [EditorRequired]
    public bool IsRemoval { get; set; }

    private IEnumerable<MethodView> Remaining => Overview.Reliable.Where(method => method.Id != Method.Id);

    private Refusal? WhyKept => Overview.WhyKept(Method);

    /// <summary>From when on one of those that remain counts as established, and nothing would be closed.</summary>
    private DateTimeOffset? NewEstablishedAt => Remaining.Min(method => method.EstablishedAt);

    private string Title => this switch
    {
        { Refusal: Refusal.ChangesEverything } => InfoWords.Everything_Title,
        { IsRemoval: true } => InfoWords.Remove_Title.With(Method.Shown),
        _ => InfoWords.Suspend_Title.With(Method.Shown),
    };

    public override void Dispose()
    {
        // It floats elsewhere, and would outlive the card.
        _ = _dialog?.CloseAsync();
        base.Dispose();
    }

    private Task LeaveAsync(bool knowingly) => ChangeAsync(
        () => IsRemoval
            ? Service.RemoveMethodAsync(Owner, Method.Id, knowingly, Leaving)
            : Service.SuspendMethodAsync(Owner, Method.Id, knowingly, Leaving),
        (IsRemoval ? InfoWords.Remove_Done : InfoWords.Suspend_Done).With(Method.Shown));

    private void CloseUnless(bool isVisible)
    {
        if (!isVisible && !Gate.IsOpen)
            Close();
    }
}
