using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace SecurityPortal.Tests.Walks;

/// <summary>Keeps every line of the log: all that the portal itself writes, and what the framework tells in earnest.</summary>
internal sealed class HeardLog : ILoggerProvider
{
    public ConcurrentQueue<string> Lines { get; } = [];

    public ILogger CreateLogger(string categoryName) => new Ear(this, categoryName);

    public void Dispose()
    {
    }

    private sealed class Ear(HeardLog log, string category) : ILogger
    {
        private readonly LogLevel _from = category.StartsWith(nameof(SecurityPortal), StringComparison.Ordinal) ? LogLevel.Trace : LogLevel.Information;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull
        {
            log.Lines.Enqueue($"{category} {state}");
            return null;
        }

        public bool IsEnabled(LogLevel logLevel) => logLevel >= _from;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel))
                log.Lines.Enqueue($"{category} {formatter(state, exception)} {exception}");
        }
    }
}
