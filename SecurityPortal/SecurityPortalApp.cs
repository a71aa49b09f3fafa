namespace SecurityPortal;

/// <summary>How the folders are put together, one line each.</summary>
internal static class SecurityPortalApp
{
    public static void AddSecurityPortal(this WebApplicationBuilder builder) =>
        builder.Configuration.AddSettingsBesideTheAssembly(builder.Environment.EnvironmentName);

    public static void MapSecurityPortal(this WebApplication app) =>
        app.MapGet("/healthz", () => "ok");
}
