using System.Net.Sockets;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using SecurityPortal.Components;
using SecurityPortal.Delivery;
using SecurityPortal.Rehearsal;
using SecurityPortal.Service;
using SecurityPortal.Storage;
using SecurityPortal.Web;
using SecurityPortal.Work;

namespace SecurityPortal;

/// <summary>How the folders are put together, one line each.</summary>
internal static class SecurityPortalApp
{
    public static async Task<int> ServeAsync(string[] args)
    {
        var builder = WebApplication.CreateBuilder(args);
        builder.AddSecurityPortal();

        await using var app = builder.Build();
        await app.PrepareAsync();
        app.MapSecurityPortal();

        await app.ListenAsync();
        await app.WaitForShutdownAsync();
        return 0;
    }

    private static void AddSecurityPortal(this WebApplicationBuilder builder)
    {
        builder.Configuration.AddSettingsBesideTheAssembly(builder.Environment.EnvironmentName);
        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.Services.AddStorage(builder.Configuration, builder.Environment);
        builder.Services.AddSecurityInfoService(builder.Configuration);
        builder.Services.AddWeb(builder.Configuration);
        builder.Services.AddPages();
        builder.AddRehearsal();
        builder.Services.RequireChannel();
        builder.Services.AddWork();
    }

    /// <summary>What must be right before anybody is served; what is not stops the start with its reason.</summary>
    private static async Task PrepareAsync(this WebApplication app)
    {
        app.Services.GetRequiredService<IStartupValidator>().Validate();
        _ = app.Services.GetRequiredService<IMessageChannel>();
        await app.Services.MigrateStoreAsync();
        await app.PrepareRehearsalAsync(app.Services.GetRequiredService<StoreFolder>().Path);
    }

    private static void MapSecurityPortal(this WebApplication app)
    {
        app.UseWeb();
        app.MapPages();
        app.MapRehearsal();
        app.MapGet("/healthz", () => "ok");
    }

    private static async Task ListenAsync(this WebApplication app)
    {
        try
        {
            await app.StartAsync();
        }
        catch (Exception exception) when (exception is IOException or SocketException or ArgumentException or FormatException)
        {
            // All else has been looked at by now: what is left is the place to listen at.
            throw new StartRefusedException($"urls: {exception.Message.ReplaceLineEndings(" ")}");
        }
    }
}
