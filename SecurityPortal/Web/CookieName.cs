namespace SecurityPortal.Web;

/// <summary>
/// Over https a cookie is bound to this very host by its name; over plain http (Development) browsers refuse such a name.
/// Both are decided together: a cookie that must be secure cannot be set on a plain request.
/// </summary>
public static class CookieName
{
    public static string For(string name, PortalOptions portal) => portal.IsHttps ? $"__Host-{name}" : name;

    public static CookieSecurePolicy Secure(PortalOptions portal) =>
        portal.IsHttps ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
}
