using SecurityPortal.Tests.Support;
using static SecurityPortal.Tests.Support.People;

namespace SecurityPortal.Tests.Storage;

/// <summary>R-CODE-4: the keys that codes and links are hashed with lie beside the store, and neither is there alone.</summary>
public sealed class CodeKeyTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("portal-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task A_store_whose_keys_have_vanished_is_not_given_others_in_silence()
    {
        await using (var first = await Portal.OpenAsync(folder: _folder.FullName))
            await first.SeedAsync();

        File.Delete(KeyFile("codes-1.key"));

        Assert.Contains("codes-1.key is missing", await RefusalAsync(), StringComparison.Ordinal);
        Assert.False(File.Exists(KeyFile("codes-1.key")));
    }

    [Theory]
    [InlineData("codes-1.key", 0)]
    [InlineData("codes-1.key", 31)]
    [InlineData("codes-2.key", 33)]
    [InlineData("codes-old.key", 32)]
    [InlineData("codes-0.key", 32)]
    [InlineData("codes-01.key", 32)]
    public async Task A_key_that_anybody_can_guess_or_nobody_can_place_stops_the_start(string name, int length)
    {
        await using (await Portal.OpenAsync(folder: _folder.FullName))
        {
        }

        await File.WriteAllBytesAsync(KeyFile(name), new byte[length], Cancel);

        var refusal = await RefusalAsync();
        Assert.Contains($"{name} ", refusal, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', refusal);
    }

    [Fact]
    public async Task A_first_start_that_was_cut_off_before_its_keys_were_made_goes_on()
    {
        await using (await Portal.OpenAsync(folder: _folder.FullName))
        {
        }

        File.Delete(KeyFile("codes-1.key"));

        await using var again = await Portal.OpenAsync(folder: _folder.FullName);
        Assert.Equal(32, new FileInfo(KeyFile("codes-1.key")).Length);
        Assert.Equal(["codes-1.key"], Keys().Select(file => file.Name));
    }

    [Fact]
    public async Task Two_first_starts_at_once_agree_on_one_key()
    {
        Dictionary<string, string?> open = new() { ["Storage:SingleInstance"] = "false" };

        var starts = Enumerable.Range(0, 4).Select(_ => Task.Run(() => Portal.OpenAsync(open, _folder.FullName)));
        var portals = await Task.WhenAll(starts);

        Assert.Single(Keys());
        foreach (var portal in portals)
            await portal.DisposeAsync();
    }

    private string KeyFile(string name) => Path.Combine(_folder.FullName, "keys", name);

    private FileInfo[] Keys() => new DirectoryInfo(Path.Combine(_folder.FullName, "keys")).GetFiles();

    private async Task<string> RefusalAsync() =>
        (await Assert.ThrowsAsync<StartRefusedException>(() => Portal.OpenAsync(folder: _folder.FullName))).Message;
}
