using SecurityPortal.Delivery.Reports;
using SecurityPortal.Domain;

namespace SecurityPortal.Delivery.Gateways;

/// <summary>Reads a provider's call-backs as the settings say.</summary>
public sealed class WebhookReports(WebhookReportOptions options) : IReportReader
{
    // Configuration knows no difference between capitals and small letters, so neither do these.
    private readonly Dictionary<string, DeliveryStage> _stages = new(options.Stages, StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, DeliveryCause> _causes = new(options.Causes, StringComparer.OrdinalIgnoreCase);

    public ReportReading Read(Guid message, ReportFields fields)
    {
        if (fields[options.StagePath] is not { Length: > 0 } word || !IsOf(message, fields))
            return new ReportReading.Malformed();

        if (!_stages.TryGetValue(word, out var stage))
            return new ReportReading.Nothing(word);

        var cause = options.CausePath.Length > 0 ? fields[options.CausePath] : null;
        return new ReportReading.Told(stage, CauseOf(cause), OneLine.Of($"{word} {cause}"));
    }

    private bool IsOf(Guid message, ReportFields fields) =>
        options.IdPath.Length == 0 || (Guid.TryParse(fields[options.IdPath], out var id) && id == message);

    private DeliveryCause? CauseOf(string? cause) =>
        cause is not null && _causes.TryGetValue(cause, out var known) ? known : null;
}
