namespace SecurityPortal.Domain.Audit;

/// <summary>
/// Looks at records one after another, and remembers no more of them than the last. A log may begin later than with record
/// 1, because the earliest are not kept for ever: what the first says of the one before it is then taken as it stands.
/// </summary>
public sealed class AuditCheck
{
    public long Count { get; private set; }

    /// <summary>0 before the first.</summary>
    public long First { get; private set; }

    public AuditRecord? Last { get; private set; }

    public bool BeginsLater => First > 1;

    /// <summary>Null where it follows on from those before it. Nothing is to be taken after one that does not.</summary>
    public AuditBreak? Take(AuditRecord record)
    {
        if (BreakOf(record) is { } found)
            return found;

        if (Last is null)
            First = record.Number;
        (Last, Count) = (record, Count + 1);
        return null;
    }

    /// <summary>Of all records in order; the first that is broken.</summary>
    public static AuditBreak? FirstBreak(IEnumerable<AuditRecord> records)
    {
        AuditCheck check = new();
        return records.Select(check.Take).FirstOrDefault(found => found is not null);
    }

    private AuditBreak? BreakOf(AuditRecord record) => record switch
    {
        _ when record.Number < 1 || AuditChain.HashOf(record) != record.Hash => new AuditBreak.Altered(record.Number),
        _ when Last is { } last && record.Number > last.Number + 1 => new AuditBreak.Missing(last.Number + 1, record.Number - 1),
        _ when Last is { } last && record.Number <= last.Number => new AuditBreak.OutOfOrder(record.Number, last.Number),
        _ when PreviousOf(record) != record.PreviousHash => new AuditBreak.ChainBroken(record.Number),
        _ => null,
    };

    private string PreviousOf(AuditRecord record) => Last switch
    {
        { } last => last.Hash,
        null when record.Number == 1 => AuditChain.Beginning,
        null => record.PreviousHash,
    };
}
