using SecurityPortal.Resources;

namespace SecurityPortal.Commands;

/// <summary>Which of a file's columns holds what; they may stand in any order.</summary>
public sealed class ImportColumns
{
    private static readonly string[] s_known =
        ["name", "displayName", "language", "country", "roles", "email", "phone", "password"];

    private readonly Dictionary<string, int> _places = new(StringComparer.OrdinalIgnoreCase);

    private ImportColumns(IReadOnlyList<string> header)
    {
        Count = header.Count;
        foreach (var (place, column) in header.Index())
            _ = _places.TryAdd(column.Trim(), place);
    }

    public int Count { get; }

    public static ImportColumns? Read(IReadOnlyList<string> header, out string? reason)
    {
        ImportColumns columns = new(header);
        reason = columns.Fault();
        return reason is null ? columns : null;
    }

    /// <summary>Empty where the file has no such column.</summary>
    public string Of(IReadOnlyList<string> fields, string column) =>
        _places.TryGetValue(column, out var place) ? fields[place] : "";

    private string? Fault()
    {
        string[] unknown = [.. _places.Keys.Except(s_known, StringComparer.OrdinalIgnoreCase)];
        return unknown switch
        {
            [var first, ..] => ImportWords.Header_Unknown.With(Printable.Of(first), string.Join(", ", s_known)),
            _ when _places.Count < Count => ImportWords.Header_Twice,
            _ when !_places.ContainsKey("name") => ImportWords.Header_Missing.With("name"),
            _ => null,
        };
    }
}
