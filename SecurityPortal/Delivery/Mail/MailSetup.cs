using Microsoft.Extensions.Options;

namespace SecurityPortal.Delivery.Mail;

public static class MailSetup
{
    extension(IServiceCollection services)
    {
        /// <summary>Needs <see cref="ReturnPathKeys"/> from whoever puts the portal together.</summary>
        public IServiceCollection AddMail(IConfiguration configuration)
        {
            var section = configuration.GetSection(MailOptions.Section);
            services.AddOptions<MailOptions>()
                .Bind(section, binder => binder.ErrorOnUnknownConfiguration = true)
                .ValidateOnStart();
            services.AddSingleton<IValidateOptions<MailOptions>, MailOptionsRules>();
            if (string.IsNullOrEmpty(section[nameof(MailOptions.Host)]))
                return services;

            services.AddSingleton<ReturnPath>();
            services.AddSingleton<MailComposer>();
            services.AddSingleton<MailChannel>();
            services.AddSingleton<IMessageChannel>(provider => provider.GetRequiredService<MailChannel>());
            if (string.IsNullOrEmpty(section[$"{nameof(MailOptions.Bounces)}:{nameof(BounceOptions.Host)}"]))
                return services;

            services.AddSingleton<BounceReader>();
            services.AddSingleton<BounceMailbox>();
            return services;
        }
    }
}
