using SecurityPortal.Delivery;
using SecurityPortal.Service;

namespace SecurityPortal.Rehearsal;

/// <summary>Trying 30 days in a minute, in Development: a clock that can be moved, and every message to read.</summary>
public static class RehearsalSetup
{
    private const string Key = "Rehearsal:Enabled";

    extension(IHostApplicationBuilder builder)
    {
        public bool IsRehearsing => builder.Configuration.GetValue<bool>(Key);

        public void AddRehearsal()
        {
            if (!builder.IsRehearsing)
                return;

            if (!builder.Environment.IsDevelopment())
                throw new StartRefusedException($"{Key}: a rehearsal shows everybody's codes, so it runs in Development only; this is {builder.Environment.EnvironmentName}.");

            _ = builder.Services
                .AddSingleton<RehearsalClock>()
                .AddSingleton<TimeProvider>(provider => provider.GetRequiredService<RehearsalClock>())
                .AddSingleton<EmbeddedChannel>()
                .AddSingleton<IMessageChannel>(provider => provider.GetRequiredService<EmbeddedChannel>())
                .AddSingleton<TimeTravel>()
                .AddHostedService<Prompter>();
        }
    }

    extension(WebApplication app)
    {
        private bool IsRehearsing => app.Services.GetService<RehearsalClock>() is not null;

        /// <summary>Goes on where the last rehearsal on this store stopped; where there was none it makes the demo accounts.</summary>
        /// <param name="folder">Of the store.</param>
        public async Task PrepareRehearsalAsync(string folder)
        {
            if (!app.IsRehearsing)
                return;

            app.Services.GetRequiredService<RehearsalClock>().ContinueFrom(Path.Combine(folder, "rehearsal-clock"));
            _ = await app.Services.GetRequiredService<SecurityInfoService>().SeedAsync(new PortalItself(), DemoAccounts.All, app.Lifetime.ApplicationStopping);
        }

        /// <summary>Nothing at all unless a rehearsal is on.</summary>
        public void MapRehearsal()
        {
            if (!app.IsRehearsing)
                return;

            var rehearsal = app.MapGroup("/rehearsal").AllowAnonymous().AddEndpointFilter<RouteGroupBuilder, LoopbackOnly>();
            rehearsal.MapCalls();
            rehearsal.MapPages();
        }
    }
}
