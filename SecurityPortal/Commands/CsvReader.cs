using System.Text;

namespace SecurityPortal.Commands;

public enum CsvFault
{
    QuoteInField,
    TextAfterQuote,
    QuoteNotClosed,
    TooLong,
    NotUtf8,
    CannotBeRead,
}

/// <param name="Row">As a spreadsheet counts: the header is row 1.</param>
/// <param name="Fault">Why this row, and with it the rest of the file, cannot be told apart into fields.</param>
public sealed record CsvRecord(int Row, IReadOnlyList<string> Fields, CsvFault? Fault = null);

/// <summary>Reads the records of RFC 4180 one at a time, strictly: what can be read in two ways is not read at all.</summary>
public sealed class CsvReader(TextReader text)
{
    /// <summary>Of one record: a quote that is never closed does not swallow the whole file.</summary>
    public const int MostCharacters = 64 * 1024;

    private const int End = -1;

    private readonly StringBuilder _field = new();
    private int _left;
    private int? _ahead;

    public IEnumerable<CsvRecord> Records()
    {
        for (var row = 1; ; row++)
        {
            var record = Next(row);
            if (record is null)
                yield break;

            if (record is { Fields: not [""] } or { Fault: not null })
                yield return record;

            if (record.Fault is not null)
                yield break;
        }
    }

    private CsvRecord? Next(int row)
    {
        List<string> fields = [];
        try
        {
            return Peek() == End ? null : new(row, fields, ReadFields(fields));
        }
        catch (DecoderFallbackException)
        {
            return new(row, fields, CsvFault.NotUtf8);
        }
        catch (IOException)
        {
            return new(row, fields, CsvFault.CannotBeRead);
        }
    }

    private CsvFault? ReadFields(List<string> fields)
    {
        _left = MostCharacters;
        int after;
        do
        {
            if (ReadField(out after) is { } fault)
                return fault;

            fields.Add(_field.ToString());
        }
        while (after == ',');

        if (after == '\r' && Peek() == '\n')
            _ = Read();
        return null;
    }

    private CsvFault? ReadField(out int after)
    {
        _ = _field.Clear();
        if (Peek() == '"')
            return ReadQuoted(out after);

        while (!EndsField(after = Read()))
        {
            if (after == '"')
                return CsvFault.QuoteInField;

            if (!Keep(after))
                return CsvFault.TooLong;
        }

        return null;
    }

    private CsvFault? ReadQuoted(out int after)
    {
        _ = Read();
        for (after = Read(); after != End; after = Read())
        {
            if (after == '"' && Peek() != '"')
                return EndsField(after = Read()) ? null : CsvFault.TextAfterQuote;

            if (after == '"')
                _ = Read();
            if (!Keep(after))
                return CsvFault.TooLong;
        }

        return CsvFault.QuoteNotClosed;
    }

    private bool Keep(int letter)
    {
        _ = _field.Append((char)letter);
        return --_left > 0;
    }

    private int Read()
    {
        var letter = Peek();
        _ahead = null;
        return letter;
    }

    // A reader's own Peek may take a pipe that is slow for one that has ended.
    private int Peek() => _ahead ??= text.Read();

    private static bool EndsField(int letter) => letter is ',' or '\n' or '\r' or End;
}
