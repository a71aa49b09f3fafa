using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SecurityPortal.Commands;
using SecurityPortal.Domain;
using SecurityPortal.Domain.Audit;
using SecurityPortal.Tests.Support;
using static SecurityPortal.Tests.Support.People;

namespace SecurityPortal.Tests.Commands;

/// <summary>R-HELP-8: the audit log leaves the store as a file that can be verified alone.</summary>
public sealed class ExportAuditCommandTests : IAsyncLifetime
{
    private Portal _portal = null!;

    private string Path => System.IO.Path.Combine(_portal.Folder, "audit.jsonl");

    public async ValueTask InitializeAsync()
    {
        _portal = await Portal.OpenAsync(new() { ["Storage:SingleInstance"] = "false" });
        for (var i = 0; i < 3; i++)
            Assert.Null(await _portal.Service.BlockSourceAsync(await _portal.StaffAsync(), $"203.0.113.{i}", BlockReason.UnusualActivity, null, "„Zoë“ 木", Cancel));
    }

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task What_it_writes_is_verified_alone_beside_a_running_portal()
    {
        var last = (await _portal.AuditAsync())[^1].Hash;

        var exported = await PortalProcess.RunAsync("Production", ExportAuditCommand.Name, Path, $"--Storage:Folder={_portal.Folder}");
        var verified = await PortalProcess.RunAsync("Production", VerifyAuditCommand.Name, Path);

        var said = $"3 records from #1 to #3, unbroken; last hash {last}";
        Assert.Equal((0, said, ""), (exported.ExitCode, exported.Output.TrimEnd(), exported.Errors));
        Assert.Equal((0, said, ""), (verified.ExitCode, verified.Output.TrimEnd(), verified.Errors));
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path));
    }

    [Fact]
    public async Task Without_a_file_the_lines_alone_go_to_the_output()
    {
        var ended = await PortalProcess.RunAsync("Production", ExportAuditCommand.Name, $"--Storage:Folder={_portal.Folder}");

        Assert.Equal(string.Concat((await _portal.AuditAsync()).Select(record => $"{AuditLine.Write(record)}\n")), ended.Output);
        Assert.StartsWith("3 records from #1 to #3, unbroken; ", ended.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_there_stays_as_it_is()
    {
        await File.WriteAllTextAsync(Path, "all that is left", Cancel);

        var ended = await PortalProcess.RunAsync("Production", ExportAuditCommand.Name, Path, $"--Storage:Folder={_portal.Folder}");

        Assert.Equal(1, ended.ExitCode);
        Assert.StartsWith($"{Path} cannot be written: ", Assert.Single(ended.Errors.TrimEnd().Split('\n')), StringComparison.Ordinal);
        Assert.Equal("all that is left", await File.ReadAllTextAsync(Path, Cancel));
    }

    [Fact]
    public async Task What_was_changed_in_the_store_behind_its_back_is_named_and_exported_all_the_same()
    {
        _ = await _portal.ReadAsync(context => context.Database.ExecuteSqlRawAsync("""DROP TRIGGER "audit_stays_as_it_is"; UPDATE "audit" SET "Reason" = 'nothing' WHERE "Number" = 2""", Cancel));

        var (exitCode, lines, said) = await ExportAsync("en", Cancel);

        Assert.Equal((1, 3), (exitCode, lines.Length));
        Assert.Equal("All 3 records were written, but the log is broken: Record #2 was altered; it does not have the hash that it says.", said);
    }

    /// <summary>How numbers and days are written elsewhere must not get into a hash.</summary>
    [Theory]
    [InlineData("de")]
    [InlineData("ar-SA")]
    [InlineData("th-TH")]
    public async Task Lines_are_the_same_wherever_they_are_written(string culture)
    {
        var (_, lines, _) = await ExportAsync(culture, Cancel);

        Assert.Equal((await ExportAsync("en", Cancel)).Lines, lines);
        Assert.Contains($"\"at\":\"{Portal.Noon.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}T", lines[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_stops_it_is_told_so()
    {
        using CancellationTokenSource stop = new();
        await stop.CancelAsync();

        var (exitCode, _, said) = await ExportAsync("en", stop.Token);

        Assert.Equal((1, "Stopped before the end. Records written until then: 0"), (exitCode, said));
    }

    [Theory]
    [InlineData("Usage: ", "one", "two")]
    [InlineData("Usage: ", "--all")]
    [InlineData("An export of the audit log knows no setting “Storge:Folder”.", "--Storge:Folder=data")]
    public void Says_in_one_line_what_it_cannot_do(string said, params string[] arguments)
    {
        Assert.Null(ExportAuditArguments.Read(arguments, out var reason));
        Assert.StartsWith(said, reason, StringComparison.Ordinal);
    }

    private async Task<(int ExitCode, string[] Lines, string Said)> ExportAsync(string language, CancellationToken cancel)
    {
        StringWriter lines = new();
        StringWriter said = new();
        using var reading = Reading.In(language);
        var exitCode = await new ExportAuditCommand(_portal.Service, lines, said).RunAsync(cancel);
        return (exitCode, lines.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries), said.ToString().TrimEnd());
    }
}
