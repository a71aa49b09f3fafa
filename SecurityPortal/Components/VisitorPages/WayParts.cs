using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.WebUtilities;
using SecurityPortal.Components.Shared;
using SecurityPortal.Domain;
using SecurityPortal.Resources;
using SecurityPortal.Service;
using SecurityPortal.Web;

namespace SecurityPortal.Components.VisitorPages;

/// <summary>
/// What has become of a code since its page was shown, asked for by a script every second. To ask changes nothing, and is no
/// use of the session: a page that stands open would else keep it from idling out (R-SIGN-5).
/// </summary>
internal static class WayParts
{
    public const string OfSignIn = CodePage.Path + "/way";
    public const string OfUndo = UndoPage.Path + "/way";

    public static string PathOf(string path, ChallengeId challenge) => QueryHelpers.AddQueryString(path, "challenge", challenge.ToString());

    public static void MapTo(IEndpointRouteBuilder endpoints)
    {
        _ = endpoints.MapGet(OfSignIn, OfSignInAsync).WithMetadata(new NoUseOfSession()).RequireAuthorization(Reach.LimitedPolicy);
        _ = endpoints.MapGet(OfUndo, OfUndoAsync).WithMetadata(new NoUseOfSession()).RequireAuthorization();
        _ = endpoints.MapGet($"/message/{{token}}/{NotMinePage.Way}", OfDisowningAsync).WithMetadata(new NoUseOfSession());
    }

    private static async Task<IResult> OfSignInAsync(HttpContext context, SecurityInfoService service, string? challenge) =>
        await AnswerAsync(context, service, challenge, CodeWords.Another_Way);

    private static async Task<IResult> OfUndoAsync(HttpContext context, SecurityInfoService service, string? challenge) =>
        await AnswerAsync(context, service, challenge, other: null);

    private static async Task<IResult> OfDisowningAsync(HttpContext context, SecurityInfoService service, string token) =>
        Show(context, await service.DisowningWayAsync(context.Visitor, token, context.RequestAborted), NotMinePage.Offered);

    private static async Task<IResult> AnswerAsync(HttpContext context, SecurityInfoService service, string? challenge, string? other)
    {
        var id = CodeActions.ToChallenge(challenge);
        var way = await service.CodeWayAsync(context.Owner!, id, context.RequestAborted);
        var sent = context.Overview?.Challenges.FirstOrDefault(open => open.Id == id);
        return Show(context, way, sent is null ? new(Other: other) : CodeWays.Of(sent, other));
    }

    private static IResult Show(HttpContext context, CodeWay? way, WaysOffered offered) => way is null
        ? Results.NoContent()
        : new RazorComponentResult<WayFragment>(new { Way = way, Offered = offered, Zone = VisitorZone.Named(DisplayChoice.Of(context).ZoneId) });
}
