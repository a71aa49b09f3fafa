using System.Text;
using CsCheck;
using SecurityPortal.Commands;
using SecurityPortal.Web;

namespace SecurityPortal.Tests.Web;

/// <summary>R-HELP-9: what is written is what is read, and no cell of it is a formula.</summary>
public sealed class CsvFileTests
{
    private const string Dangerous = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20\u2212";

    private static readonly Gen<string> s_cell = Gen.OneOf(
        Gen.String[Gen.Char["=+-@\t\r\n\"', ;a1\u00A0\u200B\uFF1D\u2018é"], 0, 12],
        Gen.String[Gen.Char.AlphaNumeric, 0, 12],
        Gen.Char[Dangerous].Select(letter => $"{letter}1+1"));

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+1", "'+1")]
    [InlineData("-1", "'-1")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("\t=1", "\"'\t=1\"", true)]
    [InlineData(" =1", "\"' =1\"", true)]
    [InlineData("a;=1", "\"a;=1\"", true)]
    [InlineData("a\t=1", "\"a\t=1\"", true)]
    [InlineData("\"=1", "\"'\"\"=1\"", true)]
    [InlineData("'=1", "''=1")]
    [InlineData("\uFF1D1", "'\uFF1D1")]
    [InlineData("\u200B\u00A0=1", "'\u200B\u00A0=1")]
    [InlineData("a,b", "\"a,b\"", true)]
    [InlineData("a\"b", "\"a\"\"b\"", true)]
    [InlineData("a=1", "a=1")]
    [InlineData("'tis", "'tis")]
    [InlineData("", "")]
    public void Writes_a_cell_so(string cell, string expected, bool isQuoted = false)
    {
        Assert.Equal(expected + "\r\n", Write([cell]));
        Assert.Equal(isQuoted, Write([cell]).StartsWith('"'));
    }

    [Fact]
    public void What_is_read_back_is_what_was_written() => s_cell.Array[2, 6].Sample(cells =>
        Assert.Equal(cells, Read(cells).Select(cell => cell is ['\'', .. var rest] && CsvFile.MayBeFormula(rest) ? rest : cell)));

    [Fact]
    public void No_cell_begins_as_a_formula_does() => s_cell.Array[2, 6].Sample(cells =>
        Assert.All(Read(cells), cell => Assert.DoesNotContain(cell.TrimStart(' ', '"', '\u00A0', '\u200B').FirstOrDefault('a'), Dangerous)));

    private static IReadOnlyList<string> Read(string[] cells)
    {
        using StringReader text = new("," + Write(cells));
        return [.. Assert.Single(new CsvReader(text).Records()).Fields.Skip(1)];
    }

    private static string Write(string[] cells)
    {
        StringBuilder text = new();
        CsvFile.Append(text, cells);
        return text.ToString();
    }
}
