using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using SecurityPortal.Commands;
using SecurityPortal.Domain;
using SecurityPortal.Service;
using SecurityPortal.Tests.Support;
using static SecurityPortal.Tests.Support.People;

namespace SecurityPortal.Tests.Commands;

/// <summary>Whom the Strict profile would shut out, told before it is switched on.</summary>
public sealed class CheckPolicyCommandTests
{
    private const string Mailer = "mailer@contoso.example";

    [Fact]
    public async Task Nobody_is_named_who_has_a_phone_or_is_still_to_register()
    {
        await using var portal = await Portal.OpenAsync();
        await portal.SeedAsync();

        var (exitCode, said) = await CheckAsync(portal);

        Assert.Equal((0, "Under the Strict profile everybody who has registered could still sign in."), (exitCode, Assert.Single(said)));
    }

    [Theory]
    [InlineData("Standard")]
    [InlineData("Strict")]
    public async Task Who_has_only_addresses_is_named_whichever_profile_is_on(string profile)
    {
        await using var portal = await Portal.OpenAsync(new() { ["Security:Profile"] = profile });
        await SeedWithMailerAsync(portal, RachelsMail, NewMail);

        var (exitCode, said) = await CheckAsync(portal);

        Assert.Equal(1, exitCode);
        Assert.Equal([$"{Mailer}: addresses 2", "Accounts that could not sign in under the Strict profile: 1"], said);
    }

    [Fact]
    public async Task Where_phones_never_sign_in_whoever_has_nothing_better_is_named_too()
    {
        await using var portal = await Portal.OpenAsync(new() { ["Security:StrictPhones"] = "Never" });
        await portal.SeedAsync();

        var (exitCode, said) = await CheckAsync(portal);

        Assert.Equal((1, $"{Rachel}: addresses 1, phones 1"), (exitCode, said[0]));
    }

    [Fact]
    public async Task What_is_suspended_is_counted_apart()
    {
        await using var portal = await Portal.OpenAsync();
        await portal.SeedAsync();
        var rachel = await portal.SignInAsync();
        await portal.ProveAsync(rachel);
        Assert.Null(await portal.Service.SuspendMethodAsync(rachel, await portal.MethodAsync(rachel, RachelsPhone), knowingly: false, Cancel));

        var (_, said) = await CheckAsync(portal);

        Assert.Equal($"{Rachel}: addresses 1, out of use 1", said[0]);
    }

    [Fact]
    public async Task Many_are_all_named_in_order()
    {
        await using var portal = await Portal.OpenAsync();
        string[] names = [.. Enumerable.Range(0, 1_001).Select(number => $"user{number:0000}@contoso.example")];
        _ = await portal.Service.SeedAsync(new PortalItself(), [.. names.Select(name => Account(name, RachelsMail))], Cancel);

        var (_, said) = await CheckAsync(portal);

        Assert.Equal([.. names.Select(name => $"{name}: addresses 1"), "Accounts that could not sign in under the Strict profile: 1001"], said);
    }

    [Fact]
    public async Task Works_from_the_shell_and_changes_no_byte_of_the_store()
    {
        await using var portal = await Portal.OpenAsync();
        await SeedWithMailerAsync(portal, RachelsMail);
        await FoldAsync(portal);
        var before = await StoreAsync(portal);

        var ended = await PortalProcess.RunAsync("Production", CheckPolicyCommand.Name, $"--Storage:Folder={portal.Folder}");

        Assert.Equal((1, ""), (ended.ExitCode, ended.Errors));
        Assert.Equal([$"{Mailer}: addresses 1", "Accounts that could not sign in under the Strict profile: 1"], ended.Output.TrimEnd().Split(Environment.NewLine));
        Assert.Equal(before, await StoreAsync(portal));
    }

    [Fact]
    public async Task A_store_of_an_older_version_is_left_as_it_is()
    {
        await using var portal = await Portal.OpenAsync();
        _ = await portal.ReadAsync(context => context.Database.ExecuteSqlRawAsync("DELETE FROM \"__EFMigrationsHistory\" WHERE \"MigrationId\" = (SELECT MAX(\"MigrationId\") FROM \"__EFMigrationsHistory\")", Cancel));
        await FoldAsync(portal);
        var before = await StoreAsync(portal);

        var ended = await PortalProcess.RunAsync("Production", CheckPolicyCommand.Name, $"--Storage:Folder={portal.Folder}");

        Assert.Equal(1, ended.ExitCode);
        Assert.StartsWith("Storage: the store is of an older version", Assert.Single(ended.Errors.TrimEnd().Split('\n')), StringComparison.Ordinal);
        Assert.Equal(before, await StoreAsync(portal));
    }

    [Fact]
    public async Task Makes_no_store_where_none_is()
    {
        var folder = Path.Combine(Path.GetTempPath(), $"portal-{Guid.CreateVersion7(Portal.Noon)}");

        var ended = await PortalProcess.RunAsync("Production", CheckPolicyCommand.Name, $"--Storage:Folder={folder}");

        Assert.Equal(1, ended.ExitCode);
        Assert.StartsWith("Storage:Folder: there is no store at ", Assert.Single(ended.Errors.TrimEnd().Split('\n')), StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder));
    }

    [Theory]
    [InlineData("Usage: ", "everybody")]
    [InlineData("Usage: ", "--dry-run")]
    [InlineData("A check of the policy knows no setting “Storge:Folder”.", "--Storge:Folder=data")]
    public void Says_in_one_line_what_it_cannot_do(string said, params string[] arguments)
    {
        Assert.Null(CheckPolicyArguments.Read(arguments, out var reason));
        Assert.StartsWith(said, reason, StringComparison.Ordinal);
    }

    /// <summary>Beside Rachel, who has a phone as well.</summary>
    private static async Task SeedWithMailerAsync(Portal portal, params Contact[] methods) =>
        Assert.True(await portal.Service.SeedAsync(new PortalItself(), [Account(Rachel, RachelsMail, RachelsPhone), Account(Mailer, methods)], Cancel));

    private static DemoAccount Account(string name, params Contact[] methods) =>
        new(new(name, "", "en", "GB", []), Portal.Password, methods, 1.Days, "");

    /// <summary>What was written is brought into the one file, so that it can be compared.</summary>
    private static Task<int> FoldAsync(Portal portal) =>
        portal.ReadAsync(context => context.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)", Cancel));

    private static async Task<string> StoreAsync(Portal portal)
    {
        SqliteConnection.ClearAllPools();
        return Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(await File.ReadAllBytesAsync(Path.Combine(portal.Folder, "portal.db"), Cancel)));
    }

    private static async Task<(int ExitCode, string[] Said)> CheckAsync(Portal portal)
    {
        StringWriter output = new();
        using var english = Reading.In("en");
        var exitCode = await new CheckPolicyCommand(portal.Service, output).RunAsync(Cancel);
        return (exitCode, output.ToString().TrimEnd().Split(Environment.NewLine));
    }
}
