using SecurityPortal.Rehearsal;
using SecurityPortal.Tests.Support;

namespace SecurityPortal.Tests.Rehearsal;

public sealed class RehearsalClockTests : IDisposable
{
    private readonly string _file = Path.GetTempFileName();
    private readonly RehearsalClock _clock = new();

    public void Dispose() => File.Delete(_file);

    [Fact]
    public void Is_as_far_ahead_as_it_was_moved()
    {
        var before = _clock.GetUtcNow();

        _clock.MoveTo(30.Days);

        Assert.InRange(_clock.GetUtcNow() - before, 30.Days, 30.Days + 1.Minutes);
    }

    [Fact]
    public void Never_goes_back()
    {
        _clock.MoveTo(2.Days);

        _clock.MoveTo(1.Days);

        Assert.Equal(2.Days, _clock.Offset);
    }

    [Fact]
    public void Goes_on_after_a_restart_from_where_it_was()
    {
        _clock.ContinueFrom(_file);
        _clock.MoveTo(30.Days + 5.Milliseconds);

        RehearsalClock next = new();
        next.ContinueFrom(_file);

        Assert.Equal(30.Days + 5.Milliseconds, next.Offset);
    }
}
