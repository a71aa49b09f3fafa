using Microsoft.EntityFrameworkCore;
using SecurityPortal.Commands;
using SecurityPortal.Tests.Support;
using static SecurityPortal.Tests.Support.People;

namespace SecurityPortal.Tests.Commands;

/// <summary>Whatever happens to an import, what it has stored is told.</summary>
public sealed class ImportTroubleTests : IAsyncLifetime
{
    private Portal _portal = null!;

    public async ValueTask InitializeAsync() => _portal = await Portal.OpenAsync();

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task A_row_that_the_store_fails_on_is_told_in_its_place_and_stops_no_other()
    {
        _ = await _portal.ReadAsync(context => context.Database.ExecuteSqlRawAsync(
            "CREATE TRIGGER full BEFORE INSERT ON profiles WHEN NEW.NameKey = 'otto' "
            + "BEGIN SELECT RAISE(ABORT, 'no room for otto'); END",
            Cancel));

        var (exitCode, said) = await ImportAsync(new StringReader("name\nrachel\notto\nnell\n"), Cancel);

        Assert.Equal(1, exitCode);
        Assert.Equal("row 2: rachel: added", said[0]);
        Assert.StartsWith("row 3: otto: refused: It could not be stored: ", said[1], StringComparison.Ordinal);
        Assert.Contains("no room for otto", said[1], StringComparison.Ordinal);
        Assert.Equal("row 4: nell: added", said[2]);
        Assert.Equal("2 added, 0 already there, 1 refused", said[3]);
    }

    [Fact]
    public async Task Who_stops_it_still_learns_what_was_stored()
    {
        using CancellationTokenSource stop = new();
        var names = Enumerable.Range(0, 1000).Select(number => $"user{number}");
        using Stopping file = new("name\n" + string.Join('\n', names), stop);

        var (exitCode, said) = await ImportAsync(file, stop.Token);

        Assert.Equal(1, exitCode);
        Assert.StartsWith("Stopped before the end of the file.", said[^1], StringComparison.Ordinal);
        Assert.InRange(said.Length, 100, 200);
        Assert.Equal(await _portal.ReadAsync(context => context.Profiles.CountAsync(Cancel)), said.Count(line => line.EndsWith(": added", StringComparison.Ordinal)));
    }

    private async Task<(int ExitCode, string[] Said)> ImportAsync(TextReader file, CancellationToken cancel)
    {
        StringWriter output = new();
        var exitCode = await new ImportCommand(_portal.Service, output).RunAsync(file, isDryRun: false, cancel);
        return (exitCode, output.ToString().TrimEnd().Split(Environment.NewLine));
    }

    /// <summary>A file at whose hundredth row somebody presses Ctrl-C.</summary>
    private sealed class Stopping(string text, CancellationTokenSource stop) : StringReader(text)
    {
        private int _rows;

        public override int Read()
        {
            var letter = base.Read();
            if (letter == '\n' && ++_rows == 100)
                stop.Cancel();
            return letter;
        }
    }
}
