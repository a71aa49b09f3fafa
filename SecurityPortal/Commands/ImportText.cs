using SecurityPortal.Resources;
using SecurityPortal.Service;

namespace SecurityPortal.Commands;

/// <summary>What an import says, a line for each row. A password is in none of it.</summary>
internal static class ImportText
{
    public static string Of(RowResult result)
    {
        var outcome = result.Outcome is { } came ? Of(came) : ImportWords.Outcome_Refused.With(result.Reason);
        return result.Name.Length == 0
            ? ImportWords.Line_NoName.With(result.Row, outcome)
            : ImportWords.Line.With(result.Row, Printable.Of(result.Name), outcome);
    }

    public static string Of(CsvFault fault) => fault switch
    {
        CsvFault.QuoteInField => ImportWords.Csv_QuoteInField,
        CsvFault.TextAfterQuote => ImportWords.Csv_TextAfterQuote,
        CsvFault.QuoteNotClosed => ImportWords.Csv_QuoteNotClosed,
        CsvFault.TooLong => ImportWords.Csv_TooLong.With(CsvReader.MostCharacters),
        CsvFault.NotUtf8 => ImportWords.Csv_NotUtf8,
        CsvFault.CannotBeRead => ImportWords.Csv_CannotBeRead,
    };

    private static string Of(ImportOutcome outcome) => outcome switch
    {
        ImportOutcome.Added => ImportWords.Outcome_Added,
        ImportOutcome.WouldBeAdded => ImportWords.Outcome_WouldBeAdded,
        ImportOutcome.AlreadyThere => ImportWords.Outcome_AlreadyThere,
    };
}
