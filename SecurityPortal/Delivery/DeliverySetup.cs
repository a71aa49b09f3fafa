using Microsoft.Extensions.Options;

namespace SecurityPortal.Delivery;

public static class DeliverySetup
{
    extension(IServiceCollection services)
    {
        public IServiceCollection AddDelivery(IConfiguration configuration)
        {
            services.AddOptions<DeliveryOptions>()
                .Bind(configuration.GetSection(DeliveryOptions.Section), binder => binder.ErrorOnUnknownConfiguration = true)
                .ValidateOnStart();
            return services
                .AddSingleton<IValidateOptions<DeliveryOptions>, ValidateDeliveryOptions>()
                .AddSingleton<Channels>();
        }
    }

    extension(IServiceProvider provider)
    {
        /// <summary>A portal that can send nothing is one where nobody can sign in: better not to start it (R-DEL-8).</summary>
        public void RequireChannels()
        {
            var there = provider.GetRequiredService<Channels>().Kinds;
            if (!there.Contains(Domain.Channel.Email))
                throw new StartRefusedException("Mail:Host: no mail server is there to send codes and notices by; in Development set Rehearsal:Enabled to true.");

            if (!there.Contains(Domain.Channel.Sms))
                throw new StartRefusedException("Texts:Kind: no gateway is there to send texts by; in Development set Rehearsal:Enabled to true.");
        }
    }
}
