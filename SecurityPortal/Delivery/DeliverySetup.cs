using Microsoft.Extensions.DependencyInjection.Extensions;

namespace SecurityPortal.Delivery;

public static class DeliverySetup
{
    extension(IServiceCollection services)
    {
        /// <summary>A portal that can send nothing is one where nobody can sign in: better not to start it (R-DEL-8).</summary>
        public void RequireChannel() => services.TryAddSingleton<IMessageChannel>(_ => throw new StartRefusedException(
            "Delivery: no channel is there to send codes and notices by; in Development set Rehearsal:Enabled to true."));
    }
}
