using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.WebUtilities;
using SecurityPortal.Domain;
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
        _ = endpoints.MapGet(OfSignIn, AnswerAsync).WithMetadata(new NoUseOfSession()).RequireAuthorization(Reach.LimitedPolicy);
        _ = endpoints.MapGet(OfUndo, AnswerAsync).WithMetadata(new NoUseOfSession()).RequireAuthorization();
    }

    private static async Task<IResult> AnswerAsync(HttpContext context, SecurityInfoService service, string? challenge) =>
        await service.CodeWayAsync(context.Owner!, CodeActions.ToChallenge(challenge), context.RequestAborted) is { } way
            ? new RazorComponentResult<WayFragment>(new { Way = way, Zone = VisitorZone.Named(DisplayChoice.Of(context).ZoneId) })
            : Results.NoContent();
}
