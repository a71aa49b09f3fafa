using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Options;

namespace SecurityPortal.Web;

/// <summary>The edge: what every request passes before a page sees it.</summary>
public static class WebSetup
{
    extension(IServiceCollection services)
    {
        public void AddWeb(IConfiguration configuration)
        {
            services.AddSingleton<IValidateOptions<PortalOptions>, PortalOptionsRules>();
            services.AddOptions<PortalOptions>().Bind(configuration.GetSection(PortalOptions.Section), binder => binder.ErrorOnUnknownConfiguration = true).ValidateOnStart();
            services.AddSingleton<OwnAddress>();
            services.AddSingleton<BrowserCookie>();
            services.AddPlaces(configuration);
            services.AddHostedService<PublishedAddress>();
            services.AddKnownProxies();
            services.AddLanguageChoice();
            services.AddForms();
            services.AddSessions();
            services.KeepAddressesOutOfLogs();
        }

        // A link's token stands in its address: the framework writes addresses both as lines and as a scope of all others.
        private void KeepAddressesOutOfLogs() =>
            services.AddLogging(logging => logging.AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.None));

        private void AddPlaces(IConfiguration configuration)
        {
            services.AddSingleton<IValidateOptions<PlacesOptions>, PlacesRules>();
            services.AddOptions<PlacesOptions>().Bind(configuration.GetSection(PlacesOptions.Section), binder => binder.ErrorOnUnknownConfiguration = true).ValidateOnStart();
            services.AddSingleton<Places>();
        }

        private void AddForms()
        {
            services.Configure<KestrelServerOptions>(kestrel =>
            {
                kestrel.AddServerHeader = false;
                kestrel.Limits.MaxRequestBodySize = FormGuard.MaxBody;
            });
            services.Configure<FormOptions>(form => form.BufferBodyLengthLimit = form.MultipartBodyLengthLimit = FormGuard.MaxBody);
            services.AddAntiforgery();
            services.AddOptions<AntiforgeryOptions>().Configure<IOptions<PortalOptions>>((forms, portal) =>
            {
                forms.Cookie.Name = CookieName.For("form", portal.Value);
                forms.Cookie.SecurePolicy = CookieName.Secure(portal.Value);
                forms.Cookie.Path = "/";
                // Strict would hide it from a visit by a link in a mail, and the new one would spoil the forms in other tabs.
                forms.Cookie.SameSite = SameSiteMode.Lax;
                // SecurityHeaders says it for every page.
                forms.SuppressXFrameOptionsHeader = true;
            });
        }
    }

    extension(WebApplication app)
    {
        public void UseWeb()
        {
            app.UseMiddleware<SecurityHeaders>();
            app.UseForwardedHeaders();
            app.UseRequestLocalization();
            app.UseMiddleware<HostCheck>();
            app.UseMiddleware<PlainHttp>();
            app.UseProblemPages();
            app.UseMiddleware<OriginCheck>();
            app.UseMiddleware<HeadAsGet>();
            app.UseRouting();
            app.UseAuthentication();
            app.UseAuthorization();
            app.UseAntiforgery();
            app.UseMiddleware<FormGuard>();
            app.MapStaticAssets();
            app.MapLanguageChoice();
            app.MapPendingCalendar();
            app.MapSignInFile();
            app.MapAuditDownload();
        }
    }
}
