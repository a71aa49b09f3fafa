using System.Net.Sockets;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using SecurityPortal.Commands;
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
        var builder = Builder(args);
        builder.AddSecurityPortal();

        await using var app = builder.Build();
        await app.PrepareAsync();
        app.MapSecurityPortal();

        await app.ListenAsync();
        await app.WaitForShutdownAsync();
        return 0;
    }

    /// <summary>Needs no channel and no address, and works beside a running portal: the store keeps its own rules.</summary>
    public static async Task<int> ImportAsync(string[] args)
    {
        if (ImportArguments.Read(args, out var reason) is not { } arguments)
            throw new StartRefusedException(reason);

        using var file = ImportFile.Open(arguments.File);
        var builder = Builder([.. arguments.Settings, "--Storage:SingleInstance=false"]);
        builder.AddStore();
        _ = builder.Logging.ClearProviders();
        if (arguments.IsDryRun)
            _ = builder.Services.AddTrialStorage(builder.Environment);

        await using var app = builder.Build();
        await app.OpenStoreAsync();
        using Interruption interruption = new();
        return await new ImportCommand(app.Services.GetRequiredService<SecurityInfoService>(), Console.Out)
            .RunAsync(file, arguments.IsDryRun, interruption.Token);
    }

    /// <summary>Sends for real, and needs no store; it hears what becomes of it where the portal would, if that is not running.</summary>
    public static async Task<int> CheckChannelsAsync(string[] args)
    {
        if (CheckChannelsArguments.Read(args, out var reason) is not { } arguments)
            throw new StartRefusedException(reason);

        var builder = Builder(arguments.Settings);
        builder.Configuration.AddSettingsBesideTheAssembly(builder.Environment.EnvironmentName);
        builder.AddChannelsAlone();
        _ = builder.Logging.ClearProviders();

        await using var app = builder.Build();
        app.Services.GetRequiredService<IStartupValidator>().Validate();
        using Interruption interruption = new();
        var reports = await app.HearReportsAsync(interruption.Token);
        return await new CheckChannelsCommand(app.Services.GetServices<IMessageChannel>(), reports, TimeProvider.System, Console.Out)
            .RunAsync(arguments.Tests, interruption.Token);
    }

    /// <summary>Looks at the store as it is, and works beside a running portal.</summary>
    public static async Task<int> CheckPolicyAsync(string[] args)
    {
        if (CheckPolicyArguments.Read(args, out var reason) is not { } arguments)
            throw new StartRefusedException(reason);

        await using var app = await StandingAsync(arguments.Settings);
        using Interruption interruption = new();
        return await new CheckPolicyCommand(app.Services.GetRequiredService<SecurityInfoService>(), Console.Out).RunAsync(interruption.Token);
    }

    /// <summary>Looks at the store as it is, and works beside a running portal. A file is made only when all else is well.</summary>
    public static async Task<int> ExportAuditAsync(string[] args)
    {
        if (ExportAuditArguments.Read(args, out var reason) is not { } arguments)
            throw new StartRefusedException(reason);

        await using var app = await StandingAsync(arguments.Settings);
        using Interruption interruption = new();
        return await AuditFile.WriteAsync(arguments.File, (lines, said) =>
            new ExportAuditCommand(app.Services.GetRequiredService<SecurityInfoService>(), lines, said).RunAsync(interruption.Token));
    }

    /// <summary>Changes the store as it is, beside a running portal, which sends what is to be told.</summary>
    public static async Task<int> GivePassAsync(string[] args)
    {
        if (PassArguments.Read(args, out var reason) is not { } arguments)
            throw new StartRefusedException(reason);

        await using var app = await StandingAsync(arguments.Settings, SqliteOpenMode.ReadWrite);
        using Interruption interruption = new();
        return await new PassCommand(app.Services.GetRequiredService<SecurityInfoService>(), TimeProvider.System, Console.Out, Console.Error)
            .RunAsync(arguments.Account, interruption.Token);
    }

    /// <summary>For whoever looks at a store that is there, and makes none.</summary>
    private static async Task<WebApplication> StandingAsync(IReadOnlyList<string> settings, SqliteOpenMode mode = SqliteOpenMode.ReadOnly)
    {
        var builder = Builder([.. settings, "--Storage:SingleInstance=false"]);
        builder.AddStore();
        _ = builder.Services.AddStandingStore(builder.Environment, mode);
        _ = builder.Logging.ClearProviders();

        var app = builder.Build();
        app.Services.GetRequiredService<IStartupValidator>().Validate();
        await app.Services.RequireCurrentStoreAsync();
        return app;
    }

    /// <summary>Settings are read once, at the start: a slip in a file that is edited must not stop a running portal.</summary>
    private static WebApplicationBuilder Builder(IEnumerable<string> args) =>
        WebApplication.CreateBuilder(["--hostBuilder:reloadConfigOnChange=false", .. args]);

    private static void AddSecurityPortal(this WebApplicationBuilder builder)
    {
        builder.AddStore();

        // Whatever keeps the host from starting is said in one line; it would give the stack as well.
        _ = builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.Critical);
        builder.Services.AddWeb(builder.Configuration);
        builder.Services.AddPages();
        builder.AddRehearsal();
        builder.AddChannels();
        builder.Services.AddWork();
    }

    private static void AddStore(this WebApplicationBuilder builder)
    {
        builder.Configuration.AddSettingsBesideTheAssembly(builder.Environment.EnvironmentName);
        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.Services.AddStorage(builder.Configuration, builder.Environment);
        builder.Services.AddSecurityInfoService(builder.Configuration);
        builder.SayWhetherItCalls();
    }

    /// <summary>What must be right before anybody is served; what is not stops the start with its reason.</summary>
    private static async Task PrepareAsync(this WebApplication app)
    {
        app.Services.RequireChannels();
        app.NameSenders();
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
        app.UseReports();
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
