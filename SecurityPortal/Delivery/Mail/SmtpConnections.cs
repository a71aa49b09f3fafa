namespace SecurityPortal.Delivery.Mail;

/// <summary>The connections to the mail server: kept while they are of use, closed when nothing was sent for a while.</summary>
internal sealed class SmtpConnections : IAsyncDisposable
{
    private static readonly TimeSpan s_idleLife = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan s_farewell = TimeSpan.FromSeconds(2);

    private readonly MailOptions _options;
    private readonly TimeProvider _clock;
    private readonly ServerTrust _trust;
    private readonly SemaphoreSlim _places;
    private readonly ITimer _sweep;
    private readonly Lock _keeping = new();
    private readonly List<(SmtpConnection Connection, DateTimeOffset Since)> _kept = [];
    private bool _isClosed;

    public SmtpConnections(MailOptions options, TimeProvider clock)
    {
        (_options, _clock) = (options, clock);
        _trust = new(options.Certificate);
        _places = new(options.Connections);
        _sweep = clock.CreateTimer(_ => _ = CloseAsync(IdleSince(_clock.GetUtcNow() - s_idleLife)), null, s_idleLife / 4, s_idleLife / 4);
    }

    /// <summary>To be given back by <see cref="Leave"/>.</summary>
    public Task EnterAsync(CancellationToken cancel) => _places.WaitAsync(cancel);

    public void Leave() => _places.Release();

    /// <summary>The one that was used last: the others may then grow old.</summary>
    public SmtpConnection? TakeKept()
    {
        lock (_keeping)
        {
            if (_kept is not [.., var last])
                return null;

            _kept.RemoveAt(_kept.Count - 1);
            return last.Connection;
        }
    }

    public SmtpConnection New() => new(_options, _trust);

    /// <summary>One that broke is good for nothing.</summary>
    public void Keep(SmtpConnection connection)
    {
        lock (_keeping)
        {
            if (connection.IsOfUse && !_isClosed)
            {
                _kept.Add((connection, _clock.GetUtcNow()));
                return;
            }
        }

        connection.Dispose();
    }

    public async ValueTask DisposeAsync()
    {
        await _sweep.DisposeAsync();
        await CloseAsync(All());
        _places.Dispose();
    }

    private SmtpConnection[] All()
    {
        lock (_keeping)
            _isClosed = true;
        return IdleSince(DateTimeOffset.MaxValue);
    }

    private SmtpConnection[] IdleSince(DateTimeOffset then)
    {
        lock (_keeping)
        {
            SmtpConnection[] idle = [.. _kept.Where(kept => kept.Since <= then).Select(kept => kept.Connection)];
            _kept.RemoveAll(kept => kept.Since <= then);
            return idle;
        }
    }

    private async Task CloseAsync(SmtpConnection[] connections)
    {
        using CancellationTokenSource farewell = new(s_farewell, _clock);
        await Task.WhenAll(connections.Select(connection => CloseAsync(connection, farewell.Token)));
    }

    private static async Task CloseAsync(SmtpConnection connection, CancellationToken cancel)
    {
        using (connection)
        {
            try
            {
                await connection.DisconnectAsync(quit: true, cancel);
            }
            catch (Exception)
            {
                // It was to be closed, and it is.
            }
        }
    }
}
