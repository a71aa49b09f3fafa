using System.Diagnostics;
using System.Reflection;
using System.Text.RegularExpressions;

namespace SecurityPortal.Benchmarks;

/// <summary>What the sign-in page costs beside an empty static page of the same stack, and what its first load weighs.</summary>
public static partial class PageBenchmarks
{
    private const string Portal = "http://localhost:5391";
    private const string Empty = "http://localhost:5392";

    public static async Task RunAsync(Measurement measurement)
    {
        await using var empty = await StartEmptyAsync();
        using var portal = await StartPortalAsync();
        try
        {
            using HttpClient http = new();
            await measurement.RunAsync(
                new Case("floor.empty_page.c1", 1, () => http.GetByteArrayAsync($"{Empty}/empty")),
                new Case("product.page.sign_in.c1", 1, () => http.GetByteArrayAsync($"{Portal}/sign-in")),
                new Case("floor.empty_page.c16", 16, () => http.GetByteArrayAsync($"{Empty}/empty")),
                new Case("product.page.sign_in.c16", 16, () => http.GetByteArrayAsync($"{Portal}/sign-in")));
            await WeighAsync();
        }
        finally
        {
            portal.Kill();
            await portal.WaitForExitAsync();
        }
    }

    /// <summary>With what any app has that serves plain pages beside circuits, and in the same environment as the portal.</summary>
    private static async Task<WebApplication> StartEmptyAsync()
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = Environments.Development });
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(Empty);
        builder.Services.AddRazorComponents().AddInteractiveServerComponents();
        var app = builder.Build();
        app.UseAntiforgery();
        app.MapRazorComponents<EmptyApp.App>().AddInteractiveServerRenderMode();
        await app.StartAsync();
        return app;
    }

    /// <summary>The portal as it is published, in a process and on a store of its own.</summary>
    private static async Task<Process> StartPortalAsync()
    {
        var folder = Directory.CreateTempSubdirectory("portal-bench-").FullName;
        var assembly = Assembly.GetExecutingAssembly().Location.Replace("SecurityPortal.Benchmarks", "SecurityPortal", StringComparison.Ordinal);
        ProcessStartInfo start = new("dotnet", [assembly, "--urls", Portal, "--Storage:Folder", folder]);
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        start.Environment["Logging__LogLevel__Default"] = "Warning";
        start.RedirectStandardOutput = true;
        start.WorkingDirectory = Path.GetDirectoryName(assembly)!;
        var portal = Process.Start(start)!;
        portal.OutputDataReceived += (_, _) => { };
        portal.BeginOutputReadLine();
        using HttpClient http = new();
        for (var tries = 0; ; tries++)
        {
            try
            {
                _ = await http.GetByteArrayAsync($"{Portal}/sign-in");
                return portal;
            }
            catch (HttpRequestException) when (tries < 300 && !portal.HasExited)
            {
                await Task.Delay(100);
            }
        }
    }

    private static async Task WeighAsync()
    {
        using HttpClient http = new();
        http.DefaultRequestHeaders.Add("Accept-Encoding", "br, gzip");
        var html = await new HttpClient().GetStringAsync($"{Portal}/sign-in");
        string[] files = [.. Parts().Matches(html).Select(match => match.Groups[1].Value).Where(file => !file.StartsWith("data:", StringComparison.Ordinal)).Distinct()];
        var bytes = (await http.GetByteArrayAsync($"{Portal}/sign-in")).Length;
        foreach (var file in files)
            bytes += (await http.GetByteArrayAsync(new Uri(new Uri(Portal), file))).Length;
        Measurement.Print("product.page", "first_load_wire", bytes, "B");
        Measurement.Print("product.page", "first_load_requests", 1 + files.Length, "files");
    }

    [GeneratedRegex("""<(?:script|link|img)[^>]+(?:src|href)="([^"]+)""")]
    private static partial Regex Parts();
}
