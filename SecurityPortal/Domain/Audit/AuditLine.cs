using System.Globalization;
using System.Text;

namespace SecurityPortal.Domain.Audit;

// {"number":7,"at":"2026-11-23T12:00:00.0000000Z","by":null,"byName":"portal",…,"previousHash":"…","hash":"…"}
/// <summary>
/// A record as one line of JSON, which can be written in one way only: its fields in one order, all of them, no blanks, and
/// of other letters than ASCII's their code. So the line is hashed as it stands, without its last field, and whoever has a
/// file needs nothing but SHA-256 to check it.
/// </summary>
public static partial class AuditLine
{
    /// <summary>No record is longer, however many letters of its texts need a code.</summary>
    public const int MostBytes = 256 * 1024;

    private const string Instants = "yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'";

    public static string Write(AuditRecord record) => $"{ContentOf(record)[..^1]},\"hash\":{Quoted(record.Hash)}}}";

    /// <summary>What is hashed.</summary>
    public static string ContentOf(AuditRecord record)
    {
        StringBuilder line = new("{\"number\":");
        _ = line.Append(record.Number.ToString(CultureInfo.InvariantCulture));
        Add(line, "at", record.At.UtcDateTime.ToString(Instants, CultureInfo.InvariantCulture));
        Add(line, "by", record.By?.ToString());
        Add(line, "byName", record.ByName);
        Add(line, "role", record.Role?.ToString());
        Add(line, "action", record.Action.ToString());
        Add(line, "target", record.Target?.ToString());
        Add(line, "targetName", record.TargetName);
        Add(line, "reason", record.Reason);
        Add(line, "ticket", record.Ticket);
        _ = line.Append(",\"facts\":{").AppendJoin(',', record.Facts.OrderBy(fact => fact.Key, StringComparer.Ordinal).Select(fact => $"{Quoted(fact.Key)}:{Quoted(fact.Value)}")).Append('}');
        Add(line, "source", record.Source);
        Add(line, "requestId", record.RequestId);
        Add(line, "previousHash", record.PreviousHash);
        return line.Append('}').ToString();
    }

    private static void Add(StringBuilder line, string name, string? value) =>
        line.Append(",\"").Append(name).Append("\":").Append(value is null ? "null" : Quoted(value));

    // Written here, not by a serializer: which letters one escapes may change with its version, and hashes would with it.
    private static string Quoted(string text)
    {
        StringBuilder quoted = new("\"", text.Length + 2);
        foreach (var letter in text)
        {
            _ = letter switch
            {
                '"' or '\\' => quoted.Append('\\').Append(letter),
                >= ' ' and <= '~' => quoted.Append(letter),
                _ => quoted.Append("\\u").Append(((int)letter).ToString("x4", CultureInfo.InvariantCulture)),
            };
        }

        return quoted.Append('"').ToString();
    }
}
