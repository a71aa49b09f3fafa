using Microsoft.AspNetCore.Mvc;
using SecurityPortal.Components.Shared;
using SecurityPortal.Domain;
using SecurityPortal.Resources;
using SecurityPortal.Service;
using SecurityPortal.Web;

namespace SecurityPortal.Components.VisitorPages;

/// <summary>Codes for undoing a change of everything; they go to the method that was removed (R-RESTRICT-3).</summary>
internal static class UndoActions
{
    public static async Task AskAsync(HttpContext context, SecurityInfoService service, SayOnce saying)
    {
        var with = context.Overview?.UndoesWith?.Id ?? default;
        Show(context, saying, await service.AskForCodeAsync(context.Owner!, Purpose.UndoRestriction, with, context.RequestAborted), done: null);
    }

    public static async Task SendAgainAsync(HttpContext context, SecurityInfoService service, SayOnce saying, [FromForm] string? challenge) =>
        Show(context, saying, await service.SendAgainAsync(context.Owner!, CodeActions.ToChallenge(challenge), context.RequestAborted), CodeWords.Sent_Again);

    public static async Task CallAsync(HttpContext context, SecurityInfoService service, SayOnce saying)
    {
        var with = context.Overview?.UndoesWith?.Id ?? default;
        Show(context, saying, await service.CallWithCodeAsync(context.Owner!, Purpose.UndoRestriction, with, context.RequestAborted), WayWords.Called);
    }

    public static async Task<IResult> AskPasskeyAsync(HttpContext context, SecurityInfoService service) =>
        PasskeyActions.Show(context, await service.AskForPasskeyAsync(context.Owner!, Purpose.UndoRestriction, context.RequestAborted));

    public static async Task ProvePasskeyAsync(
        HttpContext context, SecurityInfoService service, SayOnce saying, [FromForm] string? token, [FromForm] string? answer, [FromForm] string? who)
    {
        var wasStranger = who == UndoPage.Stranger;
        if (await service.UndoRestrictionByPasskeyAsync(context.Owner!, token ?? "", answer ?? "", wasStranger, context.RequestAborted) is { } refusal)
        {
            Show(context, saying, refusal, done: null);
            return;
        }

        await LeaveAsync(context, saying, wasStranger);
        context.SeeOther(SignInPage.Path);
    }

    /// <summary>It is done, and with it the session that was there for nothing else.</summary>
    public static async Task LeaveAsync(HttpContext context, SayOnce saying, bool wasStranger)
    {
        await context.DropSessionAsync();
        saying.Say(context, SignInPage.Path, BannerKind.Good, wasStranger ? LinkWords.Undone_Stranger : LinkWords.Undone_KeptBoth);
    }

    private static void Show(HttpContext context, SayOnce saying, Refusal? refusal, string? done)
    {
        if (refusal is not null)
            saying.Say(context, UndoPage.Path, refusal);
        else if (done is not null)
            saying.Say(context, UndoPage.Path, BannerKind.Good, done);
        context.SeeOther(UndoPage.Path);
    }
}
