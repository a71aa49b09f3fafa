namespace SecurityPortal.Components.VisitorPages;

public static class VisitorPagesSetup
{
    extension(IServiceCollection services)
    {
        public void AddVisitorPages()
        {
            _ = services.AddSingleton<TypedName>();
            _ = services.AddSingleton<SayOnce>();
        }
    }
}
