using SecurityPortal.Domain;

namespace SecurityPortal.Delivery.Gateways;

/// <summary>What the settings of a web-hook must be like.</summary>
internal static class WebhookRules
{
    private static readonly string[] s_methods = ["POST", "PUT", "PATCH"];

    public static IEnumerable<string> Faults(string section, WebhookOptions webhook, bool asksForReports) =>
    [
        .. GatewayRules.Url($"{section}:Webhook:Url", webhook.Url),
        .. Request($"{section}:Webhook", webhook),
        .. webhook.Headers.SelectMany(header => Header($"{section}:Webhook:Headers:{header.Key}", header.Key, header.Value)),
        .. Reports(section, webhook, asksForReports),
    ];

    private static IEnumerable<string> Request(string key, WebhookOptions webhook)
    {
        WebhookBody body = new(webhook.Body);
        if (!s_methods.Contains(webhook.Method, StringComparer.Ordinal))
            yield return $"{key}:Method must be one of {string.Join(", ", s_methods)}";

        if (!body.IsSound())
            yield return $"{key}:Body must be JSON with its gaps, like {{text}}, inside strings";
        else if (!(body.Holds("to") || body.Holds("toDigits")) || !body.Holds("text"))
            yield return $"{key}:Body must hold {{to}} and {{text}}";

        if (body.Holds("from") && webhook.From.Length == 0)
            yield return $"{key}:From must be set, because {key}:Body holds {{from}}";

        if (webhook.Accepted.Any(status => status is < 200 or > 299))
            yield return $"{key}:Accepted must hold status codes from 200 to 299";
    }

    private static IEnumerable<string> Header(string key, string name, string value)
    {
        using HttpRequestMessage trial = new();
        if (!trial.Headers.TryAddWithoutValidation(name, ""))
            yield return $"{key} must be a header that a request may bring; its content is application/json in any case";

        foreach (var fault in GatewayRules.HeaderValue(key, value ?? ""))
            yield return fault;
    }

    private static IEnumerable<string> Reports(string section, WebhookOptions webhook, bool asksForReports)
    {
        var (key, report) = ($"{section}:Webhook", webhook.Report);
        var isAsked = new WebhookBody(webhook.Body).Holds("reportUrl");
        if (isAsked && !asksForReports)
            yield return $"{section}:ReportSecret must be set, because {key}:Body holds {{reportUrl}}";

        if (!isAsked && asksForReports)
            yield return $"{key}:Body must hold {{reportUrl}}, because {section}:ReportSecret is set";

        if (asksForReports && (report.StagePath.Length == 0 || report.Stages.Count == 0))
            yield return $"{key}:Report:StagePath and Stages must be set, because {section}:ReportSecret is set";

        foreach (var (word, stage) in report.Stages.Where(pair => !Message.IsReport(pair.Value)))
            yield return $"{key}:Report:Stages:{word} must not be {stage}, which only the portal itself can know";
    }
}
