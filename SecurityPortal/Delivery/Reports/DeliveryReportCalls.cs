using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;
using SecurityPortal.Domain;

namespace SecurityPortal.Delivery.Reports;

/// <summary>
/// Takes the call-backs of gateways, and nothing else. Only the signature in its address lets one in, so it comes before
/// what is there for browsers: a gateway in the building may know the portal by another name, over plain http, and has
/// neither cookies nor an origin.
/// </summary>
public sealed partial class DeliveryReportCalls(
    RequestDelegate next,
    Func<DeliveryReport, CancellationToken, Task<bool>> take,
    IEnumerable<ReportSource> sources,
    ILogger<DeliveryReportCalls> logger)
{
    public const int MaxBody = 16 * 1024;

    private readonly ReportSource[] _sources = [.. sources];

    public async Task InvokeAsync(HttpContext context)
    {
        if (SourceOf(context.Request, out var message) is not { } source)
        {
            await next(context);
            return;
        }

        context.Response.Headers.CacheControl = "no-store";
        context.Response.StatusCode = await AnswerAsync(source, message, context.Request, context.RequestAborted);
    }

    private ReportSource? SourceOf(HttpRequest request, out Guid message)
    {
        message = default;
        return (HttpMethods.IsGet(request.Method) || HttpMethods.IsPost(request.Method))
            && request.Path.Value?.Split('/') is ["", ReportAddress.Folder, var place, var id]
            && Guid.TryParseExact(id, "D", out message)
            ? Array.Find(_sources, source => source.Address.Place == place)
            : null;
    }

    /// <summary>A wrong signature is answered as an id that nobody knows: neither tells what is there.</summary>
    private async Task<int> AnswerAsync(ReportSource source, Guid message, HttpRequest request, CancellationToken cancel)
    {
        if (!source.Address.IsSigned(message, request.Query[ReportAddress.Signature]))
            return StatusCodes.Status404NotFound;

        if (await BodyAsync(request, cancel) is not { } body)
            return StatusCodes.Status413PayloadTooLarge;

        switch (ReportFields.Read(request.QueryString.Value ?? "", body) is { } fields ? source.Reader.Read(message, fields) : new ReportReading.Malformed())
        {
            case ReportReading.Told told:
                return await take(new(message, told.Stage, told.Cause, told.Detail), cancel) ? StatusCodes.Status200OK : StatusCodes.Status404NotFound;
            case ReportReading.Nothing nothing:
                LogUnknownWord(source.Address.Place, OneLine.Of(nothing.Word));
                return StatusCodes.Status200OK;
            default:
                return StatusCodes.Status400BadRequest;
        }
    }

    /// <summary>Null when it is too large.</summary>
    private static async Task<(string Type, ReadOnlyMemory<byte> Bytes)?> BodyAsync(HttpRequest request, CancellationToken cancel)
    {
        if (request.ContentLength > MaxBody)
            return null;

        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = MaxBody;

        var buffer = new byte[MaxBody + 1];
        try
        {
            var read = await request.Body.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancel);
            var type = MediaTypeHeaderValue.TryParse(request.ContentType, out var parsed) ? parsed.MediaType.Value : null;
            return read > MaxBody ? null : (type ?? "", buffer.AsMemory(0, read));
        }
        catch (BadHttpRequestException exception) when (exception.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return null;
        }
    }

    [LoggerMessage(LogLevel.Information, "A gateway reported of one of our {Place}: {Word}, which its settings do not name; nothing was kept.")]
    private partial void LogUnknownWord(string place, string word);
}
