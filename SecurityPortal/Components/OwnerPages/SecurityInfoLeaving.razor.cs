using Microsoft.AspNetCore.Components;
using SecurityPortal.Domain;
using SecurityPortal.Resources;
using SecurityPortal.Service;

namespace SecurityPortal.Components.OwnerPages;

/// <summary>
/// Asks the second time before a method is removed or suspended, and names what remains (R-METH-11). Where that would
/// change everything at once it says so, with the date, and offers to wait first (R-RESTRICT-1).
/// </summary>
public sealed partial class SecurityInfoLeaving(SecurityInfoService service, NavigationManager navigation) : SecurityInfoDialog(service, navigation)
{
    [Parameter]
    [EditorRequired]
    public bool IsRemoval { get; set; }

    private IEnumerable<MethodView> Remaining => Overview.Reliable.Where(method => method.Id != Method.Id);

    private string Title => this switch
    {
        { Refusal: Refusal.ChangesEverything } => InfoWords.Everything_Title,
        { IsRemoval: true } => InfoWords.Remove_Title.With(Method.Shown),
        _ => InfoWords.Suspend_Title.With(Method.Shown),
    };

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
