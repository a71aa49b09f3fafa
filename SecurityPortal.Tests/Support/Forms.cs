using System.Text.RegularExpressions;

namespace SecurityPortal.Tests.Support;

/// <summary>Plain forms as a browser would send them.</summary>
public static partial class Forms
{
    public static string TokenIn(string html) => Token().Match(html).Groups[1].Value;

    public static FormUrlEncodedContent Of(params (string Name, string Value)[] fields) =>
        new(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
