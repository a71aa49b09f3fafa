using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Diagnostics;

namespace SecurityPortal.Web;

/// <summary>Faults, and refusals without a body, end as a page of the portal.</summary>
public static class ProblemPages
{
    private const string Path = "/error";

    extension(WebApplication app)
    {
        public void UseProblemPages()
        {
            _ = app.UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandlingPath = Path, CreateScopeForErrors = true });
            _ = app.UseStatusCodePagesWithReExecute(Path + "/{0}", createScopeForStatusCodePages: true);
            _ = app.Use(ShowInsteadOfPostingAgain);
        }
    }

    // The page about a refused form is shown; the form is not sent to it.
    private static Task ShowInsteadOfPostingAgain(HttpContext context, RequestDelegate next)
    {
        var features = context.Features;
        if (features.Get<IExceptionHandlerFeature>() is not null || features.Get<IStatusCodeReExecuteFeature>() is not null)
        {
            context.Request.Method = HttpMethods.Get;
            context.Request.ContentLength = null;
            features.Set<IAntiforgeryValidationFeature>(null);
        }

        return next(context);
    }
}
