using SecurityPortal.Domain.Audit;
using SecurityPortal.Resources;

namespace SecurityPortal.Commands;

/// <summary>Checks an exported audit log by nothing but itself: no store, no settings, no key (R-HELP-8).</summary>
public sealed class VerifyAuditCommand(TextWriter output, TextWriter errors)
{
    public const string Name = "verify-audit";

    public const int Unbroken = 0;
    public const int Broken = 1;
    public const int NotRead = 2;

    /// <returns>The exit code.</returns>
    public int Run(IReadOnlyList<string> arguments)
    {
        if (arguments is not [var path] || path.StartsWith('-'))
        {
            errors.WriteLine(AuditWords.Verify_Usage);
            return NotRead;
        }

        try
        {
            using var file = File.OpenRead(path);
            return Check(file);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            errors.WriteLine(AuditWords.Verify_CannotBeRead.With(Printable.Of(path), exception.Message.ReplaceLineEndings(" ")));
            return NotRead;
        }
    }

    public int Check(Stream file)
    {
        AuditLines lines = new(file);
        AuditCheck check = new();
        foreach (var line in lines.Read())
        {
            if (FaultOf(line, check) is not { } fault)
                continue;

            output.WriteLine(check.Last is { } last ? AuditWords.Broken.With(line.Number, last.Number + 1, fault) : AuditWords.Broken_First.With(line.Number, fault));
            return Broken;
        }

        output.WriteLine(AuditReport.Of(check));
        foreach (var remark in RemarksOn(lines))
            output.WriteLine(remark);
        return check.Count > 0 ? Unbroken : Broken;
    }

    private static string? FaultOf(AuditFileLine line, AuditCheck check)
    {
        if (line.Text is null)
            return AuditReport.Of(AuditLineFault.TooLong);

        if (AuditLine.Read(line.Text, out var fault) is not { } record)
            return AuditReport.Of(fault ?? AuditLineFault.NotARecord);

        return check.Take(record) is { } found ? AuditReport.Of(found) : null;
    }

    /// <summary>That somebody has saved it anew, which is worth knowing, though no record was touched.</summary>
    private static IEnumerable<string> RemarksOn(AuditLines lines)
    {
        if (lines.HasMark)
            yield return AuditWords.Remark_Mark;
        if (lines.HasWindowsEnds)
            yield return AuditWords.Remark_WindowsEnds;
        if (lines.HasEmptyEnd)
            yield return AuditWords.Remark_EmptyEnd;
    }
}
