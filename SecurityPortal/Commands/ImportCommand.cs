using SecurityPortal.Domain;
using SecurityPortal.Resources;
using SecurityPortal.Service;

namespace SecurityPortal.Commands;

/// <summary>
/// Makes the accounts of a file, and says of every row what came of it. It can be run again: what is there stays as it is
/// (R-HELP-11).
/// </summary>
public sealed class ImportCommand(SecurityInfoService service, TextWriter output)
{
    public const string Name = "import";

    /// <summary>Under way at once, so that the store commits many rows together.</summary>
    private const int MostUnderWay = 64;

    private static readonly PortalItself s_command = new();

    private readonly Queue<Task<RowResult>> _underWay = new();
    private readonly Dictionary<string, int> _seen = new(StringComparer.Ordinal);
    private readonly ImportTally _tally = new();

    /// <returns>The exit code: 0 when every row was read and none was refused.</returns>
    public async Task<int> RunAsync(TextReader file, bool isDryRun, CancellationToken cancel)
    {
        using var records = new CsvReader(file).Records().GetEnumerator();
        if (Header(records, out var reason) is not { } columns)
        {
            await output.WriteLineAsync(reason);
            return 1;
        }

        while (!cancel.IsCancellationRequested && records.MoveNext())
        {
            _underWay.Enqueue(ImportAsync(columns, records.Current, isDryRun, cancel));
            if (_underWay.Count == MostUnderWay)
                await TellAsync();
        }

        while (_underWay.Count > 0)
            await TellAsync();
        await output.WriteLineAsync(_tally.InWords(isDryRun));

        // Whoever has stopped it has stopped the rows; what was stored until then is told all the same.
        if (!isDryRun)
            await service.NoteImportAsync(s_command, _tally.Counts, CancellationToken.None);
        if (cancel.IsCancellationRequested)
            await output.WriteLineAsync(ImportWords.Stopped);
        return _tally.Refused == 0 && !cancel.IsCancellationRequested ? 0 : 1;
    }

    private static ImportColumns? Header(IEnumerator<CsvRecord> records, out string? reason)
    {
        reason = ImportWords.Header_Empty;
        if (!records.MoveNext())
            return null;

        reason = records.Current.Fault is { } fault ? ImportText.Of(fault) : null;
        return reason is null ? ImportColumns.Read(records.Current.Fields, out reason) : null;
    }

    private async Task<RowResult> ImportAsync(ImportColumns columns, CsvRecord record, bool isDryRun, CancellationToken cancel)
    {
        if (record.Fault is { } fault)
            return new(record.Row, "", null, $"{ImportText.Of(fault)} {ImportWords.Rest_NotRead}");

        ImportRow row = new(columns, record.Fields);
        if (row.Read(out var reason) is not { } import)
            return new(record.Row, row.Name, null, reason);

        if (!_seen.TryAdd(AccountName.KeyOf(row.Name), record.Row))
            return new(record.Row, row.Name, null, ImportWords.Row_Twice.With(_seen[AccountName.KeyOf(row.Name)]));

        return await StoreAsync(record.Row, row.Name, import, isDryRun, cancel);
    }

    /// <summary>A failure is told in its row's place, too: else nobody could tell what was stored before it.</summary>
    private async Task<RowResult> StoreAsync(int row, string name, AccountImport import, bool isDryRun, CancellationToken cancel)
    {
        try
        {
            var answer = await service.ImportAsync(s_command, import, isDryRun, cancel);
            var reason = answer.Refusal is { } refusal ? RefusalText.Of(refusal, default, TimeZoneInfo.Utc) : null;
            return new(row, name, answer.Outcome, reason);
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            return new(row, name, null, ImportWords.Row_Stopped);
        }
        catch (Exception exception)
        {
            return new(row, name, null, ImportWords.Row_Failed.With(Printable.Of(exception.GetBaseException().Message)));
        }
    }

    private async Task TellAsync()
    {
        var result = await _underWay.Dequeue();
        _tally.Count(result);
        await output.WriteLineAsync(ImportText.Of(result));
    }
}

/// <param name="Outcome">Null when the row was refused, for that reason.</param>
public sealed record RowResult(int Row, string Name, ImportOutcome? Outcome, string? Reason);
