using System.Security.Cryptography;
using System.Text;

namespace SecurityPortal.Domain.Audit;

/// <summary>Each record holds the hash of the one before it, so none can be changed, left out or put in without all that follow.</summary>
public static class AuditChain
{
    /// <summary>What the first record of all has for the hash of the one before it.</summary>
    public const string Beginning = "0000000000000000000000000000000000000000000000000000000000000000";

    /// <summary>SHA-256 in hexadecimal.</summary>
    public static string HashOf(AuditRecord record) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(AuditLine.ContentOf(record))));

    /// <summary>The record that follows on from the last; null where there is none yet.</summary>
    /// <param name="named">As the accounts are called now.</param>
    public static AuditRecord Next(AuditRecord? last, AuditEntry entry, AuditNames named, string source, string requestId, DateTimeOffset now)
    {
        AuditRecord record = new()
        {
            Number = (last?.Number ?? 0) + 1,
            At = now.ToUniversalTime(),
            By = entry.By,
            ByName = AuditText.Other(named.By),
            Role = entry.Role,
            Action = entry.Action,
            Target = entry.Target,
            TargetName = AuditText.Other(named.Target),
            Reason = AuditText.Reason(entry.Reason),
            Ticket = AuditText.Other(entry.Ticket),
            Facts = AuditText.Facts(entry.Facts),
            Source = AuditText.Other(source),
            RequestId = AuditText.Other(requestId),
            PreviousHash = last?.Hash ?? Beginning,
        };
        return record with { Hash = HashOf(record) };
    }
}

/// <summary>Who did it and to whom, by name.</summary>
public sealed record AuditNames(string By, string Target);
