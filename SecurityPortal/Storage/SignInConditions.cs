using System.Collections.Immutable;
using System.Data.Common;
using System.Text;
using SecurityPortal.Domain;

namespace SecurityPortal.Storage;

/// <summary>Which rows of the sign-in log, in words that its table knows.</summary>
public sealed record SignInConditions
{
    public AccountId? Account { get; init; }

    /// <summary>One that no account has.</summary>
    public string? UnknownName { get; init; }

    public SourceRange? Source { get; init; }

    /// <summary>Null where any will do.</summary>
    public ImmutableArray<SignInCause>? Causes { get; init; }

    public MethodKind? Kind { get; init; }

    public string? RequestId { get; init; }

    public DateTimeOffset? From { get; init; }

    public DateTimeOffset? Until { get; init; }

    /// <summary>Whether an index leads to its rows, and to no others.</summary>
    internal bool IsIndexed => Account is not null || UnknownName is not null || RequestId is not null || Source is { IsOne: true };

    /// <summary>Whether rows may have to be passed over.</summary>
    internal bool IsSparse => !IsIndexed && (Source is not null || Causes is not null || Kind is not null);

    /// <summary>A plus keeps the store from going by an index that does not lead to the newest first.</summary>
    internal void Write(StringBuilder sql, DbCommand command)
    {
        Add(sql, command, "\"Account\" = {0}", Account?.Value.ToByteArray(bigEndian: true));
        Add(sql, command, "\"NameKey\" = {0} AND \"Account\" IS NULL", UnknownName);
        Add(sql, command, "\"RequestId\" = {0}", RequestId);
        Add(sql, command, "+\"Kind\" = {0}", Kind?.ToString());
        Add(sql, command, "+\"At\" >= {0}", From?.UtcTicks);
        Add(sql, command, "+\"At\" < {0}", Until?.UtcTicks);
        if (Source is { IsOne: true } one)
            Add(sql, command, "\"Source\" = {0}", one.Also);
        else if (Source is { } network)
            Add(sql, command, "((+\"Source\" >= {0} AND +\"Source\" < {1}) OR +\"Source\" = {2})", network.From, network.End, network.Also);
        if (Causes is { } causes)
            Add(sql, command, $"+\"Cause\" IN ({string.Join(", ", causes.Select((_, number) => $"{{{number}}}"))})", [.. causes.Select(cause => cause.ToString())]);
    }

    private static void Add(StringBuilder sql, DbCommand command, string condition, params object?[] values)
    {
        if (values.Contains(null))
            return;

        object[] names = [.. values.Select(value => (object)command.Take($"$p{command.Parameters.Count}", value!))];
        _ = sql.Append(" AND ").AppendFormat(System.Globalization.CultureInfo.InvariantCulture, condition, names);
    }
}
