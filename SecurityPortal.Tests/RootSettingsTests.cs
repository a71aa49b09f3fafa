using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SecurityPortal.Delivery.Calls;
using SecurityPortal.Delivery.Mail;
using SecurityPortal.Delivery.Texts;
using SecurityPortal.Rehearsal;
using SecurityPortal.Service;
using SecurityPortal.Storage;
using SecurityPortal.Tests.Support;
using SecurityPortal.Web;

namespace SecurityPortal.Tests;

public sealed class RootSettingsTests
{
    [Theory]
    [InlineData("Development", "True")]
    [InlineData("Production", "False")]
    public void The_root_files_give_the_defaults(string environment, string expected) =>
        Assert.Equal(expected, Setting("Rehearsal:Enabled", environment));

    [Fact]
    public void The_command_line_wins_over_the_root_files()
    {
        var builder = WebApplication.CreateBuilder(["--Rehearsal:Enabled=said so"]);

        builder.Configuration.AddSettingsBesideTheAssembly("Development");

        Assert.Equal("said so", builder.Configuration["Rehearsal:Enabled"]);
    }

    [Fact]
    public async Task A_slip_in_a_file_that_is_edited_while_the_portal_runs_stops_nothing()
    {
        using PortalServer portal = new();
        Assert.NotEmpty(portal.Url);
        var settings = portal.Services.GetRequiredService<IConfiguration>();

        Dictionary<string, string?> slips = new() { ["Security:MaxMethods"] = "none", ["Portal:BaseAddress"] = "nonsense" };
        _ = Record.Exception(() => ((IConfigurationBuilder)settings).AddInMemoryCollection(slips));

        using var visitor = portal.Visitor();
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/sign-in", TestContext.Current.CancellationToken)).StatusCode);
        var answer = await portal.Services.GetRequiredService<SecurityInfoService>().SignInAsync(
            People.From("192.0.2.1"), DemoAccounts.All[0].Details.Name, DemoAccounts.Password, People.Cancel);
        Assert.Null(answer.Refusal);
        var files = ((IConfigurationRoot)settings).Providers.OfType<FileConfigurationProvider>();
        Assert.DoesNotContain(files, file => file.Source.ReloadOnChange);
    }

    [Theory]
    [InlineData(typeof(SecurityOptions), SecurityOptions.Section)]
    [InlineData(typeof(HealthOptions), HealthOptions.Section)]
    [InlineData(typeof(StorageOptions), StorageOptions.Section)]
    [InlineData(typeof(PortalOptions), PortalOptions.Section)]
    [InlineData(typeof(PlacesOptions), PlacesOptions.Section)]
    [InlineData(typeof(MailOptions), MailOptions.Section)]
    [InlineData(typeof(TextsOptions), TextsOptions.Section)]
    [InlineData(typeof(CallsOptions), CallsOptions.Section)]
    public void Every_setting_stands_in_the_file(Type options, string section)
    {
        using var file = JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "appsettings.json")));

        Assert.Empty(Missing(options, section, file.RootElement.GetProperty(section)));
    }

    private static IEnumerable<string> Missing(Type options, string path, JsonElement file)
    {
        foreach (var setting in options.GetProperties().Where(setting => setting.GetSetMethod() is not null))
        {
            if (!file.TryGetProperty(setting.Name, out var found))
                yield return $"{path}:{setting.Name}";
            else if (found.ValueKind == JsonValueKind.Object)
                foreach (var missing in Missing(setting.PropertyType, $"{path}:{setting.Name}", found))
                    yield return missing;
        }
    }

    private static string? Setting(string key, string environment)
    {
        using PortalServer portal = new() { Environment = environment, Settings = { ["Portal:BaseAddress"] = "http://localhost" } };
        return portal.Services.GetRequiredService<IConfiguration>()[key];
    }
}
