using Microsoft.Extensions.DependencyInjection;
using SecurityPortal.Commands;
using SecurityPortal.Rehearsal;
using SecurityPortal.Service;
using SecurityPortal.Tests.Support;

namespace SecurityPortal.Tests.Commands;

public sealed class ImportFromShellTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("portal-");

    private string File => Path.Combine(_folder.FullName, "users.csv");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Works_in_Production_before_anything_else_is_set_up()
    {
        await System.IO.File.WriteAllTextAsync(File, "name\nrachel@contoso.example\n", TestContext.Current.CancellationToken);

        var tried = await ImportAsync("Production", "--dry-run");
        var done = await ImportAsync("Production");
        var again = await ImportAsync("Production");

        Assert.Equal((0, "row 2: rachel@contoso.example: would be added"), Outcome(tried));
        Assert.Equal((0, "row 2: rachel@contoso.example: added"), Outcome(done));
        Assert.Equal((0, "row 2: rachel@contoso.example: already there: nothing changed"), Outcome(again));
    }

    [Fact]
    public async Task A_setting_that_its_section_does_not_have_stops_it()
    {
        await System.IO.File.WriteAllTextAsync(File, "name\nrachel@contoso.example\n", TestContext.Current.CancellationToken);

        var ended = await ImportAsync("Production", "--Storage:Foldr=data");

        Assert.Equal(1, ended.ExitCode);
        Assert.Contains("'Foldr'", Assert.Single(ended.Errors.TrimEnd().Split('\n')), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_dry_run_makes_nothing_where_no_store_is()
    {
        await System.IO.File.WriteAllTextAsync(File, "name\nrachel@contoso.example\n", TestContext.Current.CancellationToken);

        var tried = await ImportAsync("Production", "--dry-run", $"--Storage:Folder={Path.Combine(_folder.FullName, "data")}");

        Assert.Equal((0, "row 2: rachel@contoso.example: would be added"), Outcome(tried));
        Assert.Equal(["users.csv"], _folder.GetFileSystemInfos().Select(entry => entry.Name));
    }

    [Fact]
    public async Task Works_beside_a_running_portal_which_knows_the_account_at_once()
    {
        using PortalServer portal = new();
        Assert.NotEmpty(portal.Url);
        await System.IO.File.WriteAllTextAsync(File, $"name,password\nnew@contoso.example,{DemoAccounts.Password}\n", TestContext.Current.CancellationToken);

        var done = await ImportAsync("Production", $"--Storage:Folder={portal.Folder}");

        Assert.Equal((0, "row 2: new@contoso.example: added"), Outcome(done));
        var service = portal.Services.GetRequiredService<SecurityInfoService>();
        var answer = await service.SignInAsync(People.From("192.0.2.1"), "new@contoso.example", DemoAccounts.Password, TestContext.Current.CancellationToken);
        Assert.Null(answer.Refusal);
    }

    [Theory]
    [InlineData("Usage: ")]
    [InlineData("Usage: ", "one.csv", "two.csv")]
    [InlineData("Usage: ", "one.csv", "--dry")]
    [InlineData("An import knows no setting “dry-run”.", "one.csv", "--dry-run=true")]
    [InlineData("An import knows no setting “Storge:Folder”.", "one.csv", "--Storge:Folder=data")]
    [InlineData("An import knows no setting “Storage”.", "one.csv", "--Storage=data")]
    [InlineData("/nowhere/users.csv cannot be read: ", "/nowhere/users.csv")]
    public async Task Says_in_one_line_what_it_cannot_do(string said, params string[] arguments)
    {
        var ended = await PortalProcess.RunAsync("Production", [ImportCommand.Name, .. arguments]);

        Assert.Equal(1, ended.ExitCode);
        Assert.StartsWith(said, Assert.Single(ended.Errors.TrimEnd().Split('\n')), StringComparison.Ordinal);
    }

    private Task<PortalProcess> ImportAsync(string environment, params string[] arguments) =>
        PortalProcess.RunAsync(environment, [ImportCommand.Name, File, $"--Storage:Folder={_folder.FullName}", .. arguments]);

    private static (int ExitCode, string FirstLine) Outcome(PortalProcess ended) => (ended.ExitCode, ended.Output.Split('\n')[0].TrimEnd());
}
