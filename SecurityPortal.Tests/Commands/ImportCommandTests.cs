using Microsoft.EntityFrameworkCore;
using SecurityPortal.Commands;
using SecurityPortal.Domain;
using SecurityPortal.Tests.Support;
using static SecurityPortal.Tests.Support.People;

namespace SecurityPortal.Tests.Commands;

public sealed class ImportCommandTests : IAsyncLifetime
{
    private const string Header = "name,displayName,language,country,roles,email,phone,password\n";
    private const string Secret = "Long-Enough-For-All-7";

    private Portal _portal = null!;

    public async ValueTask InitializeAsync() => _portal = await Portal.OpenAsync();

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task Makes_an_account_of_what_a_row_says()
    {
        var (exitCode, said) = await ImportAsync(Header + $"otto@contoso.example,\"Otto, the first\",DE,de,helpdesk;Auditor,Otto@Mail.example,01512 3456789,{Secret}\n");

        Assert.Equal(0, exitCode);
        Assert.Equal(["row 2: otto@contoso.example: added", "1 added, 0 already there, 0 refused"], said);
        var otto = await _portal.ReadAsync(context => context.Profiles.AsNoTracking().SingleAsync(Cancel));
        Assert.Equal(("otto@contoso.example", "Otto, the first", "de", "DE"), (otto.Name, otto.DisplayName, otto.Language, otto.Country));
        Assert.Equal([Role.HelpDesk, Role.Auditor], otto.Roles);
        Assert.Equal([new(MethodKind.Email, "Otto@Mail.example"), new(MethodKind.Phone, "+4915123456789")], otto.Suggested);
        Assert.Empty(otto.Methods);
        Assert.Null((await _portal.Service.SignInAsync(From("192.0.2.1"), "otto@contoso.example", Secret, Cancel)).Refusal);
    }

    [Fact]
    public async Task Each_account_and_the_file_as_a_whole_stand_in_the_audit_log()
    {
        _ = await ImportAsync("name\nrachel\notto\nrachel\n");
        _ = await ImportAsync("name\nrachel\notto\n");

        var records = await _portal.AuditAsync();
        Assert.Equal(["AccountImported rachel", "AccountImported otto", "AccountsImported "], records.Select(record => $"{record.Action} {record.TargetName}"));
        Assert.Equal(("2", "0", "1"), (records[2].Facts["added"], records[2].Facts["alreadyThere"], records[2].Facts["refused"]));
    }

    [Fact]
    public async Task Needs_no_more_than_a_name()
    {
        var (exitCode, said) = await ImportAsync("name\nrachel\n");

        Assert.Equal((0, "row 2: rachel: added"), (exitCode, said[0]));
    }

    [Fact]
    public async Task Finds_columns_wherever_they_stand()
    {
        _ = await ImportAsync("country,NAME\nDE,otto\n");

        Assert.Equal("DE", await _portal.ReadAsync(context => context.Profiles.Select(profile => profile.Country).SingleAsync(Cancel)));
    }

    [Theory]
    [InlineData("", "The file is empty")]
    [InlineData("displayName\nRachel\n", "The column “name” is missing.")]
    [InlineData("name,shoeSize\nrachel,38\n", "There is no column “shoeSize”.")]
    [InlineData("name;email\nrachel;a@b.example\n", "There is no column “name;email”.")]
    [InlineData("name,Name\nrachel,rachel\n", "A column is there twice.")]
    [InlineData("name\"\nrachel\n", "A quotation mark ")]
    public async Task A_header_that_is_not_understood_stops_it(string file, string reason)
    {
        var (exitCode, said) = await ImportAsync(file);

        Assert.Equal(1, exitCode);
        Assert.StartsWith(reason, Assert.Single(said), StringComparison.Ordinal);
        Assert.Equal(0, await CountAsync());
    }

    [Theory]
    [InlineData(",,,,,,,", "The name is missing.")]
    [InlineData("\"two\nlines\",,,,,,,", "The name must be plain text")]
    [InlineData("rachel,\"two\nlines\",,,,,,", "The display name must be plain text")]
    [InlineData("rachel,,xx,,,,,", "There is no language “xx” here")]
    [InlineData("rachel,,,XX,,,,", "“XX” is no country")]
    [InlineData("rachel,,,,Boss,,,", "There is no role “Boss”")]
    [InlineData("rachel,,,,0,,,", "There is no role “0”")]
    [InlineData("rachel,,,,,Rachel <r@mail.example>,,", "This is not one plain address.")]
    [InlineData("rachel,,,,,,+44 5600 000000,", "VOIP numbers can't be used")]
    [InlineData("rachel,,,,,,07911 123456,", "Choose the country of this number")]
    [InlineData("rachel,,,,,,,short", "This password has fewer than 12 characters")]
    [InlineData("rachel,,,,,,,I-am-rachel-and-nobody-else", "This password contains your account name")]
    [InlineData("rachel,,", "It has 3 fields, but the header has 8.")]
    [InlineData("rachel,,,,,,,\"open", "A quotation mark is never closed. The rest of the file was not read.")]
    public async Task A_row_that_is_wrong_is_refused_for_its_reason(string row, string reason)
    {
        var (exitCode, said) = await ImportAsync($"{Header}otto,,,,,,,\n{row}\n");

        Assert.Equal(1, exitCode);
        Assert.Equal("row 2: otto: added", said[0]);
        Assert.Contains($"refused: {reason}", said[1], StringComparison.Ordinal);
        Assert.Equal("1 added, 0 already there, 1 refused", said[2]);
        Assert.Equal(1, await CountAsync());
    }

    [Fact]
    public async Task Two_rows_of_one_name_are_not_guessed_at()
    {
        var (exitCode, said) = await ImportAsync("name\nrachel@contoso.example\notto\nＲachel@contoso.example \n");

        Assert.Equal(1, exitCode);
        Assert.EndsWith("refused: Row 2 already has this name.", said[2], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_dry_run_says_the_same_and_stores_nothing()
    {
        var (exitCode, said) = await ImportAsync($"{Header}rachel,,,,,,,{Secret}\notto,,,,,,,short\n", isDryRun: true);

        Assert.Equal(1, exitCode);
        Assert.Equal("row 2: rachel: would be added", said[0]);
        Assert.StartsWith("row 3: otto: refused: ", said[1], StringComparison.Ordinal);
        Assert.StartsWith("1 would be added, 0 already there, 1 refused; this was a dry run", said[2], StringComparison.Ordinal);
        Assert.Equal(0, await CountAsync());
    }

    [Fact]
    public async Task Repeating_it_changes_nothing()
    {
        await _portal.SeedAsync();
        var before = await ProfileAsync();

        var (exitCode, said) = await ImportAsync($"{Header}{Rachel},Somebody else,de,DE,Administrator,other@mail.example,,{Secret}\n");

        Assert.Equal(0, exitCode);
        Assert.Equal($"row 2: {Rachel}: already there: nothing changed", said[0]);
        var after = await ProfileAsync();
        Assert.Equal((before.Version, before.PasswordHash, before.DisplayName), (after.Version, after.PasswordHash, after.DisplayName));
        Assert.Empty(after.Roles);
        Assert.Equal(2, after.Methods.Count);
    }

    [Fact]
    public async Task Keeps_passwords_and_control_characters_off_the_screen()
    {
        var (_, said) = await ImportAsync($"{Header}rachel,,,,,,,{Secret}\n\"a\u001b[2Jb\",,,,,,,{Secret}\nrachel,,xx,,,,,{Secret}\n,,,,,,,{Secret}\nx,{Secret}\n");

        Assert.DoesNotContain(said, line => line.Contains(Secret, StringComparison.Ordinal) || line.Contains('\u001b'));
    }

    [Fact]
    public async Task Many_rows_are_told_in_their_order()
    {
        var names = Enumerable.Range(0, 1000).Select(number => $"user{number}").ToArray();

        var (exitCode, said) = await ImportAsync("name\n" + string.Join('\n', names));

        Assert.Equal(0, exitCode);
        Assert.Equal([.. names.Index().Select(row => $"row {row.Index + 2}: {row.Item}: added"), "1000 added, 0 already there, 0 refused"], said);
        Assert.Equal(1000, await CountAsync());
    }

    private async Task<(int ExitCode, string[] Said)> ImportAsync(string file, bool isDryRun = false)
    {
        StringWriter output = new();
        var exitCode = await new ImportCommand(_portal.Service, output).RunAsync(new StringReader(file), isDryRun, Cancel);
        return (exitCode, output.ToString().TrimEnd().Split(Environment.NewLine));
    }

    private Task<int> CountAsync() => _portal.ReadAsync(context => context.Profiles.CountAsync(Cancel));

    private Task<SecurityProfile> ProfileAsync() => _portal.ReadAsync(context => context.Profiles.AsNoTracking().SingleAsync(profile => profile.Name == Rachel, Cancel));
}
