using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace SecurityPortal.Delivery.Gateways;

/// <summary>
/// A request to a provider, written once as JSON with gaps: <c>{to}</c>, <c>{toDigits}</c> (without its plus), <c>{from}</c>,
/// <c>{text}</c>, <c>{id}</c>, <c>{reportUrl}</c>, <c>{language}</c>.
/// </summary>
public sealed partial class WebhookBody(string template)
{
    public bool Holds(string gap) => template.Contains($"{{{gap}}}", StringComparison.Ordinal);

    /// <summary>Whether it is JSON with its gaps only inside strings: there, what fills them is escaped and stays inside.</summary>
    public bool IsSound()
    {
        try
        {
            using var filled = JsonDocument.Parse(Gap().Replace(template, "x"));
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    public string Fill(Dispatch message, string from, string? reportUrl) => Gap().Replace(template, gap => JavaScriptEncoder.Default.Encode(gap.Value switch
    {
        "{to}" => message.To,
        "{toDigits}" => message.To.TrimStart('+'),
        "{from}" => from,
        "{text}" => message.Text,
        "{id}" => $"{message.Id:D}",
        "{reportUrl}" => reportUrl ?? "",
        _ => message.Language,
    }));

    [GeneratedRegex(@"\{(to|toDigits|from|text|id|reportUrl|language)\}")]
    private static partial Regex Gap();
}
