using System.Buffers;
using System.Globalization;
using System.Text;

namespace SecurityPortal.Web;

/// <summary>
/// Writes rows as RFC 4180 has it, for spreadsheets and scripts alike. Much of what is in a log was typed by strangers, and a
/// spreadsheet takes a cell that begins with an equals sign for a formula, in quotes or not: an apostrophe before it makes it
/// text. Whoever reads the file takes one apostrophe away where what follows it is such a cell.
/// </summary>
public static class CsvFile
{
    public const string ContentType = "text/csv; charset=utf-8";

    /// <summary>Without it a spreadsheet takes UTF-8 for something else.</summary>
    public const string ByteOrderMark = "\uFEFF";

    private static readonly SearchValues<char> s_ends = SearchValues.Create(",;\t| \"\r\n");

    public static void Append(StringBuilder text, IEnumerable<string?> cells)
    {
        var isFirst = true;
        foreach (var cell in cells)
        {
            if (!isFirst)
                _ = text.Append(',');
            isFirst = false;
            Append(text, cell ?? "");
        }

        _ = text.Append("\r\n");
    }

    // In quotes stands whatever one program or another may take for the end of a cell: the rest would be a cell of its own.
    private static void Append(StringBuilder text, string cell)
    {
        var defused = MayBeFormula(cell) ? "'" + cell : cell;
        if (defused.AsSpan().IndexOfAny(s_ends) < 0)
            _ = text.Append(defused);
        else
            _ = text.Append('"').Append(defused.Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"');
    }

    /// <summary>
    /// What counts is the first sign after blanks, invisible ones and quotes, which one program or another leaves out; and a
    /// tab or an end of line among them counts by itself.
    /// </summary>
    public static bool MayBeFormula(string cell)
    {
        foreach (var letter in cell)
        {
            if (letter is '\t' or '\r' or '\n')
                return true;

            if (!IsPassedOver(letter))
                return letter is '=' or '+' or '-' or '@'
                    or '\uFF1D' or '\uFF0B' or '\uFF0D' or '\uFF20' // full width
                    or '\uFE66' or '\uFE62' or '\uFE63' or '\uFE6B' // small
                    or '\u2212' or '\u207A' or '\u207B' or '\u207C'; // minus, and raised
        }

        return false;
    }

    private static bool IsPassedOver(char letter) =>
        letter is '"' or '\'' or '`' or '\uFF02' or '\uFF07' or (>= '\u2018' and <= '\u201F')
        || char.GetUnicodeCategory(letter) is UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.Control or UnicodeCategory.Format;
}
