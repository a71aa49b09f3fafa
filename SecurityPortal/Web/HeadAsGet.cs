namespace SecurityPortal.Web;

/// <summary>
/// Who asks with HEAD is answered as by GET: pages and calls know only that. The server sends no body, because it goes by
/// what came over the wire.
/// </summary>
public sealed class HeadAsGet(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        if (HttpMethods.IsHead(context.Request.Method))
            context.Request.Method = HttpMethods.Get;
        return next(context);
    }
}
