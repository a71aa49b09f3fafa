namespace SecurityPortal.Tests.Support;

public static class Durations
{
    extension(int count)
    {
        public TimeSpan Days => TimeSpan.FromDays(count);

        public TimeSpan Hours => TimeSpan.FromHours(count);

        public TimeSpan Minutes => TimeSpan.FromMinutes(count);

        public TimeSpan Seconds => TimeSpan.FromSeconds(count);

        public TimeSpan Milliseconds => TimeSpan.FromMilliseconds(count);
    }
}
