using Microsoft.AspNetCore.Mvc;
using SecurityPortal.Components.Shared;
using SecurityPortal.Domain;
using SecurityPortal.Resources;
using SecurityPortal.Service;
using SecurityPortal.Web;

namespace SecurityPortal.Components.VisitorPages;

/// <summary>What an applicant does about a recovery request (R-FORM-2, R-FORM-3).</summary>
internal static class RequestActions
{
    public const string Again = "/recover/again";

    private const string Open = "/recover/open";

    public static void MapTo(IEndpointRouteBuilder actions)
    {
        _ = actions.MapPost(Again, AgainAsync);
        _ = actions.MapPost(Open, OpenAsync);
        _ = actions.MapPost("/recover/{number}/code", ProveAsync);
        _ = actions.MapPost("/recover/{number}/answer", AnswerAsync);
        _ = actions.MapPost("/recover/{number}/finish", FinishAsync);
    }

    private static async Task AgainAsync(HttpContext context, SecurityInfoService service)
    {
        await service.LeaveRecoveryAsync(context.Visitor, context.RequestAborted);
        context.SeeOther(RecoverPage.Path);
    }

    private static async Task OpenAsync(HttpContext context, SecurityInfoService service, SayOnce saying, BrowserCookie browser, [FromForm] string? number, [FromForm] string? secret)
    {
        browser.Ensure(context);
        Show(context, saying, number ?? "", await service.OpenRecoveryAsync(context.Visitor, number ?? "", secret ?? "", context.RequestAborted), RequestPage.SecretField);
    }

    private static async Task ProveAsync(HttpContext context, SecurityInfoService service, SayOnce saying, string number, [FromForm] string? code) =>
        Show(context, saying, number, (await service.ProveContactAsync(context.Visitor, number, code ?? "", context.RequestAborted)).Refusal, CodeField.Name);

    private static async Task AnswerAsync(HttpContext context, SecurityInfoService service, SayOnce saying, string number, [FromForm] string? words) =>
        Show(context, saying, number, await service.AnswerRecoveryAsync(context.Visitor, number, words ?? "", context.RequestAborted), field: null);

    private static async Task FinishAsync(HttpContext context, SecurityInfoService service, SayOnce saying, string number, [FromForm] string? password)
    {
        if (await service.FinishRecoveryAsync(context.Visitor, number, password ?? "", context.RequestAborted) is { } refusal)
        {
            Show(context, saying, number, refusal, refusal is Refusal.WeakPassword ? RequestPage.PasswordField : null);
            return;
        }

        saying.Say(context, SignInPage.Path, BannerKind.Good, RecoverWords.Finished);
        context.SeeOther(SignInPage.Path);
    }

    private static void Show(HttpContext context, SayOnce saying, string number, Refusal? refusal, string? field)
    {
        var page = RequestPage.PathOf(number.Trim().ToUpperInvariant());
        if (refusal is not null)
            saying.SayFailed(context, page, refusal, field);
        context.SeeOther(page);
    }
}
