using Microsoft.AspNetCore.Antiforgery;

namespace SecurityPortal.Web;

/// <summary>
/// Turns down a form without its token, or one too large for any of ours, before a page sees it. The answer has no body,
/// so that the visitor gets the page for its status and not the framework's one line.
/// </summary>
public sealed class FormGuard(RequestDelegate next)
{
    public const long MaxBody = 256 * 1024;

    public Task InvokeAsync(HttpContext context)
    {
        if (Fault(context) is not { } status)
            return next(context);

        context.Response.StatusCode = status;
        return Task.CompletedTask;
    }

    private static int? Fault(HttpContext context) => context switch
    {
        { Request.ContentLength: > MaxBody } => StatusCodes.Status413PayloadTooLarge,
        _ when context.Features.Get<IAntiforgeryValidationFeature>() is { IsValid: false } => StatusCodes.Status400BadRequest,
        _ => null,
    };
}
