using Microsoft.AspNetCore.Components.Authorization;
using MudBlazor;
using MudBlazor.Services;
using SecurityPortal.Components.VisitorPages;

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
            services.AddVisitorPages();
