using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using SecurityPortal.Delivery.Gateways;
using SecurityPortal.Delivery.Reports;

namespace SecurityPortal.Delivery.Calls;

public static class CallsSetup
{
    extension(IServiceCollection services)
    {
        /// <summary>The channel for calls, when one is configured.</summary>
        public void AddCalls(IConfiguration configuration)
        {
            var section = configuration.GetSection(CallsOptions.Section);
            services.AddOptions<CallsOptions>()
                .Bind(section, binder => binder.ErrorOnUnknownConfiguration = true)
                .PostConfigure(calls => calls.ReportBaseAddress ??= GatewaySettings.PortalAddress(configuration))
                .ValidateOnStart();
            services.AddSingleton<IValidateOptions<CallsOptions>, CallsOptionsRules>();
            if (!IsConfigured(configuration))
                return;

            services.TryAddSingleton<GatewayClient>();
            services.AddSingleton<IMessageChannel>(provider => new WebhookChannel(
                Domain.Channel.Voice, Options(provider).Webhook, Options(provider).Reports, provider.GetRequiredService<GatewayClient>()));
            services.AddSingleton(provider => new ReportSource(
                Options(provider).Reports, new WebhookReports(Options(provider).Webhook.Report)));
        }
    }

    public static bool IsConfigured(IConfiguration configuration) =>
        !string.IsNullOrEmpty(configuration[$"{CallsOptions.Section}:Webhook:Url"]);

    private static CallsOptions Options(IServiceProvider provider) => provider.GetRequiredService<IOptions<CallsOptions>>().Value;
}
