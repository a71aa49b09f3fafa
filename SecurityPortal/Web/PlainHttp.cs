using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.Extensions.Options;

namespace SecurityPortal.Web;

/// <summary>A portal that is served over TLS takes nothing over plain http: it shows the way to its address.</summary>
public sealed partial class PlainHttp(RequestDelegate next, IOptions<PortalOptions> options, ILogger<PlainHttp> logger)
{
    private int _told;

    public Task InvokeAsync(HttpContext context)
    {
        var portal = options.Value;
        if (!portal.IsHttps || context.Request.IsHttps)
            return next(context);

        if (Interlocked.Exchange(ref _told, 1) == 0)
            LogPlainHttp();

        var there = portal.BaseAddress!.GetLeftPart(UriPartial.Authority) + context.Request.GetEncodedPathAndQuery();
        context.Response.Redirect(there, permanent: false, preserveMethod: true);
        return Task.CompletedTask;
    }

    [LoggerMessage(LogLevel.Warning, "A request came over plain http and was sent to Portal:BaseAddress. If a proxy ends TLS, name it in Portal:KnownProxies.")]
    private partial void LogPlainHttp();
}
