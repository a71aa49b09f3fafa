using Microsoft.AspNetCore.Mvc;
using SecurityPortal.Components.Shared;
using SecurityPortal.Domain;
using SecurityPortal.Resources;
using SecurityPortal.Service;
using SecurityPortal.Web;

namespace SecurityPortal.Components.VisitorPages;

/// <summary>The steps of a reset after its first; each is answered with the page, which shows how far one is.</summary>
internal static class ForgotActions
{
    public const string First = "/forgot-password/first";
    public const string Ask = "/forgot-password/ask";
    public const string Second = "/forgot-password/second";
    public const string AskPasskey = "/forgot-password/passkey/ask";
    public const string Passkey = "/forgot-password/passkey";
    public const string Paper = "/forgot-password/recovery-code";
    public const string New = "/forgot-password/new";
    public const string Again = "/forgot-password/again";

    public static void MapTo(IEndpointRouteBuilder endpoints, IEndpointRouteBuilder actions)
    {
        _ = endpoints.MapGet(AskPasskey, AskPasskeyAsync);
        _ = actions.MapPost(First, FirstAsync);
        _ = actions.MapPost(Ask, AskAsync);
        _ = actions.MapPost(Second, SecondAsync);
        _ = actions.MapPost(Passkey, PasskeyAsync);
        _ = actions.MapPost(Paper, PaperAsync);
        _ = actions.MapPost(New, NewAsync);
        _ = actions.MapPost(Again, AgainAsync);
    }

    private static async Task FirstAsync(HttpContext context, SecurityInfoService service, SayOnce saying, [FromForm] string? code) =>
        Show(context, saying, await service.ProveResetAsync(context.Visitor, code ?? "", context.RequestAborted), CodeField.Name);

    private static async Task AskAsync(HttpContext context, SecurityInfoService service, SayOnce saying, [FromForm] string? method) =>
        Show(context, saying, await service.AskForSecondAsync(context.Visitor, CodeActions.ToMethod(method), context.RequestAborted), field: null);

    private static async Task SecondAsync(HttpContext context, SecurityInfoService service, SayOnce saying, [FromForm] string? code) =>
        Show(context, saying, await service.ProveSecondAsync(context.Visitor, code ?? "", context.RequestAborted), CodeField.Name);

    private static async Task<IResult> AskPasskeyAsync(HttpContext context, SecurityInfoService service) =>
        PasskeyActions.Show(context, await service.AskForResetPasskeyAsync(context.Visitor, context.RequestAborted));

    private static async Task PasskeyAsync(HttpContext context, SecurityInfoService service, SayOnce saying, [FromForm] string? token, [FromForm] string? answer) =>
        Show(context, saying, await service.ProveSecondByPasskeyAsync(context.Visitor, token ?? "", answer ?? "", context.RequestAborted), field: null);

    private static async Task PaperAsync(HttpContext context, SecurityInfoService service, SayOnce saying, [FromForm] string? recovery) =>
        Show(context, saying, await service.ProveSecondByRecoveryCodeAsync(context.Visitor, recovery ?? "", context.RequestAborted), field: null);

    private static async Task NewAsync(HttpContext context, SecurityInfoService service, SayOnce saying, [FromForm] string? password)
    {
        var refusal = await service.FinishResetAsync(context.Visitor, password ?? "", context.RequestAborted);
        if (refusal is null)
        {
            saying.Say(context, SignInPage.Path, BannerKind.Good, ForgotWords.Done);
            context.SeeOther(SignInPage.Path);
        }
        else
        {
            Show(context, saying, refusal, refusal is Refusal.WeakPassword ? "password" : null);
        }
    }

    private static async Task AgainAsync(HttpContext context, SecurityInfoService service)
    {
        await service.DropResetAsync(context.Visitor, context.RequestAborted);
        context.SeeOther(ForgotPasswordPage.Path);
    }

    private static void Show(HttpContext context, SayOnce saying, Refusal? refusal, string? field)
    {
        if (refusal is not null)
            saying.SayFailed(context, ForgotPasswordPage.Path, refusal, refusal is Refusal.ResetOver ? null : field);
        context.SeeOther(ForgotPasswordPage.Path);
    }
}
