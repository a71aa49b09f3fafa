using System.Collections.Immutable;
using System.Text;
using SecurityPortal.Domain;
using SecurityPortal.Domain.Audit;
using SecurityPortal.Service;

namespace SecurityPortal.Tests.Support;

/// <summary>The audit log as tests look at it, and records that were never in a store.</summary>
public static class Audits
{
    extension(Portal portal)
    {
        public async Task<List<AuditRecord>> AuditAsync(AuditFilter? filter = null) =>
            await portal.Service.AuditAsync(new PortalItself(), filter ?? new(), People.Cancel).ToListAsync(People.Cancel);
    }

    /// <summary>In few words: what, to whom, why, and the facts but for ids.</summary>
    public static string InWords(this AuditRecord record) => string.Join(' ', (string[])[
        $"{record.Action}",
        $"[{record.TargetName}]",
        $"“{record.Reason}”",
        .. record.Facts.Where(fact => fact.Key is not (AuditFact.Method or AuditFact.Request or AuditFact.Case)).OrderBy(fact => fact.Key, StringComparer.Ordinal).Select(fact => $"{fact.Key}={fact.Value}"),
    ]);

    /// <summary>So many, one after another, with letters of all kinds in them.</summary>
    public static ImmutableArray<AuditRecord> Chain(int count)
    {
        var records = ImmutableArray.CreateBuilder<AuditRecord>();
        for (var number = 1; number <= count; number++)
            records.Add(AuditChain.Next(records.LastOrDefault(), Entry(number), new("portal", $"Zoë {number}"), "portal", $"request-{number}", Portal.Noon.AddMinutes(number)));
        return records.ToImmutable();
    }

    public static byte[] File(IEnumerable<AuditRecord> records) => Encoding.ASCII.GetBytes(string.Concat(records.Select(record => $"{AuditLine.Write(record)}\n")));

    private static AuditEntry Entry(int number) => new(number % 2 == 0 ? AuditAction.BlockSet : AuditAction.RegionLifted)
    {
        By = number % 3 == 0 ? AccountId.New(Portal.Noon) : null,
        Role = number % 3 == 0 ? Role.HelpDesk : null,
        Reason = $"„Grüße“ \\ \"quoted\"\t+ 木 {number}",
        Ticket = $"T-{number}",
        Facts = ImmutableDictionary<string, string>.Empty.Add("scope", "Method").Add("cause", "Region"),
    };
}
