using Microsoft.AspNetCore.Components.Authorization;
using MudBlazor;
using MudBlazor.Services;

namespace SecurityPortal.Components;

public static class ComponentsSetup
{
    extension(IServiceCollection services)
    {
        public void AddPages()
        {
            _ = services.AddMudServices(mud =>
                mud.SnackbarConfiguration.PositionClass = Defaults.Classes.Position.BottomCenter);
            _ = services.AddCascadingAuthenticationState();
            _ = services.AddScoped<AuthenticationStateProvider, SessionWatch>();
            _ = services.AddRazorComponents().AddInteractiveServerComponents();
        }
    }

    extension(WebApplication app)
    {
        // Who may frame a page is said once, by Web/SecurityHeaders.
        public void MapPages() => app.MapRazorComponents<App>()
            .AddInteractiveServerRenderMode(options => options.ContentSecurityFrameAncestorsPolicy = null);
    }
}
