using Microsoft.AspNetCore.Components;

namespace SecurityPortal.Components.Layout;

/// <summary>The frame of the staff's pages: above each stands what all of them are to know.</summary>
public sealed partial class StaffLayout(NavigationManager navigation)
{
    private string Place => new Uri(navigation.Uri).AbsolutePath;
}
