using SecurityPortal.Domain.Audit;
using SecurityPortal.Resources;
using SecurityPortal.Service;

namespace SecurityPortal.Commands;

/// <summary>Writes the audit log, a line for each record, and looks at the chain on the way (R-HELP-8).</summary>
/// <param name="said">What is said of it, which never goes where the lines go.</param>
public sealed class ExportAuditCommand(SecurityInfoService service, TextWriter lines, TextWriter said)
{
    public const string Name = "export-audit";

    private static readonly PortalItself s_command = new();

    /// <returns>The exit code: 0 when all of it was written, and nothing in it is broken.</returns>
    public async Task<int> RunAsync(CancellationToken cancel)
    {
        AuditCheck check = new();
        AuditBreak? broken = null;
        var written = 0L;
        try
        {
            await foreach (var record in service.AuditAsync(s_command, new(), cancel))
            {
                // The same on every system: what was written here is checked anywhere.
                await lines.WriteAsync($"{AuditLine.Write(record)}\n");
                written++;
                broken ??= check.Take(record);
            }
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            await said.WriteLineAsync(AuditWords.Export_Stopped.With(written));
            return 1;
        }

        await lines.FlushAsync(cancel);
        await said.WriteLineAsync(broken is null ? AuditReport.Of(check) : AuditWords.Export_Broken.With(written, AuditReport.Of(broken)));
        return broken is null ? 0 : 1;
    }
}
