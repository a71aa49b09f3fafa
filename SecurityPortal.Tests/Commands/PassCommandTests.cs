using SecurityPortal.Commands;
using SecurityPortal.Domain.Audit;
using SecurityPortal.Tests.Support;
using static SecurityPortal.Tests.Support.Desk;
using static SecurityPortal.Tests.Support.People;

namespace SecurityPortal.Tests.Commands;

/// <summary>R-HELP-4: the last way back for staff, by whoever runs the server.</summary>
public sealed class PassCommandTests : IAsyncLifetime
{
    private Portal _portal = null!;

    public async ValueTask InitializeAsync()
    {
        _portal = await Portal.OpenAsync(new() { ["Storage:SingleInstance"] = "false" }, at: TimeProvider.System.GetUtcNow());
        await _portal.SeedDeskAsync();
    }

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task It_works_beside_a_running_portal_and_shows_the_pass_alone()
    {
        var ended = await PortalProcess.RunAsync("Production", PassCommand.Name, Admin, $"--Storage:Folder={_portal.Folder}");

        Assert.Equal(0, ended.ExitCode);
        Assert.Matches("^[a-z0-9]{4}(-[a-z0-9]{4}){3}$", ended.Output.TrimEnd());
        Assert.StartsWith($"This is the enrolment pass of {Admin}. ", ended.Errors, StringComparison.Ordinal);
        Assert.Equal(AuditAction.PassGiven, (await _portal.AuditAsync())[^1].Action);
        Assert.Null(AuditCheck.FirstBreak(await _portal.AuditAsync()));
        Assert.Null(await _portal.Service.TakePassAsync(await _portal.GivePasswordAsync(Admin), ended.Output.TrimEnd(), Cancel));
    }

    [Theory]
    [InlineData(Rachel, "On the server a pass is made for staff only.")]
    [InlineData("nobody@contoso.example", "There is no such account.")]
    public async Task What_is_refused_is_said_in_one_line_and_nothing_is_shown(string account, string said)
    {
        var ended = await PortalProcess.RunAsync("Production", PassCommand.Name, account, $"--Storage:Folder={_portal.Folder}");

        Assert.Equal((1, ""), (ended.ExitCode, ended.Output));
        Assert.StartsWith(said, Assert.Single(ended.Errors.TrimEnd().Split('\n')), StringComparison.Ordinal);
        Assert.Empty(await _portal.AuditAsync());
    }

    [Theory]
    [InlineData("")]
    [InlineData("one@contoso.example two@contoso.example")]
    [InlineData("--force one@contoso.example")]
    public void What_is_not_understood_is_not_done(string arguments)
    {
        Assert.Null(PassArguments.Read(arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries), out var reason));
        Assert.StartsWith("Usage: ", reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_store_none_is_made()
    {
        var nowhere = Path.Combine(_portal.Folder, "nowhere");

        var ended = await PortalProcess.RunAsync("Production", PassCommand.Name, Admin, $"--Storage:Folder={nowhere}");

        Assert.Equal(1, ended.ExitCode);
        Assert.StartsWith("Storage:Folder: there is no store at ", Assert.Single(ended.Errors.TrimEnd().Split('\n')), StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(nowhere, "portal.db")));
    }
}
