using Microsoft.AspNetCore.Components.Authorization;
using MudBlazor;
using MudBlazor.Services;
using SecurityPortal.Components.Shared;
using SecurityPortal.Components.StaffPages;
using SecurityPortal.Components.VisitorPages;
using SecurityPortal.Web;

namespace SecurityPortal.Components;

public static class ComponentsSetup
{
    extension(IServiceCollection services)
    {
        public void AddPages()
        {
            _ = services.AddMudServices(mud =>
                mud.SnackbarConfiguration.PositionClass = Defaults.Classes.Position.BottomCenter);
            _ = services.AddTransient<MudLocalizer, MudWords>();
            _ = services.AddCascadingAuthenticationState();
            _ = services.AddScoped<AuthenticationStateProvider, SessionWatch>();
            _ = services.AddScoped<PasskeyBrowser>();
            _ = services.AddScoped<CaseNews>();
            services.AddVisitorPages();

            // As much as a plain form takes: what is too long is to be refused in words, not by a connection that breaks.
            _ = services.AddRazorComponents().AddInteractiveServerComponents()
                .AddHubOptions(hub => hub.MaximumReceiveMessageSize = FormGuard.MaxBody);
        }
    }

    extension(WebApplication app)
    {
        // Who may frame a page is said once, by Web/SecurityHeaders.
        public void MapPages()
        {
            app.MapRazorComponents<App>()
                .AddInteractiveServerRenderMode(options => options.ContentSecurityFrameAncestorsPolicy = null)
                .Add(PlainPages.LeaveOutState);
            app.MapVisitorActions();
        }
    }
}
