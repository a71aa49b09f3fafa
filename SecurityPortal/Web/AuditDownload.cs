using System.Globalization;
using System.Text;
using SecurityPortal.Domain.Audit;
using SecurityPortal.Service;

namespace SecurityPortal.Web;

/// <summary>The audit log as a file, a line for each record, sent while it is read: <c>verify-audit</c> proves it (R-HELP-8).</summary>
public static class AuditDownload
{
    public const string Path = $"{LogPage}.jsonl";

    /// <summary>Where the same is read, and why it cannot be had is said.</summary>
    public const string LogPage = "/admin/audit";

    public static void MapAuditDownload(this IEndpointRouteBuilder routes) =>
        routes.MapGet(Path, (HttpContext context, SecurityInfoService service, TimeProvider clock) => AnswerAsync(context, service, clock)).RequireAuthorization(Reach.StaffPolicy);

    private static async Task AnswerAsync(HttpContext context, SecurityInfoService service, TimeProvider clock)
    {
        var export = await service.ExportAuditAsync(context.Owner!, context.RequestAborted);
        if (export.Refusal is not null)
        {
            // The page says why.
            context.Response.Redirect(LogPage);
            return;
        }

        context.Response.ContentType = "application/jsonl";
        context.Response.Headers.ContentDisposition = string.Create(CultureInfo.InvariantCulture, $"attachment; filename=\"audit-{clock.GetUtcNow():yyyy-MM-dd-HHmm}.jsonl\"");
        await foreach (var batch in export.Batches)
        {
            if (batch.Refusal is not null)
            {
                // A file that ended well would look like all of it.
                context.Abort();
                return;
            }

            foreach (var record in batch.Records)
                _ = Encoding.ASCII.GetBytes($"{AuditLine.Write(record)}\n", context.Response.BodyWriter);
            _ = await context.Response.BodyWriter.FlushAsync(context.RequestAborted);
        }
    }
}
