using System.Globalization;
using System.Text;
using SecurityPortal.Domain;
using SecurityPortal.Service;

namespace SecurityPortal.Web;

/// <summary>The sign-in log as a file, sent while it is read: as long as it is, in memory that does not grow (R-HELP-9).</summary>
public static class SignInFile
{
    public const string Path = $"{LogPage}.csv";

    /// <summary>Where the same is read, and why it cannot be had is said.</summary>
    public const string LogPage = "/help-desk/sign-ins";

    /// <summary>Published, as the names of results and causes are.</summary>
    private static readonly string[] s_columns =
        ["id", "time", "account", "name", "result", "cause", "group", "method", "source", "country", "city", "browser", "risk", "signals", "answer", "request"];

    public static void MapSignInFile(this IEndpointRouteBuilder routes) =>
        routes.MapGet(Path, (HttpContext context, SecurityInfoService service, TimeProvider clock) => AnswerAsync(context, service, clock)).RequireAuthorization(Reach.StaffPolicy);

    private static async Task AnswerAsync(HttpContext context, SecurityInfoService service, TimeProvider clock)
    {
        if (SignInFilter.Read(context.Request.QueryString.Value ?? "") is not { } filter)
        {
            context.Response.Redirect(LogPage);
            return;
        }

        var export = await service.ExportSignInsAsync(context.Owner!, filter, context.RequestAborted);
        if (export.Refusal is not null)
        {
            // The page says why.
            context.Response.Redirect($"{LogPage}{context.Request.QueryString}");
            return;
        }

        context.Response.ContentType = CsvFile.ContentType;
        context.Response.Headers.ContentDisposition = string.Create(CultureInfo.InvariantCulture, $"attachment; filename=\"sign-ins-{clock.GetUtcNow():yyyy-MM-dd-HHmm}.csv\"");
        await WriteAsync(context, export);
    }

    private static async Task WriteAsync(HttpContext context, SignInExport export)
    {
        StringBuilder text = new(CsvFile.ByteOrderMark);
        CsvFile.Append(text, s_columns);
        await SendAsync(context, text);
        await foreach (var batch in export.Batches)
        {
            if (batch.Refusal is not null)
            {
                // A file that ended well would look like all of it.
                context.Abort();
                return;
            }

            foreach (var tried in batch.SignIns)
                CsvFile.Append(text, CellsOf(tried));
            await SendAsync(context, text);
        }
    }

    private static async Task SendAsync(HttpContext context, StringBuilder text)
    {
        // One encoder for all parts: a letter of two signs may lie across them.
        var encoder = Encoding.UTF8.GetEncoder();
        foreach (var part in text.GetChunks())
            encoder.Convert(part.Span, context.Response.BodyWriter, flush: false, out _, out _);
        _ = text.Clear();
        _ = await context.Response.BodyWriter.FlushAsync(context.RequestAborted);
    }

    private static string?[] CellsOf(LoggedSignIn tried) =>
    [
        tried.Id.ToString(CultureInfo.InvariantCulture),
        tried.At.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture),
        tried.Account?.ToString(), tried.Name, tried.Cause.Result.ToString(), tried.Cause.ToString(), tried.Cause.Group.ToString(), tried.Kind?.ToString(),
        tried.Source, tried.Country, tried.City, tried.Browser, tried.Score.ToString(CultureInfo.InvariantCulture), string.Join(' ', tried.Signals), tried.Answer?.ToString(), tried.RequestId,
    ];
}
