using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SecurityPortal.Domain;
using SecurityPortal.Storage;
using SecurityPortal.Tests.Support;
using SecurityPortal.Work;
using static SecurityPortal.Tests.Support.People;

namespace SecurityPortal.Tests.Work;

/// <summary>R-DEL-1, R-DEL-4: what was stored goes out, whatever becomes of the message before it.</summary>
public sealed class OutboxTests : IAsyncLifetime
{
    private Portal _portal = null!;

    public async ValueTask InitializeAsync()
    {
        _portal = await Portal.OpenAsync();
        await _portal.SeedAsync();
    }

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task A_channel_that_gives_up_waiting_holds_up_no_other_message()
    {
        _ = await _portal.StartReplacementAsync();
        _portal.Messages.Clear();
        _portal.Messages.Fails = message =>
            message.To == RachelsMail.Value ? new TaskCanceledException("The server was too slow.") : null;

        await _portal.SendMailAsync();

        Assert.Equal(2, _portal.Messages.All.Count);
        Assert.Equal([RachelsMail.Value], await WaitingAsync());
        _portal.Messages.Fails = _ => null;
        _portal.Clock.Advance(2_400.Milliseconds);
        await _portal.SendMailAsync();
        Assert.Equal(3, Count(nameof(SecurityEvent.ReplacementStarted)));
    }

    [Fact]
    public async Task What_has_gone_out_is_marked_even_when_the_portal_stops_in_between()
    {
        _ = await _portal.StartReplacementAsync();
        using CancellationTokenSource stopping = new();
        var place = 0;
        _portal.Messages.Fails = _ =>
        {
            if (place++ == 0)
                return null;

            stopping.Cancel();
            return new OperationCanceledException(stopping.Token);
        };

        var outbox = _portal.Services.GetRequiredService<Outbox>();
        await Assert.ThrowsAsync<OperationCanceledException>(() => outbox.FlushAsync(stopping.Token));

        Assert.Equal(2, (await WaitingAsync()).Count);
    }

    [Fact]
    public async Task A_notice_does_not_wait_for_the_codes_that_died_in_front_of_it()
    {
        var account = (await _portal.GivePasswordAsync()).Account;
        var writes = _portal.Services.GetRequiredService<WriteQueue>();
        _ = await writes.RunAsync(
            context =>
            {
                context.Messages.AddRange(Enumerable.Range(0, 250).Select(_ => DeadCode(account)));
                return true;
            },
            Cancel);
        _ = await _portal.StartReplacementAsync();
        _portal.Clock.Advance(1.Seconds);

        await _portal.SendMailAsync();

        Assert.Equal(3, Count(nameof(SecurityEvent.ReplacementStarted)));
    }

    [Fact]
    public async Task A_notice_that_cannot_be_sent_is_tried_less_and_less_often_and_given_up_after_three_days()
    {
        _ = await _portal.StartReplacementAsync();
        var start = _portal.Now;
        List<DateTimeOffset> tries = [start];
        _portal.Messages.Fails = message =>
        {
            if (message.To == RachelsMail.Value && tries[^1] != _portal.Now)
                tries.Add(_portal.Now);
            return message.Kind == nameof(SecurityEvent.ReplacementStarted) ? new IOException("The server is down.") : null;
        };

        await _portal.SendMailAsync();
        while (await NextAsync() is { } next)
        {
            _portal.Clock.SetUtcNow(next);
            await _portal.SendMailAsync();
        }

        TimeSpan[] steps = [.. tries.Zip(tries.Skip(1), (one, other) => other - one)];
        TimeSpan[] pauses = [2.Seconds, 5.Seconds, 15.Seconds, 40.Seconds, 90.Seconds, 5.Minutes, 15.Minutes, 1.Hours, 1.Hours];
        Assert.All(steps.Zip(pauses), step => Assert.InRange(step.First, step.Second * 0.8, step.Second * 1.2));
        Assert.InRange(tries[^1] - start, 70.Hours, 72.Hours);
        Assert.All(
            await _portal.ReadAsync(context => context.Messages
                .Where(message => message.Kind == nameof(SecurityEvent.ReplacementStarted)).ToListAsync(Cancel)),
            message => Assert.Equal((DeliveryStage.Expired, null), (message.Stage, message.Payload)));
    }

    [Fact]
    public async Task A_notice_that_a_stopped_portal_left_lying_for_a_week_is_still_told()
    {
        _ = await _portal.StartReplacementAsync();
        _portal.Clock.Advance(7.Days);

        await _portal.SendMailAsync();

        Assert.Equal(3, Count(nameof(SecurityEvent.ReplacementStarted)));
    }

    private static Message DeadCode(AccountId account) => new()
    {
        Id = Guid.CreateVersion7(Portal.Noon),
        Account = account,
        Method = MethodId.New(Portal.Noon),
        Channel = Channel.Email,
        To = RachelsMail.Value,
        Area = "mail.example",
        Kind = "Code",
        Language = "en",
        CreatedAt = Portal.Noon - 1.Hours,
        DueAt = Portal.Noon - 1.Hours,
        ExpiresAt = Portal.Noon - 50.Minutes,
    };

    private int Count(string kind) => _portal.Messages.All.Count(message => message.Kind == kind);

    /// <summary>When a message is due again, as long as nothing else is.</summary>
    private Task<DateTimeOffset?> NextAsync() =>
        _portal.ReadAsync(context => context.Messages
            .Where(message => message.DueAt != null).MinAsync(message => message.DueAt, Cancel));

    private Task<List<string>> WaitingAsync() =>
        _portal.ReadAsync(context => context.Messages
            .Where(message => message.DueAt != null).Select(message => message.To).ToListAsync(Cancel));
}
