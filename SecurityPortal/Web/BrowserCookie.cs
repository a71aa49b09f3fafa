using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;

namespace SecurityPortal.Web;

/// <summary>
/// By what a browser is known again, for years and whoever signs in there. It opens nothing by itself: it stands beside a
/// right password (R-SIGN-3, R-RISK-1). Only its hash leaves this class.
/// </summary>
public sealed class BrowserCookie(IOptions<PortalOptions> portal)
{
    private const int Bytes = 32;

    private static readonly object s_made = new();

    // Browsers keep none for longer.
    private static readonly TimeSpan s_life = TimeSpan.FromDays(400);

    private string Name => CookieName.For("browser", portal.Value);

    /// <summary>Null where the browser has none, or something that was not made here.</summary>
    public string? Read(HttpContext context) =>
        (context.Items[s_made] as string ?? context.Request.Cookies[Name]) is { Length: > 0 and < 100 } value ? HashOf(value) : null;

    /// <summary>Sees to it that the browser has one, from this very request on.</summary>
    public void Ensure(HttpContext context)
    {
        if (Read(context) is not null)
            return;

        var value = WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(Bytes));
        context.Items[s_made] = value;
        context.Response.Cookies.Append(Name, value, new()
        {
            HttpOnly = true,
            IsEssential = true,
            MaxAge = s_life,
            Path = "/",
            SameSite = SameSiteMode.Lax,
            Secure = portal.Value.IsHttps || context.Request.IsHttps,
        });
    }

    private static string? HashOf(string value)
    {
        try
        {
            return WebEncoders.Base64UrlDecode(value).Length == Bytes
                ? WebEncoders.Base64UrlEncode(SHA256.HashData(Encoding.ASCII.GetBytes(value)))
                : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
