using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Features;

namespace SecurityPortal.Web;

/// <summary>Faults, and refusals without a body, end as a page of the portal.</summary>
public static class ProblemPages
{
    private const string Path = "/error";

    private static readonly object s_askedFor = new();

    extension(HttpContext context)
    {
        /// <summary>It stands in for another page, and was not itself asked for.</summary>
        public bool IsAboutAProblem =>
            context.Features.Get<IExceptionHandlerFeature>() is not null || context.Features.Get<IStatusCodeReExecuteFeature>() is not null;

        /// <summary>The address in the visitor's browser while it shows the page about a problem; of a form, the start.</summary>
        public string? AskedFor => context.Items[s_askedFor] as string;
    }

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
        if (context.IsAboutAProblem)
        {
            context.Items[s_askedFor] = HttpMethods.IsGet(context.Request.Method) ? Original(context.Features) : "/";
            context.Request.Method = HttpMethods.Get;
            context.Request.ContentLength = null;
            context.Features.Set<IAntiforgeryValidationFeature>(null);
        }

        return next(context);
    }

    private static string? Original(IFeatureCollection features) =>
        features.Get<IStatusCodeReExecuteFeature>() is { } refused
            ? Address(refused.OriginalPathBase + refused.OriginalPath) + refused.OriginalQueryString
            : features.Get<IExceptionHandlerPathFeature>() is { } failed ? Address(failed.Path) : null;

    // As it is written in a link again: the framework keeps it decoded.
    private static string Address(string path) => new PathString(path).ToUriComponent();
}
