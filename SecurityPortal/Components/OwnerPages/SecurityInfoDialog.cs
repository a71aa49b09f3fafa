using Microsoft.AspNetCore.Components;
using MudBlazor;
using SecurityPortal.Domain;
using SecurityPortal.Service;

namespace SecurityPortal.Components.OwnerPages;

/// <summary>A change that is asked about once more, in a dialog that the card's address opens and closes.</summary>
public abstract class SecurityInfoDialog(SecurityInfoService service, NavigationManager navigation) : SecurityInfoChange(service, navigation)
{
    // The navigation that opens it must not close it.
    protected static DialogOptions Options { get; } = new() { CloseOnNavigation = false, CloseOnEscapeKey = true, MaxWidth = MaxWidth.Small, FullWidth = true };

    protected MudDialog? Dialog { get; set; }

    protected Refusal? WhyKept => Overview.WhyKept(Method);

    public override void Dispose()
    {
        // It floats elsewhere, and would outlive the card.
        _ = Dialog?.CloseAsync();
        base.Dispose();
        GC.SuppressFinalize(this);
    }
}
