using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.AspNetCore.Components.Web;
using SecurityPortal.Web;

namespace SecurityPortal.Components;

/// <summary>
/// The document. A page either runs in a circuit or is plain HTML; a plain one carries no framework script. What a circuit
/// cannot ask later (there is no request any more) is handed to it here.
/// </summary>
public sealed partial class App
{
    // The ground of portal.css, for the browser's own frame.
    private const string Light = "#e2eef0";
    private const string Dark = "#13262d";

    [CascadingParameter]
    private HttpContext Context { get; set; } = null!;

    private DisplayChoice Display => DisplayChoice.Of(Context);

    private static CultureInfo Culture => CultureInfo.CurrentUICulture;

    private static string Direction => Culture.TextInfo.IsRightToLeft ? "rtl" : "ltr";

    private bool IsInteractive => Context.AcceptsInteractiveRouting();

    private IComponentRenderMode? PageMode => IsInteractive ? RenderMode.InteractiveServer : null;
}
