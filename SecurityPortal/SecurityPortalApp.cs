using Microsoft.Extensions.Options;
using SecurityPortal.Components;
using SecurityPortal.Service;
using SecurityPortal.Storage;
using SecurityPortal.Web;

namespace SecurityPortal;

/// <summary>How the folders are put together, one line each.</summary>
internal static class SecurityPortalApp
{
    public static void AddSecurityPortal(this WebApplicationBuilder builder)
    {
        builder.Configuration.AddSettingsBesideTheAssembly(builder.Environment.EnvironmentName);
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddStorage(builder.Configuration, builder.Environment);
        builder.Services.AddSecurityInfoService(builder.Configuration);
        builder.Services.AddWeb(builder.Configuration);
        builder.Services.AddPages();
    }

    public static async Task MapSecurityPortalAsync(this WebApplication app)
    {
        app.Services.GetRequiredService<IStartupValidator>().Validate();
        await app.Services.MigrateStoreAsync();
        app.UseWeb();
        app.MapPages();
        app.MapGet("/healthz", () => "ok");
    }
}
