using System.Collections.Immutable;

namespace SecurityPortal.Tests.Walks;

/// <summary>Reads a table of words: a row for each operation, a column for each caller.</summary>
internal static class Table
{
    public static ImmutableDictionary<(string Operation, string Caller), string> Read(string text)
    {
        var rows = text.Split('\n').Select(row => row.Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToArray();
        var cells = from row in rows.Skip(1) from cell in row.Index().Skip(1) select KeyValuePair.Create((row[0], rows[0][cell.Index]), cell.Item);
        return cells.ToImmutableDictionary();
    }
}
