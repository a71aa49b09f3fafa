namespace SecurityPortal.Work;

public static class WorkSetup
{
    extension(IServiceCollection services)
    {
        public IServiceCollection AddWork() => services
            .AddSingleton<DueWork>()
            .AddSingleton<Outbox>()
            .AddHostedService<DueWorker>()
            .AddHostedService<OutboxWorker>()
            .AddHostedService<ResetWorker>()
            .AddHostedService<BounceWorker>();
    }
}
