using Microsoft.Extensions.Options;
using SecurityPortal.Delivery.Gateways;
using SecurityPortal.Delivery.Reports;

namespace SecurityPortal.Delivery.Calls;

/// <summary>The section <c>Calls</c> of the settings.</summary>
public sealed class CallsOptions
{
    public const string Section = "Calls";

    /// <summary>Signs the addresses that a provider reports to; without it no reports are asked for.</summary>
    public string ReportSecret { get; set; } = "";

    /// <summary>For a provider that knows the portal by another address than <c>Portal:BaseAddress</c>.</summary>
    public Uri? ReportBaseAddress { get; set; }

    /// <summary>Who calls; without its <c>Url</c> nobody does.</summary>
    public WebhookOptions Webhook { get; set; } = new();

    internal ReportAddress Reports => new("calls", ReportBaseAddress, ReportSecret);
}

/// <summary>What the settings of the section <c>Calls</c> must be like; a breach stops the start and names its key.</summary>
public sealed class CallsOptionsRules : IValidateOptions<CallsOptions>
{
    public ValidateOptionsResult Validate(string? name, CallsOptions options)
    {
        string[] faults = options.Webhook.Url is null
            ? []
            :
            [
                .. GatewayRules.Reports(CallsOptions.Section, options.ReportSecret, options.ReportBaseAddress),
                .. WebhookRules.Faults(CallsOptions.Section, options.Webhook, asksForReports: options.ReportSecret.Length > 0),
            ];
        return faults is [] ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }
}
