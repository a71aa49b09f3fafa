using Microsoft.AspNetCore.Antiforgery;
using SecurityPortal.Components.Shared;
using SecurityPortal.Resources;
using SecurityPortal.Service;
using SecurityPortal.Web;

namespace SecurityPortal.Components.VisitorPages;

/// <summary>
/// What the buttons without a field do. Each acts once and is answered with the address of the page that shows what came of
/// it (303).
/// </summary>
public static class VisitorActions
{
    public const string Forget = "/sign-in/forget";
    public const string Ask = VerifyPage.Path;
    public const string SendAgain = "/sign-in/code/again";
    public const string Call = "/sign-in/code/call";
    public const string NoCode = "/sign-in/code/none";
    public const string TellEnd = "/sign-in/blocked/tell";

    extension(IEndpointRouteBuilder endpoints)
    {
        public void MapVisitorActions()
        {
            _ = endpoints.MapGet(BlockedCalendar.Path, BlockedCalendar.FileAsync);
            WayParts.MapTo(endpoints);

            // Some stand at the address of a page, which itself would take every form sent there.
            var actions = endpoints.MapGroup("").WithOrder(-1).WithMetadata(new RequireAntiforgeryTokenAttribute());
            _ = actions.MapPost(Forget, ForgetAsync);
            _ = actions.MapPost(SignOutPage.Path, SignOutAsync);
            _ = actions.MapPost(Ask, CodeActions.AskAsync).RequireAuthorization(Reach.LimitedPolicy);
            _ = endpoints.MapGet(PasskeyActions.Ask, PasskeyActions.AskAsync);
            _ = endpoints.MapGet(PasskeyActions.AskOwner, PasskeyActions.AskOwnerAsync).RequireAuthorization(Reach.LimitedPolicy);
            _ = actions.MapPost(PasskeyActions.SignIn, PasskeyActions.SignInAsync);
            _ = actions.MapPost(PasskeyActions.Complete, PasskeyActions.CompleteAsync).RequireAuthorization(Reach.LimitedPolicy);
            _ = actions.MapPost(CancelUpdatePage.Path, PasskeyActions.CancelUpdateAsync).RequireAuthorization(Reach.LimitedPolicy);
            _ = actions.MapPost(SendAgain, CodeActions.SendAgainAsync).RequireAuthorization(Reach.LimitedPolicy);
            _ = actions.MapPost(Call, CodeActions.CallAsync).RequireAuthorization(Reach.LimitedPolicy);
            _ = actions.MapPost(NoCode, CodeActions.HaveNoneAsync).RequireAuthorization(Reach.LimitedPolicy);
            _ = actions.MapPost(TellEnd, BlockActions.TellEndAsync).RequireAuthorization(Reach.LimitedPolicy);
            ForgotActions.MapTo(endpoints, actions);
            RequestActions.MapTo(actions);
            _ = actions.MapPost("/message/{token}/cancel", LinkActions.CancelAsync);
            _ = actions.MapPost("/message/{token}/report", LinkActions.ReportAsync);
            _ = actions.MapPost("/message/{token}/not-me", NotAskedForActions.ReportAsync);
            _ = actions.MapPost($"/message/{{token}}/{NotMinePage.Ask}", NotAskedForActions.AskAsync);
            _ = actions.MapPost($"/message/{{token}}/{NotMinePage.Again}", NotAskedForActions.SendAgainAsync);
            _ = actions.MapPost($"/message/{{token}}/{NotMinePage.Prove}", NotAskedForActions.ProveAsync);
            _ = actions.MapPost(UndoPage.Ask, UndoActions.AskAsync).RequireAuthorization();
            _ = actions.MapPost(UndoPage.SendAgain, UndoActions.SendAgainAsync).RequireAuthorization();
            _ = actions.MapPost(UndoPage.Call, UndoActions.CallAsync).RequireAuthorization();
            _ = endpoints.MapGet(UndoPage.AskPasskey, UndoActions.AskPasskeyAsync).RequireAuthorization();
            _ = actions.MapPost(UndoPage.Passkey, UndoActions.ProvePasskeyAsync).RequireAuthorization();
        }
    }

    /// <summary><em>Wrong account?</em>: the name is forgotten, and the session that it led to is over.</summary>
    private static async Task ForgetAsync(HttpContext context, SecurityInfoService service, TypedName names)
    {
        await EndSessionAsync(context, service);
        names.Forget(context);
        context.SeeOther(Wayfinding.To(SignInPage.Path, Wayfinding.WantedBy(context)));
    }

    private static async Task SignOutAsync(HttpContext context, SecurityInfoService service, TypedName names, SayOnce saying)
    {
        await EndSessionAsync(context, service);
        names.Forget(context);
        saying.Say(context, SignInPage.Path, BannerKind.Good, SignInWords.SignOut_Done);
        context.SeeOther(SignInPage.Path);
    }

    private static async Task EndSessionAsync(HttpContext context, SecurityInfoService service)
    {
        if (context.Owner is { } owner)
            _ = await service.SignOutAsync(owner, context.RequestAborted);
        await context.DropSessionAsync();
    }
}
