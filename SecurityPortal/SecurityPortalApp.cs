using System.Net.Sockets;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using SecurityPortal.Commands;
using SecurityPortal.Components;
using SecurityPortal.Delivery;
using SecurityPortal.Rehearsal;
using SecurityPortal.Resources;
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

    /// <summary>Needs neither a channel nor an address, and works beside a running portal: the store keeps its own rules.</summary>
    public static async Task<int> ImportAsync(string[] args)
    {
        if (ImportArguments.Read(args) is not { } arguments)
            throw new StartRefusedException(ImportWords.Usage);

        using var file = ImportFile.Open(arguments.File);
        var builder = WebApplication.CreateBuilder([.. arguments.Settings, "--Storage:SingleInstance=false"]);
        builder.AddStore();
        _ = builder.Logging.ClearProviders();

        await using var app = builder.Build();
        await app.OpenStoreAsync();
        return await new ImportCommand(app.Services.GetRequiredService<SecurityInfoService>(), Console.Out)
            .RunAsync(file, arguments.IsDryRun, app.Lifetime.ApplicationStopping);
    }

    private static void AddSecurityPortal(this WebApplicationBuilder builder)
    {
        builder.AddStore();
        builder.Services.AddWeb(builder.Configuration);
        builder.Services.AddPages();
        builder.AddRehearsal();
        builder.Services.RequireChannel();
        builder.Services.AddWork();
    }

    private static void AddStore(this WebApplicationBuilder builder)
    {
        builder.Configuration.AddSettingsBesideTheAssembly(builder.Environment.EnvironmentName);
        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.Services.AddStorage(builder.Configuration, builder.Environment);
        builder.Services.AddSecurityInfoService(builder.Configuration);
    }

    /// <summary>What must be right before anybody is served; what is not stops the start with its reason.</summary>
    private static async Task PrepareAsync(this WebApplication app)
    {
        _ = app.Services.GetRequiredService<IMessageChannel>();
        await app.OpenStoreAsync();
        await app.PrepareRehearsalAsync(app.Services.GetRequiredService<StoreFolder>().Path);
    }

    private static async Task OpenStoreAsync(this WebApplication app)
    {
        app.Services.GetRequiredService<IStartupValidator>().Validate();
        await app.Services.MigrateStoreAsync();
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
