using Microsoft.EntityFrameworkCore;
using SecurityPortal.Domain;
using SecurityPortal.Service;
using SecurityPortal.Tests.Support;
using static SecurityPortal.Tests.Support.People;

namespace SecurityPortal.Tests.Service;

/// <summary>R-BLOCK-4: a code that is asked for while a block stands is not sent, and the history says so.</summary>
public sealed class HeldBackTests : IAsyncLifetime
{
    private Portal _portal = null!;
    private Owner _limited = null!;
    private MethodId _mail;

    public async ValueTask InitializeAsync()
    {
        _portal = await Portal.OpenAsync();
        await _portal.SeedAsync();
        _limited = await _portal.GivePasswordAsync();
        _mail = await _portal.MethodAsync(_limited, RachelsMail);
    }

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task It_is_in_the_history_once_for_a_block_however_often_it_is_tried()
    {
        await BlockAsync(_limited);

        for (var tries = 0; tries < 3; tries++)
            Assert.IsType<Refusal.Blocked>(await _portal.Service.AskForCodeAsync(_limited, Purpose.SignIn, _mail, Cancel));

        var held = Assert.Single(await HeldBackAsync());
        Assert.Equal((RachelsMail.Value, _limited.Source), (held.To, held.Detail));
        Assert.Equal((null, null, null), (held.Payload, held.DueAt, held.Challenge));
        var sent = _portal.Messages.All.Count;
        await _portal.SendMailAsync();
        Assert.Equal(sent, _portal.Messages.All.Count);
    }

    [Fact]
    public async Task Sending_again_is_in_it_too()
    {
        var challenge = await BlockAsync(_limited);

        Assert.IsType<Refusal.Blocked>(await _portal.Service.SendAgainAsync(_limited, challenge, Cancel));

        Assert.Single(await HeldBackAsync());
    }

    [Fact]
    public async Task Another_network_has_its_own_block_and_its_own_row()
    {
        var elsewhere = await _portal.GivePasswordAsync(source: "198.51.100.7");
        await BlockAsync(_limited);
        await BlockAsync(elsewhere);

        _ = await _portal.Service.AskForCodeAsync(_limited, Purpose.SignIn, _mail, Cancel);
        _ = await _portal.Service.AskForCodeAsync(elsewhere, Purpose.SignIn, _mail, Cancel);

        Assert.Equal(["192.0.2.1", "198.51.100.7"], (await HeldBackAsync()).Select(held => held.Detail).Order());
    }

    [Fact]
    public async Task The_next_block_has_a_row_of_its_own()
    {
        await BlockAsync(_limited);
        _ = await _portal.Service.AskForCodeAsync(_limited, Purpose.SignIn, _mail, Cancel);
        _portal.Clock.Advance(1.Days);
        var later = await _portal.GivePasswordAsync();
        await BlockAsync(later);

        _ = await _portal.Service.AskForCodeAsync(later, Purpose.SignIn, _mail, Cancel);

        Assert.Equal(2, (await HeldBackAsync()).Count);
    }

    [Fact]
    public async Task The_way_of_the_code_tells_of_the_block()
    {
        var challenge = await BlockAsync(_limited);

        var way = await _portal.Service.CodeWayAsync(_limited, challenge, Cancel);

        Assert.Equal(TroubleKind.Blocked, CodeTroubles.Of(way!, _portal.Now)[0].Kind);
    }

    /// <summary>Ten wrong codes, to two challenges of five tries.</summary>
    private async Task<ChallengeId> BlockAsync(Owner owner)
    {
        ChallengeId last = default;
        for (var tries = 0; tries < 10; tries++)
        {
            if (tries % 5 == 0)
            {
                _portal.Clock.Advance(30.Seconds);
                Assert.Null(await _portal.Service.AskForCodeAsync(owner, Purpose.SignIn, _mail, Cancel));
            }

            var (challenge, code) = await _portal.CodeAsync(owner, Purpose.SignIn, _mail);
            last = challenge;
            _ = await _portal.Service.CompleteSignInAsync(owner, challenge, Not(code), Cancel);
        }

        return last;
    }

    private Task<List<Message>> HeldBackAsync() => _portal.ReadAsync(context =>
        context.Messages.AsNoTracking().Where(message => message.Stage == DeliveryStage.NotSent && message.Cause == DeliveryCause.Blocked).ToListAsync(Cancel));
}
