namespace SecurityPortal.Work;

public static class WorkSetup
{
    extension(IServiceCollection services)
    {
        public IServiceCollection AddWork() => services
            .AddSingleton<Outbox>()
            .AddHostedService<DueWorker>()
            .AddHostedService<OutboxWorker>();
    }
}
