using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using SecurityPortal.Delivery.Gateways;
using SecurityPortal.Delivery.Reports;

namespace SecurityPortal.Delivery.Texts;

public static class TextsSetup
{
    extension(IServiceCollection services)
    {
        /// <summary>The channel for texts that is configured; none when none is.</summary>
        public void AddTexts(IConfiguration configuration)
        {
            var section = configuration.GetSection(TextsOptions.Section);
            services.AddOptions<TextsOptions>()
                .Bind(section, binder => binder.ErrorOnUnknownConfiguration = true)
                .PostConfigure(texts => texts.ReportBaseAddress ??= GatewaySettings.PortalAddress(configuration))
                .ValidateOnStart();
            services.AddSingleton<IValidateOptions<TextsOptions>, TextsOptionsRules>();
            switch (section.GetValue<TextGateway?>(nameof(TextsOptions.Kind)))
            {
                case TextGateway.Kannel:
                    services.AddChannel(texts => new KannelReports(), (texts, client) => new KannelChannel(texts.Kannel, texts.Reports, client));
                    break;
                case TextGateway.Webhook:
                    services.AddChannel(
                        texts => new WebhookReports(texts.Webhook.Report),
                        (texts, client) => new WebhookChannel(Domain.Channel.Sms, texts.Webhook, texts.Reports, client));
                    break;
            }
        }

        private void AddChannel(Func<TextsOptions, IReportReader> reader, Func<TextsOptions, GatewayClient, IMessageChannel> channel)
        {
            services.TryAddSingleton<GatewayClient>();
            services.AddSingleton(provider => channel(Options(provider), provider.GetRequiredService<GatewayClient>()));
            services.AddSingleton(provider => new ReportSource(Options(provider).Reports, reader(Options(provider))));
        }
    }

    private static TextsOptions Options(IServiceProvider provider) => provider.GetRequiredService<IOptions<TextsOptions>>().Value;
}
