namespace SecurityPortal.Web;

/// <summary>
/// Only the portal's own pages may post, or open a circuit's socket. Browsers say where a request comes from; what says
/// nothing at all is no browser, and has no one's cookies to abuse.
/// </summary>
public sealed class OriginCheck(RequestDelegate next, OwnAddress own)
{
    private const string Circuits = "/_blazor";

    public Task InvokeAsync(HttpContext context)
    {
        if (!Acts(context.Request) || IsOwn(context))
            return next(context);

        context.Items[typeof(OriginCheck)] = context.Request.Headers.Origin.ToString();
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }

    /// <summary>Whether it was this check that turned the request down, and not a missing right.</summary>
    public static bool HasRefused(HttpContext context) => context.Items.ContainsKey(typeof(OriginCheck));

    private static bool Acts(HttpRequest request) =>
        !(HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
        || request.Path.StartsWithSegments(Circuits, StringComparison.OrdinalIgnoreCase);

    private bool IsOwn(HttpContext context)
    {
        var headers = context.Request.Headers;
        return headers.Origin is [{ } origin]
            ? own.IsOrigin(context, origin)
            : headers.Origin.Count == 0 && headers["Sec-Fetch-Site"].ToString() is "" or "same-origin" or "none";
    }
}
