using System.Text;
using CsCheck;
using SecurityPortal.Commands;

namespace SecurityPortal.Tests.Commands;

public sealed class CsvReaderTests
{
    [Theory]
    [InlineData("a,b\r\nc,d\r\n", "a|b", "c|d")]
    [InlineData("a,b\nc,d", "a|b", "c|d")]
    [InlineData("a,b\rc,d", "a|b", "c|d")]
    [InlineData("a,,\n", "a||")]
    [InlineData("\"a\",\"b,c\"\n", "a|b,c")]
    [InlineData("\"a \"\"b\"\"\"\n", "a \"b\"")]
    [InlineData("\"two\r\nlines\",b\n", "two\r\nlines|b")]
    [InlineData("\"\",\n", "|")]
    [InlineData("\n\r\n a \n\n", " a ")]
    [InlineData("")]
    public void Tells_fields_and_rows_apart(string text, params string[] expected) =>
        Assert.Equal(expected, Read(text).Select(record => string.Join('|', record.Fields)));

    [Fact]
    public void Counts_rows_as_a_spreadsheet_does() =>
        Assert.Equal([1, 3], Read("name\n\n\"a\nb\"\n").Select(record => record.Row));

    [Theory]
    [InlineData("a\"b\nc", CsvFault.QuoteInField)]
    [InlineData("\"a\"b\nc", CsvFault.TextAfterQuote)]
    [InlineData("\"a\" ,b\nc", CsvFault.TextAfterQuote)]
    [InlineData("\"a\nb", CsvFault.QuoteNotClosed)]
    [InlineData("\"", CsvFault.QuoteNotClosed)]
    public void Stops_where_a_row_could_be_read_in_two_ways(string text, CsvFault expected) =>
        Assert.Equal(expected, Assert.Single(Read(text)).Fault);

    [Theory]
    [InlineData("")]
    [InlineData("\"")]
    public void Takes_no_row_without_end(string opening) =>
        Assert.Equal(CsvFault.TooLong, Assert.Single(Read(opening + new string('a', 1_000_000))).Fault);

    [Fact]
    public void Stops_at_bytes_that_are_no_text()
    {
        using var file = Write([0x61, 0x0A, 0xFF, 0xFE, 0x62]);
        using var text = ImportFile.Open(file.Name);

        Assert.Equal(CsvFault.NotUtf8, new CsvReader(text).Records().Last().Fault);
    }

    [Fact]
    public void Does_not_take_the_mark_of_UTF_8_for_a_part_of_the_first_field()
    {
        using var file = Write([0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes("name\nJürgen")]);
        using var text = ImportFile.Open(file.Name);

        Assert.Equal(["name", "Jürgen"], new CsvReader(text).Records().Select(record => record.Fields[0]));
    }

    [Fact]
    public void Reads_what_was_written_by_the_rules() =>
        Gen.String[Gen.Char["ab,\"\r\n ü"], 0, 8].Array[1, 5].Where(fields => fields is not [""]).Array[1, 5].Sample(rows =>
        {
            var text = string.Concat(rows.Select(fields => string.Join(',', fields.Select(Quoted)) + "\r\n"));
            Assert.Equal(rows, Read(text).Select(record => record.Fields.ToArray()));
        });

    private static string Quoted(string field) => $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static List<CsvRecord> Read(string text) => [.. new CsvReader(new StringReader(text)).Records()];

    private static FileStream Write(byte[] bytes)
    {
        FileStream file = new(Path.GetTempFileName(), FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite, 4096, FileOptions.DeleteOnClose);
        file.Write(bytes);
        file.Flush();
        return file;
    }
}
