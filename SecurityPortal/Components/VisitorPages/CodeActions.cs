using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;
using SecurityPortal.Components.Shared;
using SecurityPortal.Domain;
using SecurityPortal.Resources;
using SecurityPortal.Service;
using SecurityPortal.Web;

namespace SecurityPortal.Components.VisitorPages;

/// <summary>Codes for signing in are asked for, and asked for again.</summary>
internal static class CodeActions
{
    public static async Task AskAsync(HttpContext context, SecurityInfoService service, SayOnce saying, [FromForm] string? method)
    {
        var chosen = ToMethod(method);
        var refusal = await service.AskForCodeAsync(context.Owner!, Purpose.SignIn, chosen, context.RequestAborted);
        if (refusal is null or Refusal.TooSoon)
            Show(context, saying, CodePage.Path, chosen, refusal);
        else
            TurnDown(context, saying, VerifyPage.Path, chosen, refusal);
    }

    public static async Task SendAgainAsync(HttpContext context, SecurityInfoService service, SayOnce saying, [FromForm] string? challenge, [FromForm] string? method)
    {
        var chosen = ToMethod(method);
        var refusal = await service.SendAgainAsync(context.Owner!, ToChallenge(challenge), context.RequestAborted);
        if (refusal is null)
            saying.Say(context, CodePage.Path, BannerKind.Good, CodeWords.Sent_Again);
        TurnDown(context, saying, CodePage.Path, chosen, refusal);
    }

    /// <summary>The code said in a call instead.</summary>
    public static async Task CallAsync(HttpContext context, SecurityInfoService service, SayOnce saying, [FromForm] string? method)
    {
        var chosen = ToMethod(method);
        var refusal = await service.CallWithCodeAsync(context.Owner!, Purpose.SignIn, chosen, context.RequestAborted);
        if (refusal is null)
            saying.Say(context, CodePage.Path, BannerKind.Good, WayWords.Called);
        TurnDown(context, saying, CodePage.Path, chosen, refusal);
    }

    /// <summary><em>I don't have a code</em>: another is sent if it can be, and in either case the page helps.</summary>
    public static async Task HaveNoneAsync(HttpContext context, SecurityInfoService service, SayOnce saying, [FromForm] string? challenge, [FromForm] string? method)
    {
        var chosen = ToMethod(method);
        var refusal = await service.SendAgainAsync(context.Owner!, ToChallenge(challenge), context.RequestAborted);
        if (refusal is Refusal.WholeContactNeeded or Refusal.Blocked or Refusal.MethodDisabled)
        {
            TurnDown(context, saying, CodePage.Path, chosen, refusal);
            return;
        }

        if (refusal is null)
            saying.Say(context, CodePage.Path, BannerKind.Good, CodeWords.Sent_Again);
        else if (refusal is Refusal.TooSoon)
            saying.Say(context, CodePage.Path, BannerKind.Info, WayWords.No_Code_Wait);
        else
            saying.Say(context, CodePage.Path, refusal);
        context.SeeOther(QueryHelpers.AddQueryString(To(context, CodePage.Path, chosen), CodePage.Trouble, "1") + "#" + CodePage.Trouble);
    }

    /// <summary>An id that is none names nothing, and the service says so.</summary>
    public static MethodId ToMethod(string? id) => new(Guid.TryParse(id, out var value) ? value : Guid.Empty);

    public static ChallengeId ToChallenge(string? id) => new(Guid.TryParse(id, out var value) ? value : Guid.Empty);

    private static void TurnDown(HttpContext context, SayOnce saying, string page, MethodId method, Refusal? refusal)
    {
        if (refusal is Refusal.WholeContactNeeded)
            Show(context, saying, WholeContactPage.Path, method, refusal: null);
        else if (refusal is Refusal.Blocked or Refusal.MethodDisabled)
            Show(context, saying, BlockedPage.Path, method, refusal: null);
        else
            Show(context, saying, page, page == CodePage.Path ? method : null, refusal);
    }

    private static void Show(HttpContext context, SayOnce saying, string page, MethodId? method, Refusal? refusal)
    {
        if (refusal is not null)
            saying.Say(context, page, refusal);
        context.SeeOther(To(context, page, method));
    }

    /// <summary>The page of the code keeps its tick.</summary>
    private static string To(HttpContext context, string page, MethodId? method)
    {
        var address = Wayfinding.To(page, Wayfinding.WantedBy(context), method);
        return page == CodePage.Path && context.Request.Form[CodePage.Remember] == CodePage.Ticked
            ? QueryHelpers.AddQueryString(address, CodePage.Remember, CodePage.Ticked)
            : address;
    }
}
