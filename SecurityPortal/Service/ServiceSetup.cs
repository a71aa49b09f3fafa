using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using SecurityPortal.Domain;

namespace SecurityPortal.Service;

public static class ServiceSetup
{
    extension(IServiceCollection services)
    {
        public IServiceCollection AddSecurityInfoService(IConfiguration configuration)
        {
            services.AddOptions<SecurityOptions>()
                .Bind(configuration.GetSection(SecurityOptions.Section), binder => binder.ErrorOnUnknownConfiguration = true)
                .ValidateOnStart();
            services.AddSingleton<IValidateOptions<SecurityOptions>, ValidateSecurityOptions>();
            services.AddOptions<HealthOptions>()
                .Bind(configuration.GetSection(HealthOptions.Section), binder => binder.ErrorOnUnknownConfiguration = true)
                .ValidateOnStart();
            services.AddSingleton<IValidateOptions<HealthOptions>, ValidateHealthOptions>();
            services.AddOptions<SecurityOptions>().PostConfigure<IOptions<HealthOptions>>((security, health) => security.Use(health.Value));
            services.AddSingleton<IPasswordHasher<SecurityProfile>, PasswordHasher<SecurityProfile>>();
            services.AddSingleton<PortalAddress>();
            services.AddSingleton<OneTimeCodes>();
            services.AddSingleton<Passwords>();
            services.AddSingleton<AppSeeds>();
            services.AddSingleton<PasskeyCeremonies>();
            services.AddSingleton<MessageTexts>();
            services.AddSingleton<MessageWriter>();
            services.AddSingleton<LimitAlerts>();
            services.AddSingleton<SecurityInfoService>();
            return services;
        }
    }
}
