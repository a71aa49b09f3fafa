using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Options;
using SecurityPortal.Components.Shared;
using SecurityPortal.Domain;
using SecurityPortal.Resources;
using SecurityPortal.Web;

namespace SecurityPortal.Components.VisitorPages;

/// <summary>One sentence about what was just done.</summary>
/// <param name="Field">The id of the field it is about: said there, where it can be put right, and not above the page.</param>
/// <param name="RequestId">Of a try that failed: what it is filed under (R-SIGN-6).</param>
public sealed record Said(string Page, BannerKind Kind, string Text, string? Field = null, string? RequestId = null);

/// <summary>
/// Takes what is to be said about a form across to the page that follows it, where it is said once: shown again or
/// reloaded, that page is as it always is.
/// </summary>
public sealed class SayOnce(IDataProtectionProvider protection, IOptions<PortalOptions> portal, TimeProvider clock)
{
    private readonly SealedText _seal = new(protection, "Said");

    private string Cookie => CookieName.For("said", portal.Value);

    /// <param name="page">The path of the page on which it is said.</param>
    public void Say(HttpContext context, string page, BannerKind kind, string text) =>
        Keep(context, new(page, kind, text));

    /// <summary>A refusal, in the language and the zone of whoever asked.</summary>
    public void Say(HttpContext context, string page, Refusal refusal) =>
        Say(context, page, BannerKind.Bad, Words(context, refusal));

    /// <summary>A try that failed: beside its field, and with the number that leads to it in the log.</summary>
    public void SayFailed(HttpContext context, string page, Refusal refusal, string? field = null) =>
        Keep(context, new(page, BannerKind.Bad, Words(context, refusal), field, context.TraceIdentifier));

    public Said? Hear(HttpContext context)
    {
        if (_seal.Open(context.Request.Cookies[Cookie]) is not { } kept
            || JsonSerializer.Deserialize<Said>(kept) is not { } said
            || !context.Request.Path.Equals(said.Page, StringComparison.OrdinalIgnoreCase))
            return null;

        context.Response.Cookies.Delete(Cookie, Options(context));
        return said;
    }

    private void Keep(HttpContext context, Said said) =>
        context.Response.Cookies.Append(Cookie, _seal.Seal(JsonSerializer.Serialize(said)), Options(context));

    private string Words(HttpContext context, Refusal refusal) =>
        RefusalText.Of(refusal, clock.GetUtcNow(), VisitorZone.Named(DisplayChoice.Of(context).ZoneId));

    private CookieOptions Options(HttpContext context) => new()
    {
        HttpOnly = true,
        IsEssential = true,
        Path = "/",
        SameSite = SameSiteMode.Lax,
        Secure = portal.Value.IsHttps || context.Request.IsHttps,
    };
}
