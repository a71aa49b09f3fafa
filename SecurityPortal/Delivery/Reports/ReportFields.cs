using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;

namespace SecurityPortal.Delivery.Reports;

/// <summary>What stands in a call-back: in its JSON or its form, else in its address.</summary>
public sealed class ReportFields(JsonElement? json, IReadOnlyDictionary<string, StringValues> fields)
{
    private static readonly JsonDocumentOptions s_shallow = new() { MaxDepth = 16 };

    private static readonly UTF8Encoding s_strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <param name="path">The name of a field; or names and places in JSON, <c>results.0.status</c>.</param>
    public string? this[string path] => InJsonOrNone(path) ?? (fields.TryGetValue(path, out var values) ? values[0] : null);

    /// <summary>Null for what cannot be read.</summary>
    /// <param name="body">Of what type, and its bytes: none for a GET.</param>
    public static ReportFields? Read(string query, (string Type, ReadOnlyMemory<byte> Bytes) body)
    {
        var asked = QueryHelpers.ParseQuery(query);
        try
        {
            return IsJson(body.Type) ? new(JsonDocument.Parse(body.Bytes, s_shallow).RootElement, asked)
                : IsForm(body.Type) ? new(json: null, Both(QueryHelpers.ParseQuery(s_strict.GetString(body.Bytes.Span)), asked))
                : new(json: null, asked);
        }
        catch (Exception exception) when (exception is JsonException or DecoderFallbackException)
        {
            return null;
        }
    }

    private string? InJsonOrNone(string path)
    {
        try
        {
            return InJson(path);
        }
        catch (InvalidOperationException)
        {
            // Half a letter is no text.
            return null;
        }
    }

    private string? InJson(string path)
    {
        var found = json;
        foreach (var step in path.Split('.'))
            found = found is { } within ? Step(within, step) : null;
        return found switch
        {
            { ValueKind: JsonValueKind.String } text => text.GetString(),
            { ValueKind: JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False } value => value.GetRawText(),
            _ => null,
        };
    }

    private static JsonElement? Step(JsonElement within, string step) => within.ValueKind switch
    {
        JsonValueKind.Object when within.TryGetProperty(step, out var found) => found,
        JsonValueKind.Array when int.TryParse(step, NumberStyles.None, CultureInfo.InvariantCulture, out var place) && place < within.GetArrayLength() => within[place],
        _ => null,
    };

    private static Dictionary<string, StringValues> Both(Dictionary<string, StringValues> form, Dictionary<string, StringValues> asked)
    {
        foreach (var (name, values) in asked)
            _ = form.TryAdd(name, values);
        return form;
    }

    private static bool IsJson(string type) =>
        type.Equals("application/json", StringComparison.OrdinalIgnoreCase) || type.EndsWith("+json", StringComparison.OrdinalIgnoreCase);

    private static bool IsForm(string type) => type.Equals("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase);
}
