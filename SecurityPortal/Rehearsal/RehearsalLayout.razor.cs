using System.Globalization;
using Microsoft.AspNetCore.Components;
using SecurityPortal.Web;

namespace SecurityPortal.Rehearsal;

/// <summary>
/// A document of its own: the portal's router finds every page of the assembly, but this one is to exist in a rehearsal only.
/// </summary>
public sealed partial class RehearsalLayout
{
    [CascadingParameter]
    private HttpContext Context { get; set; } = null!;

    private static CultureInfo Culture => CultureInfo.CurrentUICulture;

    private DisplayChoice Display => DisplayChoice.Of(Context);

    private TimeZoneInfo Zone => VisitorZone.Named(Display.ZoneId);
}
