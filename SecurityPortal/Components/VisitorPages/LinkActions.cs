using SecurityPortal.Components.Shared;
using SecurityPortal.Domain;
using SecurityPortal.Resources;
using SecurityPortal.Service;
using SecurityPortal.Web;

namespace SecurityPortal.Components.VisitorPages;

/// <summary>The buttons of a notice's page. They alone act; opening the page does nothing (R-PEND-4).</summary>
internal static class LinkActions
{
    public static async Task CancelAsync(HttpContext context, SecurityInfoService service, SayOnce saying, string token) =>
        Tell(context, saying, token, await service.CancelByLinkAsync(context.Visitor, token, context.RequestAborted), LinkWords.Cancelled);

    public static async Task ReportAsync(HttpContext context, SecurityInfoService service, SayOnce saying, string token) =>
        Tell(context, saying, token, await service.ReportByLinkAsync(context.Visitor, token, context.RequestAborted), LinkWords.Reported);

    private static void Tell(HttpContext context, SayOnce saying, string token, Refusal? refusal, string done)
    {
        var page = LinkPage.PathOf(token);
        if (refusal is null)
            saying.Say(context, page, BannerKind.Good, done);
        else if (refusal is not Refusal.NoSuchLink)
            saying.Say(context, page, refusal);
        context.SeeOther(page);
    }
}
