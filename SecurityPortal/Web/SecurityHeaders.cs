using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.Extensions.Options;

namespace SecurityPortal.Web;

/// <summary>
/// What every answer tells the browser, pages, files, redirects and errors alike. Set at the last moment, when it is known
/// what answers, and when nobody can take it away any more.
/// </summary>
public sealed class SecurityHeaders(RequestDelegate next, IOptions<PortalOptions> options)
{
    private const string Content =
        "default-src 'none'; script-src 'self'; style-src 'self'{0}; img-src 'self' data:; font-src 'self'; connect-src 'self'; "
        + "object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

    private const string Features =
        "accelerometer=(), autoplay=(), camera=(), display-capture=(), fullscreen=(self), geolocation=(), gyroscope=(), "
        + "magnetometer=(), microphone=(), midi=(), payment=(), usb=(), xr-spatial-tracking=()";

    private static readonly string s_plainContent = Content.Replace("{0}", "", StringComparison.Ordinal);

    // MudBlazor writes its theme and positions as styles into the page. Nobody but a signed-in person sees such a page.
    private static readonly string s_circuitContent = Content.Replace("{0}", " 'unsafe-inline'", StringComparison.Ordinal);

    public Task InvokeAsync(HttpContext context)
    {
        context.Response.OnStarting(() =>
        {
            Set(context);
            return Task.CompletedTask;
        });
        return next(context);
    }

    private void Set(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = PolicyOf(context);
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        // Not "no-referrer": with it a browser names the origin of our own forms "null", which must stay foreign.
        headers["Referrer-Policy"] = "same-origin";
        headers["Permissions-Policy"] = Features;
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        if (options.Value.IsHttps)
            headers.StrictTransportSecurity = "max-age=31536000";
        if (IsPage(context.Response) || headers.CacheControl.Count == 0)
            headers.CacheControl = "no-store";
    }

    private static string PolicyOf(HttpContext context) =>
        context.GetEndpoint()?.Metadata.GetMetadata<ContentPolicy>() is { } own ? own.Value
        : RunsInCircuit(context) ? s_circuitContent
        : s_plainContent;

    private static bool RunsInCircuit(HttpContext context) =>
        context.GetEndpoint()?.Metadata.GetMetadata<ComponentTypeMetadata>() is not null && context.AcceptsInteractiveRouting();

    private static bool IsPage(HttpResponse response) =>
        response.ContentType?.StartsWith("text/html", StringComparison.OrdinalIgnoreCase) == true;
}
