using Microsoft.EntityFrameworkCore;
using SecurityPortal.Domain;
using SecurityPortal.Service;
using SecurityPortal.Tests.Support;
using static SecurityPortal.Tests.Support.People;

namespace SecurityPortal.Tests.Service;

/// <summary>What the workers ask for.</summary>
public sealed class DueWorkTests : IAsyncLifetime
{
    private static readonly PortalItself s_worker = new();

    private Portal _portal = null!;

    public async ValueTask InitializeAsync()
    {
        _portal = await Portal.OpenAsync();
        await _portal.SeedAsync();
    }

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task Nothing_is_due_where_nothing_happens()
    {
        Assert.Null(await _portal.Service.NextDueAsync(s_worker, Cancel));
        Assert.Equal(0, await _portal.Service.AdvanceDueAsync(s_worker, 100, Cancel));
    }

    [Fact]
    public async Task A_replacement_is_led_from_notice_to_notice_to_its_end()
    {
        _ = await _portal.StartReplacementAsync();
        var start = _portal.Now;
        List<double> days = [];
        while (await NextAsync() is { } next)
        {
            _portal.Clock.SetUtcNow(next);
            days.Add((next - start).TotalDays);
            Assert.Equal(1, await _portal.Service.AdvanceDueAsync(s_worker, 100, Cancel));
            Assert.Equal(0, await _portal.Service.AdvanceDueAsync(s_worker, 100, Cancel));
        }

        Assert.Equal([1, 7, 14, 21, 27, 29, 30], days);
        Assert.Equal(6 * 3, Count(nameof(SecurityEvent.ReplacementReminder)));
        Assert.Equal(3, Count(nameof(SecurityEvent.ReplacementApplied)));

        async Task<DateTimeOffset?> NextAsync()
        {
            await _portal.SendMailAsync();
            return await _portal.Service.NextDueAsync(s_worker, Cancel);
        }
    }

    [Fact]
    public async Task A_message_that_cannot_be_unsealed_holds_up_no_other_and_is_tried_again()
    {
        var limited = await _portal.GivePasswordAsync();
        Assert.Null(await _portal.Service.AskForCodeAsync(limited, Purpose.SignIn, await _portal.MethodAsync(limited, RachelsMail), Cancel));
        Assert.Null(await _portal.Service.AskForCodeAsync(limited, Purpose.SignIn, await _portal.MethodAsync(limited, RachelsPhone), Cancel));
        _ = await _portal.ReadAsync(context => context.Messages.Where(message => message.To == RachelsMail.Value)
            .ExecuteUpdateAsync(change => change.SetProperty(message => message.Payload, new byte[] { 1, 2, 3 }), Cancel));

        await _portal.SendMailAsync();

        Assert.Equal(RachelsPhone.Value, Assert.Single(_portal.Messages.All).To);
        var waiting = await _portal.ReadAsync(context => context.Messages.SingleAsync(message => message.To == RachelsMail.Value, Cancel));
        Assert.Equal((DeliveryStage.Delayed, DeliveryCause.Unreadable), (waiting.Stage, waiting.Cause));
        Assert.InRange(waiting.DueAt!.Value, _portal.Now + 1_600.Milliseconds, _portal.Now + 2_400.Milliseconds);
    }

    [Fact]
    public async Task A_message_that_fails_is_tried_again_and_disturbs_no_other()
    {
        _ = await _portal.StartReplacementAsync();
        _portal.Messages.Clear();
        _portal.Messages.IsDown = true;
        await _portal.SendMailAsync();
        _portal.Messages.IsDown = false;
        await _portal.SendMailAsync();
        Assert.Empty(_portal.Messages.All);

        _portal.Clock.Advance(2_400.Milliseconds);
        await _portal.SendMailAsync();

        Assert.Equal(3, Count(nameof(SecurityEvent.ReplacementStarted)));
    }

    [Fact]
    public async Task A_door_that_nobody_has_knocked_at_for_a_day_is_forgotten_and_one_that_was_shut_a_month_after_its_end()
    {
        const int SourcesCounted = 2;
        for (var i = 0; i < 10; i++)
            _ = await _portal.Service.SignInAsync(From("203.0.113.9"), Rachel, "wrong", Cancel);
        _ = await _portal.Service.SignInAsync(From("203.0.113.10"), Rachel, "wrong", Cancel);

        _portal.Clock.Advance(24.Hours - 1.Seconds);
        Assert.Equal(0, await _portal.Service.ForgetAsync(s_worker, Cancel));
        _portal.Clock.Advance(1.Seconds);
        Assert.Equal(1 + SourcesCounted, await _portal.Service.ForgetAsync(s_worker, Cancel));
        _portal.Clock.Advance(30.Days - 1.Seconds);
        Assert.Equal(0, await _portal.Service.ForgetAsync(s_worker, Cancel));
        _portal.Clock.Advance(1.Seconds);
        Assert.Equal(1, await _portal.Service.ForgetAsync(s_worker, Cancel));
    }

    private int Count(string kind) => _portal.Messages.All.Count(message => message.Kind == kind);
}
