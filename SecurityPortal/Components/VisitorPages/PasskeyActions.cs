using Microsoft.AspNetCore.Mvc;
using SecurityPortal.Domain;
using SecurityPortal.Service;
using SecurityPortal.Web;

namespace SecurityPortal.Components.VisitorPages;

/// <summary>Passkeys at sign-in: alone, or after a password in the place of a code (R-SIGN-4).</summary>
internal static class PasskeyActions
{
    public const string Ask = "/sign-in/passkey/ask";
    public const string SignIn = "/sign-in/passkey";
    public const string AskOwner = "/sign-in/verify/passkey/ask";
    public const string Complete = "/sign-in/verify/passkey";

    public static async Task<IResult> AskAsync(HttpContext context, SecurityInfoService service, BrowserCookie browser)
    {
        // The answer is taken from the same browser only.
        browser.Ensure(context);
        return Show(context, await service.AskForAnyPasskeyAsync(context.Visitor, context.RequestAborted));
    }

    public static async Task<IResult> AskOwnerAsync(HttpContext context, SecurityInfoService service) =>
        Show(context, await service.AskForPasskeyAsync(context.Owner!, Purpose.SignIn, context.RequestAborted));

    public static async Task SignInAsync(
        HttpContext context, SecurityInfoService service, TypedName names, SayOnce saying, [FromForm] string? token, [FromForm] string? answer)
    {
        var before = context.Owner;
        var given = await service.SignInByPasskeyAsync(context.Visitor, token ?? "", answer ?? "", context.RequestAborted);
        if (given.Owner is not { } owner)
        {
            TurnDown(context, saying, SignInPage.Path, given.Refusal!);
            return;
        }

        // The browser is about to lose the old session, which nobody else could end.
        if (before is not null)
            _ = await service.SignOutAsync(before, context.RequestAborted);
        await EnterAsync(context, service, names, owner);
    }

    public static async Task CompleteAsync(
        HttpContext context, SecurityInfoService service, TypedName names, SayOnce saying, [FromForm] string? token, [FromForm] string? answer)
    {
        var given = await service.CompleteSignInByPasskeyAsync(context.Owner!, token ?? "", answer ?? "", context.RequestAborted);
        if (given.Owner is { } owner)
            await EnterAsync(context, service, names, owner);
        else
            TurnDown(context, saying, VerifyPage.Path, given.Refusal!);
    }

    public static async Task CancelUpdateAsync(HttpContext context, SecurityInfoService service, TypedName names, SayOnce saying)
    {
        var given = await service.CancelAndSignInAsync(context.Owner!, context.RequestAborted);
        if (given.Owner is { } owner)
            await EnterAsync(context, service, names, owner);
        else
            TurnDown(context, saying, VerifyPage.Path, given.Refusal!);
    }

    private static async Task EnterAsync(HttpContext context, SecurityInfoService service, TypedName names, Owner owner)
    {
        await context.KeepAsync(owner);
        names.Forget(context);
        context.SeeOther(Wayfinding.Next(await service.OverviewAsync(owner, context.RequestAborted), Wayfinding.WantedBy(context)));
    }

    private static void TurnDown(HttpContext context, SayOnce saying, string page, Refusal refusal)
    {
        var next = refusal is Refusal.Blocked or Refusal.SourceBlocked ? BlockedPage.Path : page;
        saying.SayFailed(context, next, refusal);
        context.SeeOther(Wayfinding.To(next, Wayfinding.WantedBy(context)));
    }

    public static IResult Show(HttpContext context, PasskeyAsk? ask)
    {
        context.Response.Headers.CacheControl = "no-store";
        return ask is null ? Results.NotFound() : Results.Json(new { options = ask.Options, token = ask.Token });
    }
}
