using SecurityPortal.Tests.Support;

namespace SecurityPortal.Tests.Walks;

/// <summary>Stands still until a walk moves it, and wakes nobody: what time does must not depend on a worker (R-PEND-6).</summary>
public sealed class WalkClock : TimeProvider
{
    private long _ticks = Portal.Noon.UtcTicks;

    public override DateTimeOffset GetUtcNow() => new(Interlocked.Read(ref _ticks), TimeSpan.Zero);

    public void Advance(TimeSpan by) => Interlocked.Add(ref _ticks, by.Ticks);
}
