using Microsoft.AspNetCore.Mvc;
using SecurityPortal.Components.Shared;
using SecurityPortal.Domain;
using SecurityPortal.Resources;
using SecurityPortal.Service;
using SecurityPortal.Web;

namespace SecurityPortal.Components.VisitorPages;

/// <summary>The buttons behind <em>I didn't ask for this</em>. They alone act; opening its pages does nothing (R-DEL-7).</summary>
internal static class NotAskedForActions
{
    public static async Task ReportAsync(HttpContext context, SecurityInfoService service, SayOnce saying, string token)
    {
        var wasSaid = await service.LookAtCodeMailAsync(context.Visitor, token, context.RequestAborted) is { ReportedAs: not null };
        if (await service.ReportCodeAsync(context.Visitor, token, context.RequestAborted) is null)
            saying.Say(context, LinkPage.PathOf(token), BannerKind.Good, wasSaid ? LinkWords.NotAskedFor_Already : LinkWords.NotAskedFor_Reported);
        context.SeeOther(LinkPage.PathOf(token));
    }

    public static async Task AskAsync(HttpContext context, SecurityInfoService service, SayOnce saying, string token) =>
        Show(context, saying, token, await service.AskToDisownAsync(context.Visitor, token, context.RequestAborted), done: null);

    public static async Task SendAgainAsync(HttpContext context, SecurityInfoService service, SayOnce saying, string token) =>
        Show(context, saying, token, await service.SendDisowningAgainAsync(context.Visitor, token, context.RequestAborted), CodeWords.Sent_Again);

    public static async Task ProveAsync(
        HttpContext context, SecurityInfoService service, SayOnce saying, string token, [FromForm] string? challenge, [FromForm] string? code)
    {
        var page = NotMinePage.PathOf(token);
        var refusal = await service.DisownAsync(context.Visitor, token, CodeActions.ToChallenge(challenge), code ?? "", context.RequestAborted);
        if (refusal is not null and not Refusal.NoSuchLink)
            saying.SayFailed(context, page, refusal, CodeField.Name);
        context.SeeOther(refusal is null ? LinkPage.PathOf(token) : page);
    }

    private static void Show(HttpContext context, SayOnce saying, string token, Refusal? refusal, string? done)
    {
        var page = NotMinePage.PathOf(token);
        if (refusal is null && done is not null)
            saying.Say(context, page, BannerKind.Good, done);
        else if (refusal is not null and not Refusal.NoSuchLink)
            saying.Say(context, page, refusal);
        context.SeeOther(page);
    }
}
