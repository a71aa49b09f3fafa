using Microsoft.EntityFrameworkCore;
using SecurityPortal.Storage;
using SecurityPortal.Tests.Support;
using static SecurityPortal.Tests.Support.People;

namespace SecurityPortal.Tests.Storage;

public sealed class StoreFolderTests : IDisposable
{
    private const UnixFileMode Owner = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("portal-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task A_second_instance_on_the_same_folder_does_not_start_and_says_why()
    {
        await using var first = await Portal.OpenAsync(folder: _folder.FullName);

        var refused = await Assert.ThrowsAsync<StartRefusedException>(() => Portal.OpenAsync(folder: _folder.FullName));

        Assert.StartsWith("Storage:Folder: another instance is running", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', refused.Message);
    }

    [Fact]
    public async Task A_second_instance_starts_when_the_guard_is_off_or_the_first_has_ended()
    {
        Dictionary<string, string?> open = new() { ["Storage:SingleInstance"] = "false" };
        await using (await Portal.OpenAsync(open, _folder.FullName))
        await using (await Portal.OpenAsync(open, _folder.FullName))
        {
        }

        await using var later = await Portal.OpenAsync(folder: _folder.FullName);
    }

    [Fact]
    public async Task A_store_that_has_vanished_is_not_made_anew_in_silence()
    {
        await using (await Portal.OpenAsync(folder: _folder.FullName))
        {
        }

        foreach (var file in _folder.GetFiles("portal.db*"))
            file.Delete();

        var refused = await Assert.ThrowsAsync<StartRefusedException>(() => Portal.OpenAsync(folder: _folder.FullName));
        Assert.Contains("portal.db is missing", refused.Message, StringComparison.Ordinal);
        Assert.Empty(_folder.GetFiles("portal.db"));
    }

    [Fact]
    public async Task A_store_that_lies_elsewhere_is_kept_as_close()
    {
        var elsewhere = _folder.CreateSubdirectory("elsewhere");
        var file = Path.Combine(elsewhere.FullName, "people.db");
        Dictionary<string, string?> settings = new() { ["Storage:ConnectionString"] = $"Data Source={file}" };
        await using (await Portal.OpenAsync(settings, _folder.FullName))
        {
            Assert.All(elsewhere.GetFiles(), found => Assert.Equal((UnixFileMode)0, found.UnixFileMode & ~Owner));
            var second = await Assert.ThrowsAsync<StartRefusedException>(() => Portal.OpenAsync(settings, _folder.FullName));
            Assert.Contains("another instance is running", second.Message, StringComparison.Ordinal);
        }

        Assert.Empty(_folder.GetFiles("*.db"));
        foreach (var left in elsewhere.GetFiles("people.db*"))
            left.Delete();

        var refused = await Assert.ThrowsAsync<StartRefusedException>(() => Portal.OpenAsync(settings, _folder.FullName));
        Assert.Contains("people.db is missing", refused.Message, StringComparison.Ordinal);
    }

    /// <summary>What a copy that was cut off leaves behind, or a shell that wrote to the wrong file.</summary>
    [Fact]
    public async Task A_store_that_was_emptied_is_not_begun_anew_in_silence()
    {
        await using (await Portal.OpenAsync(folder: _folder.FullName))
        {
        }

        foreach (var file in _folder.GetFiles("portal.db*"))
            await File.WriteAllBytesAsync(file.FullName, [], Cancel);

        Assert.Contains("portal.db is empty", await RefusalAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_stored_is_there_again_at_the_next_start()
    {
        await using (var first = await Portal.OpenAsync(folder: _folder.FullName))
            await first.SeedAsync();

        await using var second = await Portal.OpenAsync(folder: _folder.FullName);
        _ = await second.SignInAsync();
    }

    [Fact]
    public async Task Nobody_but_the_owner_can_read_the_store_or_its_keys()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such modes.");
        await using var portal = await Portal.OpenAsync(folder: Path.Combine(_folder.FullName, "data"));
        await portal.SeedAsync();
        _ = await portal.SignInAsync();

        var data = new DirectoryInfo(portal.Folder);
        Assert.All(
            data.GetFileSystemInfos("*", SearchOption.AllDirectories).Append(data),
            entry => Assert.Equal(UnixFileMode.None, entry.UnixFileMode & ~Owner));
        Assert.Contains(data.GetFiles("*", SearchOption.AllDirectories), file => file.Name == "portal.db-wal");
        Assert.Contains(data.GetFiles("*", SearchOption.AllDirectories), file => file.Name.StartsWith("key-", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_others_could_read_is_closed_to_them_at_the_next_start()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such modes.");
        await using (var first = await Portal.OpenAsync(folder: _folder.FullName))
        {
            await first.SeedAsync();
            _ = await first.SignInAsync();
        }

        foreach (var entry in Everything())
        {
            if (!OperatingSystem.IsWindows())
                entry.UnixFileMode |= UnixFileMode.GroupRead | UnixFileMode.OtherRead | UnixFileMode.OtherWrite;
        }

        await using var again = await Portal.OpenAsync(folder: _folder.FullName);
        Assert.All(Everything(), entry => Assert.Equal(UnixFileMode.None, entry.UnixFileMode & ~Owner));
    }

    [Fact]
    public async Task A_place_where_SQLite_keeps_no_write_ahead_log_is_refused()
    {
        var elsewhere = new DbContextOptionsBuilder<PortalContext>().UseSqlite("Data Source=:memory:").Options;
        await using PortalContext context = new(elsewhere);

        var refused = await Assert.ThrowsAsync<StartRefusedException>(
            () => SqlitePragmas.RequireWriteAheadLogAsync(context, Cancel));

        Assert.StartsWith("Storage:Folder: ", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("journal_mode", "wal")]
    [InlineData("synchronous", "2")]
    [InlineData("foreign_keys", "1")]
    public async Task A_change_that_was_acknowledged_survives_a_power_cut(string pragma, string expected)
    {
        await using var portal = await Portal.OpenAsync(folder: _folder.FullName);

        var read = await portal.ReadAsync(async context =>
        {
            await context.Database.OpenConnectionAsync(Cancel);
            await using var command = context.Database.GetDbConnection().CreateCommand();
            command.CommandText = $"PRAGMA {pragma}";
            return $"{await command.ExecuteScalarAsync(Cancel)}";
        });

        Assert.Equal(expected, read);
    }

    private IEnumerable<FileSystemInfo> Everything() =>
        _folder.GetFileSystemInfos("*", SearchOption.AllDirectories).Append(_folder);

    private async Task<string> RefusalAsync() =>
        (await Assert.ThrowsAsync<StartRefusedException>(() => Portal.OpenAsync(folder: _folder.FullName))).Message;
}
