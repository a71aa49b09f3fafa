using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using SecurityPortal.Delivery;
using SecurityPortal.Domain;
using SecurityPortal.Tests.Support;
using SecurityPortal.Work;
using static SecurityPortal.Tests.Support.People;

namespace SecurityPortal.Tests.Work;

/// <summary>R-DEL-1, R-DEL-4: one bad message, a server that is down, a portal that stops.</summary>
public sealed class OutboxInEarnestTests
{
    private static readonly SendAnswer s_down = new SendAnswer.Later(DeliveryCause.ChannelDown, "Connection refused", IsChannelAtFault: true);

    [Fact]
    public async Task One_message_that_hangs_holds_up_none_of_a_thousand()
    {
        TaskCompletionSource others = new();
        var left = 999;
        var areOutBefore = false;
        TriedChannel channel = new(async (message, cancel) =>
        {
            if (message.To.StartsWith("person7@", StringComparison.Ordinal))
            {
                // It hangs until its deadline; by then all the others are to be out.
                await Task.Delay(Timeout.Infinite, cancel).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                areOutBefore = others.Task.IsCompleted;
                cancel.ThrowIfCancellationRequested();
            }

            if (Interlocked.Decrement(ref left) == 0)
                others.SetResult();
            return new SendAnswer.Taken();
        });
        await using var portal = await OpenAsync(channel, new() { ["Delivery:Deadline"] = "00:00:10" });
        _ = await portal.FillOutboxAsync(1_000);

        await portal.SendMailAsync();

        Assert.True(areOutBefore);
        var late = Assert.Single(await portal.MessagesAsync(), message => message.Stage != DeliveryStage.HandedOver);
        Assert.Equal((DeliveryStage.Delayed, DeliveryCause.ChannelSlow), (late.Stage, late.Cause));
    }

    [Fact]
    public async Task What_comes_while_a_message_hangs_goes_out_before_it()
    {
        TaskCompletionSource hangs = new();
        TaskCompletionSource second = new();
        TriedChannel channel = new(async (message, cancel) =>
        {
            if (message.To.StartsWith("person0@", StringComparison.Ordinal) && hangs.TrySetResult())
                await second.Task.WaitAsync(cancel);
            else
                second.TrySetResult();
            return new SendAnswer.Taken();
        });
        await using var portal = await OpenAsync(channel, []);
        _ = await portal.FillOutboxAsync(1);
        var sending = portal.SendMailAsync();
        await hangs.Task;

        var limited = await portal.GivePasswordAsync();
        Assert.Null(await portal.Service.AskForCodeAsync(limited, Purpose.SignIn, await portal.MethodAsync(limited, RachelsMail), Cancel));
        await sending;

        Assert.All(await portal.MessagesAsync(), message => Assert.Equal(DeliveryStage.HandedOver, message.Stage));
    }

    [Fact]
    public async Task A_server_that_is_down_for_five_minutes_costs_no_message()
    {
        var isDown = true;
        TriedChannel channel = new((_, _) => Task.FromResult(isDown ? s_down : new SendAnswer.Taken()));
        await using var portal = await OpenAsync(channel, []);
        _ = await portal.FillOutboxAsync(200, expiresAfter: 10.Minutes);
        _ = await portal.FillOutboxAsync(200);

        await PassAsync(portal, 5.Minutes);
        Assert.True(channel.Tried.Count < 100, $"A server that is down was asked {channel.Tried.Count} times.");
        isDown = false;
        await PassAsync(portal, 4.Minutes);

        Assert.All(await portal.MessagesAsync(), message => Assert.Equal(DeliveryStage.HandedOver, message.Stage));
    }

    [Fact]
    public async Task A_portal_that_stops_ends_what_is_under_way_and_gives_the_rest_back()
    {
        using CancellationTokenSource stopping = new();
        var sent = 0;
        TriedChannel channel = new(async (_, _) =>
        {
            if (Interlocked.Increment(ref sent) == 10)
                await stopping.CancelAsync();
            await Task.Yield();
            return new SendAnswer.Taken();
        });
        await using var portal = await OpenAsync(channel, []);
        _ = await portal.FillOutboxAsync(100);

        await portal.Services.GetRequiredService<Outbox>().RunAsync(stopping.Token);

        var messages = await portal.MessagesAsync();
        Assert.Equal(channel.Tried.Count, messages.Count(message => message.HandedOverAt is not null));
        Assert.All(messages.Where(message => message.HandedOverAt is null), message => Assert.Equal((false, portal.Now), (message.IsClaimed, message.DueAt)));
    }

    [Fact]
    public async Task What_the_other_side_refuses_for_good_is_not_tried_again()
    {
        TriedChannel channel = new((_, _) => Task.FromResult<SendAnswer>(new SendAnswer.Never(DeliveryCause.NoSuchMailbox, "550 5.1.1")));
        await using var portal = await OpenAsync(channel, []);
        _ = await portal.FillOutboxAsync(3);

        await PassAsync(portal, 10.Minutes);

        Assert.Equal(3, channel.Tried.Count);
        Assert.All(await portal.MessagesAsync(), message => Assert.Equal((DeliveryStage.Refused, null, null), (message.Stage, message.Payload, message.DueAt)));
    }

    private static async Task<Portal> OpenAsync(TriedChannel channel, Dictionary<string, string?> settings)
    {
        var portal = await Portal.OpenAsync(settings, instead: services => services.Replace(ServiceDescriptor.Singleton<IMessageChannel>(channel)));
        await portal.SeedAsync();
        return portal;
    }

    private static async Task PassAsync(Portal portal, TimeSpan time)
    {
        for (var passed = TimeSpan.Zero; passed < time; passed += 1.Seconds)
        {
            portal.Clock.Advance(1.Seconds);
            await portal.SendMailAsync();
        }
    }
}
