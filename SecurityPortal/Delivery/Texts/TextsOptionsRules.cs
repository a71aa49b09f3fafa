using System.Text.RegularExpressions;
using Microsoft.Extensions.Options;
using SecurityPortal.Delivery.Gateways;

namespace SecurityPortal.Delivery.Texts;

/// <summary>What the settings of the section <c>Texts</c> must be like; a breach stops the start and names its key.</summary>
public sealed partial class TextsOptionsRules : IValidateOptions<TextsOptions>
{
    public ValidateOptionsResult Validate(string? name, TextsOptions options)
    {
        string[] faults = [.. Faults(options)];
        return faults is [] ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static IEnumerable<string> Faults(TextsOptions texts) => texts.Kind is { } kind
        ? [.. GatewayRules.Reports(TextsOptions.Section, texts.ReportSecret, texts.ReportBaseAddress), .. Gateway(kind, texts)]
        : [];

    private static IEnumerable<string> Gateway(TextGateway kind, TextsOptions texts) => kind switch
    {
        TextGateway.Kannel => Kannel(texts.Kannel),
        TextGateway.Webhook => WebhookRules.Faults(TextsOptions.Section, texts.Webhook, asksForReports: texts.ReportSecret.Length > 0),
    };

    private static IEnumerable<string> Kannel(KannelOptions kannel)
    {
        foreach (var fault in GatewayRules.Url("Texts:Kannel:Url", kannel.Url))
            yield return fault;

        if (kannel.UserName.Length == 0)
            yield return "Texts:Kannel:UserName must be set";

        if (kannel.Password.Length == 0)
            yield return "Texts:Kannel:Password must be set";

        if (!Sender().IsMatch(kannel.Sender))
            yield return "Texts:Kannel:Sender must be a number, or at most 11 letters and digits";

        (string Key, string Value)[] headers = [("UserName", kannel.UserName), ("Password", kannel.Password), ("Smsc", kannel.Smsc)];
        foreach (var fault in headers.SelectMany(header => GatewayRules.HeaderValue($"Texts:Kannel:{header.Key}", header.Value)))
            yield return fault;
    }

    [GeneratedRegex(@"\A(\+?[0-9]{1,15}|[A-Za-z0-9 ._-]{1,11})?\z")]
    private static partial Regex Sender();
}
