namespace SecurityPortal.Delivery;

/// <summary>
/// Keeps messages from a channel that takes none: after several messages in a row failed by the channel's own fault it is
/// left alone for a while, then tried with one message, and left alone for longer if that fails too. One message that
/// fails again and again says nothing of the others.
/// </summary>
public sealed class CircuitBreaker(TimeProvider clock)
{
    private const int MessagesInARow = 5;

    private static readonly TimeSpan s_shortest = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan s_longest = TimeSpan.FromSeconds(30);

    private readonly Lock _judging = new();
    private readonly HashSet<Guid> _failed = [];
    private TimeSpan _pause;
    private DateTimeOffset _openUntil;
    private bool _isProbed;

    /// <summary>How many messages may be tried now: all, one, or none.</summary>
    public int Room(int all)
    {
        lock (_judging)
        {
            if (_failed.Count < MessagesInARow)
                return all;

            return _isProbed || clock.GetUtcNow() < _openUntil ? 0 : 1;
        }
    }

    /// <summary>Before a message is tried; whoever is let in must <see cref="Leave"/>.</summary>
    public bool TryEnter()
    {
        lock (_judging)
        {
            if (Room(1) == 0)
                return false;

            _isProbed = _failed.Count >= MessagesInARow;
            return true;
        }
    }

    /// <param name="isChannelAtFault">Null when the channel was not even reached: that says nothing of it.</param>
    public void Leave(Guid message, bool? isChannelAtFault)
    {
        lock (_judging)
        {
            _isProbed = false;
            if (isChannelAtFault is false)
            {
                _failed.Clear();
                _pause = TimeSpan.Zero;
            }
            else if (isChannelAtFault is true)
            {
                _ = _failed.Add(message);
                if (_failed.Count >= MessagesInARow && clock.GetUtcNow() >= _openUntil)
                    Open();
            }
        }
    }

    private void Open()
    {
        _pause = _pause == TimeSpan.Zero ? s_shortest : TimeSpan.FromTicks(Math.Min(_pause.Ticks * 2, s_longest.Ticks));
        _openUntil = clock.GetUtcNow() + _pause;
    }
}
