using System.Globalization;

namespace SecurityPortal.Service;

/// <summary>
/// Keeps numbers, masks and addresses reading from left to right where the words around them do not. Unicode's isolates do
/// it in plain text; in a mail's HTML they become its own element for that.
/// </summary>
internal static class Isolates
{
    private const char Start = '\u2066';
    private const char End = '\u2069';

    /// <summary>As it is for readers from left to right: to them the signs would only be letters that cost.</summary>
    public static string Around(string fact, CultureInfo reader) =>
        reader.TextInfo.IsRightToLeft && fact.Length > 0 ? $"{Start}{fact}{End}" : fact;

    public static string AsMarkup(string encoded) => encoded
        .Replace($"{Start}", "<bdi dir=\"ltr\">", StringComparison.Ordinal)
        .Replace($"{End}", "</bdi>", StringComparison.Ordinal);
}
