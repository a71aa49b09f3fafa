using System.Collections.Immutable;
using System.Text;
using CsCheck;
using SecurityPortal.Commands;
using SecurityPortal.Domain.Audit;
using SecurityPortal.Tests.Support;
using static SecurityPortal.Tests.Support.People;

namespace SecurityPortal.Tests.Commands;

/// <summary>R-HELP-8: an exported file is verified by itself alone.</summary>
public sealed class VerifyAuditCommandTests
{
    private static readonly ImmutableArray<AuditRecord> s_chain = Audits.Chain(6);
    private static readonly byte[] s_file = Audits.File(s_chain);

    [Fact]
    public void As_it_was_exported_it_is_unbroken_and_its_last_hash_is_said() =>
        Assert.Equal((0, $"6 records from #1 to #6, unbroken; last hash {s_chain[^1].Hash}"), Verify(s_file));

    [Fact]
    public void One_byte_that_is_changed_anywhere_is_found_and_its_record_named() =>
        Gen.Select(Gen.Int[0, s_file.Length - 1], Gen.Byte).Where((at, changed) => s_file[at] != changed)
            .Sample((at, changed) => AssertFound(at, changed), iter: 3_000);

    /// <summary>One that makes a small letter a capital is the likeliest to say the same as before.</summary>
    [Theory]
    [InlineData(0x20)]
    [InlineData(0x01)]
    public void So_is_one_bit_of_each_byte(byte bit) =>
        Assert.All(Enumerable.Range(0, s_file.Length), at => AssertFound(at, (byte)(s_file[at] ^ bit)));

    [Fact]
    public void Every_byte_that_is_left_out_is_found_but_for_the_last_line_end() =>
        Assert.All(Enumerable.Range(0, s_file.Length - 1), at => Assert.Equal(1, Verify([.. s_file[..at], .. s_file[(at + 1)..]]).ExitCode));

    [Fact]
    public void A_line_that_is_removed_is_found() => Assert.Equal(
        (1, "Broken at line 3, where record #3 is expected: Record #3 is missing, or was given another number."),
        Verify(Audits.File(s_chain.RemoveAt(2))));

    [Fact]
    public void Lines_that_are_swapped_are_found() => Assert.Equal(
        (1, "Broken at line 3, where record #3 is expected: Record #3 is missing, or was given another number."),
        Verify(Audits.File([.. s_chain[..2], s_chain[3], s_chain[2], .. s_chain[4..]])));

    [Fact]
    public void A_line_that_stands_twice_is_found() => Assert.Equal(
        (1, "Broken at line 4, where record #4 is expected: Record #3 is out of order; it comes after #3."),
        Verify(Audits.File(s_chain.Insert(3, s_chain[2]))));

    [Fact]
    public void One_that_begins_later_says_so() => Assert.Equal(
        (0, $"4 records from #3 to #6, unbroken; last hash {s_chain[^1].Hash} It begins with #3: what was before that is not here, and cannot be checked."),
        Verify(Audits.File(s_chain[2..])));

    [Fact]
    public void One_record_alone_is_one() => Assert.Equal((0, $"1 record, #1, unbroken; last hash {s_chain[0].Hash}"), Verify(Audits.File(s_chain[..1])));

    [Theory]
    [InlineData("")]
    [InlineData("\n\n")]
    [InlineData("\ufeff")]
    public void A_file_without_records_proves_nothing(string file) => Assert.StartsWith("There are no records.", Said(1, Encoding.UTF8.GetBytes(file)), StringComparison.Ordinal);

    [Theory]
    [InlineData("not JSON at all", "The line is no whole JSON: ")]
    [InlineData("""{"number":7,"at":"2026-11-2""", "The line is no whole JSON: ")]
    [InlineData("[]", "The line is no record: ")]
    [InlineData("7", "The line is no record: ")]
    [InlineData("{}", "The line is no record: ")]
    [InlineData("", "The line is empty.")]
    [InlineData("   ", "The line is empty.")]
    [InlineData("\u0000\u0001", "The line is no whole JSON: ")]
    public void A_line_that_is_no_record_is_said_to_be_none(string line, string said) =>
        Assert.StartsWith($"Broken at line 7, where record #7 is expected: {said}", Said(1, [.. s_file, .. Encoding.UTF8.GetBytes($"{line}\nmore\n")]), StringComparison.Ordinal);

    [Theory]
    [InlineData("\"ticket\":\"T-1\"", "\"ticket\":\"T-1\",\"extra\":1", "The line is no record: ")]
    [InlineData("\"ticket\":\"T-1\",", "", "The line is no record: ")]
    [InlineData("\"ticket\":\"T-1\"", "\"ticket\":null", "The line is no record: ")]
    [InlineData("\"ticket\":\"T-1\"", "\"ticket\":1", "The line is no record: ")]
    [InlineData("\"number\":1", "\"number\":99999999999999999999", "The line is no record: ")]
    [InlineData("\"action\":\"RegionLifted\"", "\"action\":\"NewerThing\"", "The line is no record: ")]
    [InlineData("\"ticket\":\"T-1\"", "\"ticket\":\"\\ud83d\"", "The line is no record: ")]
    [InlineData("\"ticket\":\"T-1\"", "\"ticket\": \"T-1\"", "The line was altered; ")]
    [InlineData("\"ticket\":\"T-1\"", "\"ticket\":\"T\\u002d1\"", "The line was altered; ")]
    [InlineData("\"cause\":\"Region\",\"scope\":\"Method\"", "\"scope\":\"Method\",\"cause\":\"Region\"", "The line was altered; ")]
    [InlineData("\"cause\":\"Region\"", "\"cause\":\"Region\",\"cause\":\"Region\"", "The line was altered; ")]
    [InlineData("\"ticket\":\"T-1\"", "\"ticket\":\"T-2\"", "Record #1 was altered; ")]
    [InlineData("\"number\":1", "\"number\":0", "Record #0 was altered; ")]
    public void A_field_that_is_not_as_it_was_is_said_to_be_so(string was, string now, string said) =>
        Assert.StartsWith($"Broken at line 1: {said}", Said(1, Encoding.ASCII.GetBytes(Encoding.ASCII.GetString(s_file).Replace(was, now, StringComparison.Ordinal))), StringComparison.Ordinal);

    [Fact]
    public void A_line_without_end_is_no_record_and_takes_no_memory()
    {
        var before = GC.GetAllocatedBytesForCurrentThread();

        Assert.Equal((1, "Broken at line 1: The line is longer than 262144 bytes, as no record is."), Verify(new byte[20_000_000]));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 22_000_000);
    }

    [Fact]
    public void What_editors_add_touches_no_record_and_is_told()
    {
        var file = Encoding.ASCII.GetString(s_file);

        Assert.EndsWith("The file begins with a byte order mark, which was put there after the export. No record was touched.", Said(0, [.. Encoding.UTF8.Preamble, .. s_file]), StringComparison.Ordinal);
        Assert.EndsWith("Lines end as on Windows, which came after the export. No record was touched.", Said(0, Encoding.ASCII.GetBytes(file.Replace("\n", "\r\n", StringComparison.Ordinal))), StringComparison.Ordinal);
        Assert.EndsWith("The file ends with empty lines, which came after the export. No record was touched.", Said(0, Encoding.ASCII.GetBytes(file + "\n\r\n")), StringComparison.Ordinal);
        Assert.EndsWith(s_chain[^1].Hash, Said(0, s_file[..^1]), StringComparison.Ordinal);
    }

    [Fact]
    public void In_German_it_is_said_in_German() =>
        Assert.Equal($"6 Einträge von Nr. 1 bis Nr. 6, lückenlos; letzter Hash {s_chain[^1].Hash}", Verify(s_file, "de").Said);

    [Theory]
    [InlineData("Usage: dotnet SecurityPortal.dll verify-audit audit.jsonl")]
    [InlineData("Usage: dotnet SecurityPortal.dll verify-audit audit.jsonl", "one", "two")]
    [InlineData("Usage: dotnet SecurityPortal.dll verify-audit audit.jsonl", "--help")]
    [InlineData("/nowhere/audit.jsonl cannot be read: ", "/nowhere/audit.jsonl")]
    [InlineData("/tmp cannot be read: ", "/tmp")]
    public void What_cannot_be_read_is_said_in_one_line(string said, params string[] arguments)
    {
        StringWriter errors = new();
        using var english = Reading.In("en");

        Assert.Equal(2, new VerifyAuditCommand(TextWriter.Null, errors).Run(arguments));
        Assert.StartsWith(said, Assert.Single(errors.ToString().TrimEnd().Split('\n')), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Needs_neither_a_store_nor_settings()
    {
        var folder = Directory.CreateTempSubdirectory("audit-");
        try
        {
            var path = Path.Combine(folder.FullName, "audit.jsonl");
            await File.WriteAllBytesAsync(path, s_file, Cancel);

            var ended = await PortalProcess.RunAsync("Production", VerifyAuditCommand.Name, path);

            Assert.Equal((0, "", $"6 records from #1 to #6, unbroken; last hash {s_chain[^1].Hash}"), (ended.ExitCode, ended.Errors, ended.Output.TrimEnd()));
            Assert.Equal([path], Directory.GetFileSystemEntries(folder.FullName));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static void AssertFound(int at, byte changed)
    {
        byte[] file = [.. s_file];
        file[at] = changed;

        var (exitCode, said) = Verify(file);

        var line = s_file.Take(at).Count(letter => letter == '\n') + 1;
        Assert.Equal(1, exitCode);
        Assert.StartsWith(line == 1 ? "Broken at line 1: " : $"Broken at line {line}, where record #{line} is expected: ", said, StringComparison.Ordinal);
    }

    private static string Said(int exitCode, byte[] file)
    {
        var answer = Verify(file);
        Assert.Equal(exitCode, answer.ExitCode);
        return answer.Said;
    }

    private static (int ExitCode, string Said) Verify(byte[] file, string language = "en")
    {
        StringWriter output = new() { NewLine = " " };
        using var reading = Reading.In(language);
        using MemoryStream stream = new(file);
        var exitCode = new VerifyAuditCommand(output, TextWriter.Null).Check(stream);
        return (exitCode, output.ToString().TrimEnd());
    }
}
