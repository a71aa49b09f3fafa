using System.Globalization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Options;
using SecurityPortal.Domain;
using SecurityPortal.Web;

namespace SecurityPortal.Components.VisitorPages;

/// <summary>
/// The account name as it was typed: all that is kept, and only in this browser, before the password was right. Whether
/// there is such an account plays no part in it (R-SIGN-2).
/// </summary>
public sealed class TypedName(IDataProtectionProvider protection, IOptions<PortalOptions> portal, TimeProvider clock)
{
    private static readonly TimeSpan s_life = TimeSpan.FromMinutes(30);

    private readonly SealedText _cookie = new(protection, "TypedName.Cookie");
    private readonly SealedText _field = new(protection, "TypedName.Field");

    private string Cookie => CookieName.For("name", portal.Value);

    public void Keep(HttpContext context, string name)
    {
        var until = (clock.GetUtcNow() + s_life).ToUnixTimeSeconds();
        context.Response.Cookies.Append(Cookie, _cookie.Seal(string.Create(CultureInfo.InvariantCulture, $"{until} {name}")), Options(context, s_life));
    }

    public string? Read(HttpContext context) =>
        _cookie.Open(context.Request.Cookies[Cookie])?.Split(' ', 2) is [var until, var name]
        && clock.GetUtcNow().ToUnixTimeSeconds() < long.Parse(until, CultureInfo.InvariantCulture)
            ? name
            : null;

    /// <summary>As it was typed, when it is this account's: another tab may have typed another.</summary>
    public string Of(HttpContext context, string accountName) =>
        Read(context) is { } typed && AccountName.KeyOf(typed) == AccountName.KeyOf(accountName) ? typed : accountName;

    public void Forget(HttpContext context) => context.Response.Cookies.Delete(Cookie, Options(context, life: null));

    /// <summary>For the password's form, which carries the name it was shown for: two tabs with two names never mix.</summary>
    public string Seal(string name) => _field.Seal(name);

    public string? Open(string? sealedName) => _field.Open(sealedName);

    private CookieOptions Options(HttpContext context, TimeSpan? life) => new()
    {
        HttpOnly = true,
        IsEssential = true,
        MaxAge = life,
        Path = "/",
        SameSite = SameSiteMode.Lax,
        Secure = portal.Value.IsHttps || context.Request.IsHttps,
    };
}
