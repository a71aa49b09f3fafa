using SecurityPortal.Resources;

namespace SecurityPortal.Web;

/// <summary>Answers only to the portal's own name: a foreign Host would turn up in links, and gets plain words and no page.</summary>
public sealed class HostCheck(RequestDelegate next, OwnAddress own)
{
    public Task InvokeAsync(HttpContext context)
    {
        if (own.IsHost(context))
            return next(context);

        context.Response.StatusCode = StatusCodes.Status400BadRequest;
        context.Response.ContentType = "text/plain; charset=utf-8";
        return context.Response.WriteAsync(ProblemWords.Host_Refused.With(own.ToShow(context)));
    }
}
