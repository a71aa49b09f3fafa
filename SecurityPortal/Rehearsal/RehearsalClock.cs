using System.Globalization;

namespace SecurityPortal.Rehearsal;

/// <summary>
/// The portal's clock, which a rehearsal can move forward. How far it was moved outlives a restart, because what the store
/// remembers by then would else lie in the future.
/// </summary>
public sealed class RehearsalClock : TimeProvider
{
    private string? _file;
    private long _offset;

    public TimeSpan Offset => new(Interlocked.Read(ref _offset));

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + Offset;

    /// <summary>Goes on from where an earlier run had moved it to, and keeps its offset in that file from now on.</summary>
    public void ContinueFrom(string file)
    {
        _file = file;
        if (File.Exists(file) && TimeSpan.TryParseExact(File.ReadAllText(file).Trim(), "c", CultureInfo.InvariantCulture, out var offset))
            MoveTo(offset);
    }

    /// <summary>An offset that is behind the present one changes nothing: the clock never goes back.</summary>
    public void MoveTo(TimeSpan offset)
    {
        if (offset <= Offset)
            return;

        _ = Interlocked.Exchange(ref _offset, offset.Ticks);
        if (_file is not null)
            File.WriteAllText(_file, offset.ToString("c", CultureInfo.InvariantCulture));
    }
}
