using SecurityPortal.Domain.Audit;
using SecurityPortal.Resources;

namespace SecurityPortal.Commands;

/// <summary>What a look at the audit log has found, in words.</summary>
internal static class AuditReport
{
    /// <summary>Of a log in which nothing is broken.</summary>
    public static string Of(AuditCheck check) => check switch
    {
        { Last: null } => AuditWords.NoRecords,
        { Last: { } last, BeginsLater: true } => $"{Unbroken(check, last)} {AuditWords.BeginsLater.With(check.First)}",
        { Last: { } last } => Unbroken(check, last),
    };

    public static string Of(AuditBreak found) => found switch
    {
        AuditBreak.Altered altered => AuditWords.Break_Altered.With(altered.Number),
        AuditBreak.Missing missing when missing.From == missing.To => AuditWords.Break_MissingOne.With(missing.From),
        AuditBreak.Missing missing => AuditWords.Break_Missing.With(missing.From, missing.To),
        AuditBreak.OutOfOrder order => AuditWords.Break_OutOfOrder.With(order.Number, order.After),
        AuditBreak.ChainBroken chain => AuditWords.Break_Chain.With(chain.Number),
        _ => throw new ArgumentOutOfRangeException(nameof(found)),
    };

    public static string Of(AuditLineFault fault) => fault switch
    {
        AuditLineFault.Blank => AuditWords.Line_Blank,
        AuditLineFault.TooLong => AuditWords.Line_TooLong.With(AuditLine.MostBytes),
        AuditLineFault.NotJson => AuditWords.Line_NotJson,
        AuditLineFault.NotARecord => AuditWords.Line_NotARecord,
        AuditLineFault.OtherwiseWritten => AuditWords.Line_OtherwiseWritten,
    };

    private static string Unbroken(AuditCheck check, AuditRecord last) => check.Count == 1
        ? AuditWords.Unbroken_One.With(last.Number, last.Hash)
        : AuditWords.Unbroken.With(check.Count, check.First, last.Number, last.Hash);
}
