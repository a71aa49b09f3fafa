using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using SecurityPortal.Domain;
using SecurityPortal.Service;
using SecurityPortal.Tests.Support;
using SecurityPortal.Work;
using static SecurityPortal.Tests.Support.People;

namespace SecurityPortal.Tests.Work;

/// <summary>R-PEND-6: what falls due in one account waits for no other.</summary>
public sealed class DueWorkTests : IAsyncLifetime
{
    private readonly Heard _log = new();
    private Portal _portal = null!;
    private Owner _broken = null!;

    public async ValueTask InitializeAsync()
    {
        _portal = await Portal.OpenAsync();
        await _portal.SeedAsync();
        _broken = await _portal.GivePasswordAsync(Newcomer);
        Assert.Null(await _portal.Service.AddMethodAsync(_broken, NewPhone, Cancel));
        _ = await _portal.ReadAsync(context =>
            context.Database.ExecuteSqlAsync($"UPDATE profiles SET Sessions = '[' WHERE NameKey = {Newcomer}", Cancel));
    }

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task An_account_that_cannot_be_advanced_holds_up_no_other_and_is_named_in_the_log()
    {
        _ = await _portal.StartReplacementAsync();
        _portal.Clock.Advance(31.Days);

        await new DueWork(_portal.Service, _log).TidyAsync(Cancel);
        await _portal.SendMailAsync();

        Assert.Equal(3, _portal.Messages.All.Count(message => message.Kind == nameof(SecurityEvent.ReplacementApplied)));
        Assert.Contains($"{_broken.Account}", Assert.Single(_log.Lines), StringComparison.Ordinal);
        Assert.Equal([_broken.Account], await _portal.Service.DueAsync(new PortalItself(), 0, 10, Cancel));
        Assert.Empty(await _portal.Service.DueAsync(new PortalItself(), 1, 10, Cancel));
    }

    [Fact]
    public async Task What_has_served_is_forgotten_all_the_same()
    {
        _ = await _portal.Service.SignInAsync(From("203.0.113.9"), Rachel, "wrong", Cancel);
        _portal.Clock.Advance(31.Days);

        await new DueWork(_portal.Service, _log).TidyAsync(Cancel);

        Assert.Equal(0, await _portal.ReadAsync(context => context.PasswordGates.CountAsync(Cancel)));
    }

    private sealed class Heard : ILogger<DueWork>
    {
        public List<string> Lines { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            lock (Lines)
                Lines.Add(formatter(state, exception));
        }
    }
}
