using System.Diagnostics;
using SecurityPortal.Domain;
using SecurityPortal.Domain.Audit;
using SecurityPortal.Resources;

namespace SecurityPortal.Components.AdminPages;

/// <summary>A record of the audit log in words; filed in <see cref="AuditLogWords"/> under its action, its facts under their names.</summary>
internal static class AuditRecordText
{
    /// <summary>Ids say nothing to a reader; what they name stands beside them.</summary>
    private static readonly string[] s_unshown = [AuditFact.Method];

    public static string NameOf(AuditAction action) => Words($"Action_{action}");

    public static string OfDays(int days) => SignInLogWords.ResourceManager.GetString($"Days_{days}", SignInLogWords.Culture) ?? Words($"Days_{days}");

    /// <summary>Who did what, and to whom.</summary>
    public static string SentenceOf(AuditRecord record)
    {
        var by = record.By is null ? AuditLogWords.By_Portal : record.Role is { } role ? AuditLogWords.By_Role.With(record.ByName, AdminText.Of(role)) : record.ByName;
        return record.TargetName.Length == 0 ? AuditLogWords.Sentence.With(NameOf(record.Action), by) : AuditLogWords.Sentence_To.With(NameOf(record.Action), record.TargetName, by);
    }

    public static IReadOnlyList<string> FactsOf(AuditRecord record) =>
    [
        .. record.Facts.Where(fact => !s_unshown.Contains(fact.Key)).OrderBy(fact => fact.Key, StringComparer.Ordinal).Select(fact => AuditLogWords.Fact.With(NameOf(fact.Key), ValueOf(fact.Key, fact.Value))),
        .. record.Source is ActivityEntry.Portal or "" ? Array.Empty<string>() : [AuditLogWords.Fact.With(SignInLogWords.Source, record.Source)],
        .. record.RequestId.Length == 0 ? Array.Empty<string>() : [AuditLogWords.Fact.With(SignInLogWords.Request, record.RequestId)],
    ];

    // A fact that a later version has written is better shown by its name than not at all.
    private static string NameOf(string fact) => AuditLogWords.ResourceManager.GetString($"Fact_{fact}", AuditLogWords.Culture) ?? fact;

    private static string ValueOf(string fact, string value) => (fact, value) switch
    {
        (AuditFact.Cause, _) when Enum.TryParse<BlockReason>(value, out var reason) => AdminText.Of(reason),
        (AuditFact.RegionKind, _) when Enum.TryParse<RegionKind>(value, out var kind) => AdminText.Of(kind),
        (AuditFact.Channel, _) when Enum.TryParse<Channel>(value, out var channel) => AdminText.Of(channel),
        (AuditFact.Status, _) when Enum.TryParse<ChannelStatus>(value, out var status) => AdminText.Of(status),
        (AuditFact.Scope, _) => StaffWords.ResourceManager.GetString($"Scope_{value}", StaffWords.Culture) ?? value,
        (AuditFact.Roles, _) => string.Join(", ", value.Split(',').Select(role => Enum.TryParse<Role>(role, out var known) ? AdminText.Of(known) : role)),
        (_, "true") => AuditLogWords.Yes,
        (_, "false") => AuditLogWords.No,
        _ => value,
    };

    private static string Words(string key) =>
        AuditLogWords.ResourceManager.GetString(key, AuditLogWords.Culture) ?? throw new UnreachableException($"No words for {key}.");
}
