using Microsoft.EntityFrameworkCore;
using SecurityPortal.Domain;
using SecurityPortal.Service;
using SecurityPortal.Tests.Support;
using static SecurityPortal.Tests.Support.People;

namespace SecurityPortal.Tests.Service;

/// <summary>R-CODE-5: what its reader gets when a code is sent again.</summary>
public sealed class ResendTests : IAsyncLifetime
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
        Assert.Null(await _portal.Service.AskForCodeAsync(_limited, Purpose.SignIn, _mail, Cancel));
    }

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task The_same_message_comes_three_times_and_then_another_code()
    {
        var first = await ChallengeAsync();
        Assert.False(first.WillBeNewCode);
        await SendAgainAfterAsync(30.Seconds);
        Assert.Equal(first.ExpiresAt, (await ChallengeAsync()).ExpiresAt);
        await SendAgainAfterAsync(60.Seconds);
        Assert.True((await ChallengeAsync()).WillBeNewCode);
        await _portal.SendMailAsync();
        await SendAgainAfterAsync(120.Seconds);

        await _portal.SendMailAsync();
        var sent = _portal.Messages.To(RachelsMail.Value);
        Assert.Equal(4, sent.Count);
        Assert.Equal(3, sent.Count(message => message.Text == sent[0].Text && message.Reference == first.Reference));
        Assert.NotEqual(sent[0].Text, sent[3].Text);
        Assert.NotEqual(first.Id, (await ChallengeAsync()).Id);
    }

    [Fact]
    public async Task The_first_message_still_works_after_it_was_sent_again()
    {
        var (challenge, code) = await _portal.CodeAsync(_limited, Purpose.SignIn, _mail);
        await SendAgainAfterAsync(30.Seconds);

        Assert.NotNull((await _portal.Service.CompleteSignInAsync(_limited, challenge, code, Cancel)).Owner);
    }

    [Fact]
    public async Task Where_the_message_was_given_up_another_code_is_sent()
    {
        var first = await ChallengeAsync();
        _ = await _portal.ReadAsync(context => context.Messages.ExecuteUpdateAsync(change => change.SetProperty(message => message.Payload, (byte[]?)null), Cancel));

        await SendAgainAfterAsync(30.Seconds);
        await _portal.SendMailAsync();

        Assert.NotEqual(first.Id, (await ChallengeAsync()).Id);
        Assert.Single(_portal.Messages.To(RachelsMail.Value));
    }

    [Fact]
    public async Task Neither_reloading_nor_pressing_twice_sends_anything()
    {
        Assert.Null(await _portal.Service.AskForCodeAsync(_limited, Purpose.SignIn, _mail, Cancel));
        Assert.IsType<Refusal.TooSoon>(await _portal.Service.SendAgainAsync(_limited, (await ChallengeAsync()).Id, Cancel));

        await _portal.SendMailAsync();
        Assert.Single(_portal.Messages.To(RachelsMail.Value));
    }

    [Fact]
    public async Task A_code_that_has_expired_is_not_sent_however_late_the_outbox_is()
    {
        _portal.Clock.Advance(10.Minutes);

        await _portal.SendMailAsync();

        Assert.Empty(_portal.Messages.All);
    }

    private async Task SendAgainAfterAsync(TimeSpan wait)
    {
        var challenge = await ChallengeAsync();
        Assert.Equal(_portal.Now + wait, challenge.NextSendAt);
        _portal.Clock.Advance(wait);
        Assert.Null(await _portal.Service.SendAgainAsync(_limited, challenge.Id, Cancel));
    }

    private async Task<ChallengeView> ChallengeAsync() => (await _portal.OverviewAsync(_limited)).ChallengeFor(Purpose.SignIn, _mail)!;
}
