using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;

namespace SecurityPortal.Domain.Audit;

/// <summary>Why a line of a file is no record.</summary>
public enum AuditLineFault
{
    Blank,
    TooLong,

    /// <summary>Cut off, or never JSON.</summary>
    NotJson,

    /// <summary>It lacks a field, has one more, or one holds what no such field can; or a newer version knows more than this one.</summary>
    NotARecord,

    /// <summary>It says something as the portal never writes it: with blanks, in another order, in other letters.</summary>
    OtherwiseWritten,
}

// Strictly: a line that says the same in other bytes is not what was exported.
public static partial class AuditLine
{
    private static readonly string[] s_fields =
    [
        "number", "at", "by", "byName", "role", "action", "target", "targetName", "reason", "ticket", "facts", "source", "requestId", "previousHash", "hash",
    ];

    public static AuditRecord? Read(string line, out AuditLineFault? fault)
    {
        fault = line switch
        {
            _ when line.Length > MostBytes => AuditLineFault.TooLong,
            _ when string.IsNullOrWhiteSpace(line) => AuditLineFault.Blank,
            _ => null,
        };
        if (fault is not null)
            return null;

        var record = Parse(line, out fault);
        if (record is not null && Write(record) != line)
            fault = AuditLineFault.OtherwiseWritten;
        return fault is null ? record : null;
    }

    private static AuditRecord? Parse(string line, out AuditLineFault? fault)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            var record = RecordOf(json.RootElement);
            fault = record is null ? AuditLineFault.NotARecord : null;
            return record;
        }
        catch (JsonException)
        {
            fault = AuditLineFault.NotJson;
            return null;
        }
        catch (Exception exception) when (exception is InvalidOperationException or FormatException)
        {
            // A field holds something else than its kind, or half a letter.
            fault = AuditLineFault.NotARecord;
            return null;
        }
    }

    private static AuditRecord? RecordOf(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object || !json.EnumerateObject().Select(field => field.Name).SequenceEqual(s_fields))
            return null;

        var values = json.EnumerateObject().ToDictionary(field => field.Name, field => field.Value, StringComparer.Ordinal);
        return new()
        {
            Number = values["number"].GetInt64(),
            At = DateTimeOffset.ParseExact(Text("at"), Instants, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal),
            By = IdOf(values["by"]),
            ByName = Text("byName"),
            Role = values["role"].GetString() is { } role ? Named<Role>(role) : null,
            Action = Named<AuditAction>(Text("action")),
            Target = IdOf(values["target"]),
            TargetName = Text("targetName"),
            Reason = Text("reason"),
            Ticket = Text("ticket"),
            Facts = FactsOf(values["facts"]),
            Source = Text("source"),
            RequestId = Text("requestId"),
            PreviousHash = Text("previousHash"),
            Hash = Text("hash"),
        };

        string Text(string field) => values[field].GetString() ?? throw new FormatException(field);
    }

    private static AccountId? IdOf(JsonElement value) => value.GetString() is { } id ? new(Guid.ParseExact(id, "D")) : null;

    private static T Named<T>(string name)
        where T : struct, Enum => Enum.TryParse(name, out T named) && Enum.IsDefined(named) ? named : throw new FormatException(name);

    private static ImmutableDictionary<string, string> FactsOf(JsonElement facts)
    {
        var read = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var fact in facts.EnumerateObject())
            read[fact.Name] = fact.Value.GetString() ?? throw new FormatException(fact.Name);
        return read.ToImmutable();
    }
}
