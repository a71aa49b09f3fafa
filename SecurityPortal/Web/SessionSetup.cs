using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.Extensions.Options;

namespace SecurityPortal.Web;

/// <summary>How the session's cookie is kept, and where those go who may not see a page.</summary>
public static class SessionSetup
{
    extension(IServiceCollection services)
    {
        public void AddSessions()
        {
            services.AddAuthentication(SessionCookie.Scheme).AddCookie(SessionCookie.Scheme);
            services.AddOptions<CookieAuthenticationOptions>(SessionCookie.Scheme).Configure<IOptions<PortalOptions>>((cookie, portal) => Configure(cookie, portal.Value));
            services.AddAuthorization(Reach.AddPolicies);
        }
    }

    private static void Configure(CookieAuthenticationOptions cookie, PortalOptions portal)
    {
        cookie.Cookie.Name = CookieName.For("session", portal);
        cookie.Cookie.SecurePolicy = CookieName.Secure(portal);
        cookie.Cookie.HttpOnly = true;
        cookie.Cookie.SameSite = SameSiteMode.Lax;
        cookie.Cookie.Path = "/";
        cookie.SlidingExpiration = false;

        // The store ends a session long before; this only keeps an old ticket from being shown for ever.
        cookie.ExpireTimeSpan = TimeSpan.FromDays(1);
        cookie.Events = new()
        {
            OnValidatePrincipal = SessionCookie.ValidateAsync,
            OnRedirectToLogin = to => GoTo(to, Back("/sign-in", to.Request)),
            OnRedirectToAccessDenied = to => GoTo(to, NextStep(to.HttpContext)),
        };
    }

    private static string Back(string path, HttpRequest request) =>
        request.Path == "/" || !HttpMethods.IsGet(request.Method) ? path : $"{path}?returnUrl={Uri.EscapeDataString(request.Path + request.QueryString)}";

    /// <summary>What stands behind a step on the way is shown once that is done.</summary>
    private static string NextStep(HttpContext context) =>
        Reach.NextStep(context.Overview) is var step && Reach.KeepsGoal(step) ? Back(step, context.Request) : step;

    private static Task GoTo(RedirectContext<CookieAuthenticationOptions> to, string path)
    {
        to.Response.Redirect(path);
        return Task.CompletedTask;
    }
}
