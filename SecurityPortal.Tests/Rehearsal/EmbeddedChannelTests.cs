using SecurityPortal.Domain;
using SecurityPortal.Rehearsal;

namespace SecurityPortal.Tests.Rehearsal;

public sealed class EmbeddedChannelTests
{
    private readonly EmbeddedChannel _channel = new(TimeProvider.System);

    [Fact]
    public async Task Shows_the_newest_first_and_no_more_than_asked_for()
    {
        await SendAsync("one@mail.example", "two@mail.example", "three@mail.example");

        Assert.Equal(["three@mail.example", "two@mail.example"], _channel.Newest("", 2).Select(kept => kept.Message.To));
    }

    [Fact]
    public async Task Finds_those_to_one_address_however_it_is_written()
    {
        await SendAsync("One@mail.example", "two@mail.example");

        Assert.Equal("One@mail.example", Assert.Single(_channel.Newest("one@MAIL.example", 10)).Message.To);
    }

    [Fact]
    public async Task Forgets_the_oldest_once_it_is_full()
    {
        await SendAsync([.. Enumerable.Range(0, EmbeddedChannel.Most + 5).Select(number => $"{number}@mail.example")]);

        var kept = _channel.Newest(null, int.MaxValue);
        Assert.Equal(EmbeddedChannel.Most, kept.Length);
        Assert.Equal("5@mail.example", kept[^1].Message.To);
    }

    private async Task SendAsync(params string[] destinations)
    {
        foreach (var to in destinations)
            await _channel.SendAsync(
                new(Guid.CreateVersion7(TimeProvider.System.GetUtcNow()), Channel.Email, to, "Code", "en", null, "", "", "", null, []),
                TestContext.Current.CancellationToken);
    }
}
