using System.Text.Json;
using SecurityPortal.Domain;
using SecurityPortal.Resources;
using SecurityPortal.Service;

namespace SecurityPortal.Rehearsal;

/// <summary>Plays what a mail server or a gateway would report of a message: it bounced, and why.</summary>
internal static class RehearsalDeliveries
{
    private static readonly PortalItself s_rehearsal = new();

    public static async Task<IResult> ReportAsync(
        Guid id, HttpRequest request, SecurityInfoService service, EmbeddedChannel channel, CancellationToken cancel)
    {
        if (await ReadAsync(request, cancel) is not { } report || !Enum.TryParse(report.Stage, ignoreCase: true, out DeliveryStage stage)
            || int.TryParse(report.Stage, out _) || !Message.IsReport(stage) || !IsCause(report.Cause, out var cause))
            return Results.Text(RehearsalWords.Report_NoStage, statusCode: StatusCodes.Status400BadRequest);

        if (await service.ReportDeliveryAsync(s_rehearsal, new(id, stage, cause), cancel) is not { } reached)
            return Results.NotFound();

        channel.Note(id, reached);
        return channel.Find(id) is { } kept ? Results.Ok(MessageAnswer.Of(kept)) : Results.NoContent();
    }

    /// <summary>As it is written in addresses and settings: <c>mailbox-full</c>.</summary>
    private static bool IsCause(string? written, out DeliveryCause? cause)
    {
        cause = Enum.GetValues<DeliveryCause>().Select(known => (DeliveryCause?)known)
            .FirstOrDefault(known => JsonNamingPolicy.KebabCaseLower.ConvertName(known.ToString()!) == written);
        return written is null || cause is not null;
    }

    private static async Task<Report?> ReadAsync(HttpRequest request, CancellationToken cancel)
    {
        if (!request.HasJsonContentType())
            return null;

        try
        {
            return await request.ReadFromJsonAsync<Report>(cancel);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private sealed record Report(string? Stage, string? Cause);
}
