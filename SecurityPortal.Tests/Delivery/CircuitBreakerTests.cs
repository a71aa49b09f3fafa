using Microsoft.Extensions.Time.Testing;
using SecurityPortal.Delivery;
using SecurityPortal.Tests.Support;

namespace SecurityPortal.Tests.Delivery;

/// <summary>A channel that takes nothing is left alone, and tried with one message at a time.</summary>
public sealed class CircuitBreakerTests
{
    private readonly FakeTimeProvider _clock = new(Portal.Noon);
    private readonly CircuitBreaker _breaker;
    private int _messages;

    public CircuitBreakerTests() => _breaker = new(_clock);

    [Fact]
    public void Opens_when_five_messages_in_a_row_failed_by_the_channels_fault()
    {
        Fail(4);
        Assert.Equal(64, _breaker.Room(64));

        Fail(1);

        Assert.Equal(0, _breaker.Room(64));
        Assert.False(_breaker.TryEnter());
    }

    [Fact]
    public void One_message_that_fails_again_and_again_says_nothing_of_the_others()
    {
        var poison = Next();
        for (var tries = 0; tries < 50; tries++)
        {
            Assert.True(_breaker.TryEnter());
            _breaker.Leave(poison, isChannelAtFault: true);
        }

        Assert.Equal(64, _breaker.Room(64));
    }

    [Fact]
    public void Is_tried_with_one_message_after_a_pause_that_doubles_up_to_thirty_seconds()
    {
        Fail(5);
        foreach (var seconds in new[] { 2, 4, 8, 16, 30, 30 })
        {
            _clock.Advance(seconds.Seconds - 1.Milliseconds);
            Assert.Equal(0, _breaker.Room(64));
            _clock.Advance(1.Milliseconds);
            Assert.Equal(1, _breaker.Room(64));
            Assert.True(_breaker.TryEnter());
            Assert.Equal(0, _breaker.Room(64));
            Assert.False(_breaker.TryEnter());
            _breaker.Leave(Next(), isChannelAtFault: true);
        }
    }

    [Fact]
    public void Closes_when_that_one_got_through()
    {
        Fail(5);
        _clock.Advance(2.Seconds);
        Assert.True(_breaker.TryEnter());

        _breaker.Leave(Next(), isChannelAtFault: false);

        Assert.Equal(64, _breaker.Room(64));
    }

    [Fact]
    public void What_never_reached_the_channel_neither_opens_nor_closes_it()
    {
        Fail(5);
        _clock.Advance(2.Seconds);
        Assert.True(_breaker.TryEnter());

        _breaker.Leave(Next(), isChannelAtFault: null);

        Assert.Equal(1, _breaker.Room(64));
    }

    private void Fail(int messages)
    {
        for (var message = 0; message < messages; message++)
        {
            Assert.True(_breaker.TryEnter());
            _breaker.Leave(Next(), isChannelAtFault: true);
        }
    }

    private Guid Next() => new(++_messages, 0, 0, new byte[8]);
}
