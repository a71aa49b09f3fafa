using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SecurityPortal.Tests.Support;

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

    private static string? Setting(string key, string environment)
    {
        using PortalServer portal = new() { Environment = environment, Settings = { ["Portal:BaseAddress"] = "http://localhost" } };
        return portal.Services.GetRequiredService<IConfiguration>()[key];
    }
}
