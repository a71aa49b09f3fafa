using Microsoft.EntityFrameworkCore;
using SecurityPortal.Domain;
using SecurityPortal.Service;
using SecurityPortal.Tests.Support;
using static SecurityPortal.Tests.Support.People;

namespace SecurityPortal.Tests.Service;

/// <summary>R-CODE-4: a code's message can be read as long as the code can be entered, and not after.</summary>
public sealed class CodeWipingTests : IAsyncLifetime
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
    public async Task Stays_after_it_was_sent_because_it_may_have_to_be_sent_again()
    {
        await _portal.SendMailAsync();

        Assert.Equal(1, await ReadableAsync());
    }

    [Fact]
    public async Task Goes_with_the_right_answer()
    {
        var (challenge, code) = await _portal.CodeAsync(_limited, Purpose.SignIn, _mail);
        Assert.NotNull((await _portal.Service.CompleteSignInAsync(_limited, challenge, code, Cancel)).Owner);

        Assert.Equal(0, await ReadableAsync());
    }

    [Fact]
    public async Task Goes_with_the_fifth_wrong_one_and_unsent_if_it_was_still_waiting()
    {
        var challenge = (await _portal.OverviewAsync(_limited)).ChallengeFor(Purpose.SignIn, _mail)!.Id;
        for (var i = 0; i < 5; i++)
            Assert.NotNull((await _portal.Service.CompleteSignInAsync(_limited, challenge, "0000", Cancel)).Refusal);

        Assert.Equal(0, await ReadableAsync());
        await _portal.SendMailAsync();
        Assert.Empty(_portal.Messages.All);
    }

    [Fact]
    public async Task Goes_when_it_merely_expires_and_nobody_comes_by_but_the_worker()
    {
        await _portal.SendMailAsync();
        _portal.Clock.Advance(10.Minutes);
        Assert.Equal(1, await _portal.Service.AdvanceDueAsync(new(), 100, Cancel));

        Assert.Equal(0, await ReadableAsync());
    }

    [Fact]
    public async Task Goes_with_its_session()
    {
        Assert.Null(await _portal.Service.SignOutAsync(_limited, Cancel));

        Assert.Equal(0, await ReadableAsync());
    }

    [Fact]
    public async Task Goes_with_its_method()
    {
        var owner = await _portal.SignInAsync(with: RachelsPhone);
        await _portal.ProveAsync(owner, RachelsPhone);
        Assert.Equal(1, await ReadableAsync());

        Assert.Null(await _portal.Service.RemoveMethodAsync(owner, _mail, knowingly: false, Cancel));

        Assert.Equal(0, await ReadableAsync());
    }

    [Fact]
    public async Task Goes_with_the_replacement_that_it_was_to_correct()
    {
        var starter = await _portal.StartReplacementAsync();
        var info = (await _portal.OverviewAsync(starter)).Pending!.NewInfo[0].Id;
        Assert.Null(await _portal.Service.AskForCodeAsync(starter, Purpose.CorrectReplacement, info, Cancel));
        _ = await _portal.SignInAsync(with: RachelsPhone);

        Assert.Equal(1, await ReadableAsync());
    }

    [Fact]
    public async Task Goes_when_the_replacement_is_applied()
    {
        _ = await _portal.StartReplacementAsync();
        _portal.Clock.Advance(30.Days - 1.Minutes);
        var late = await _portal.GivePasswordAsync(source: "203.0.113.9");
        Assert.Null(await _portal.Service.AskForCodeAsync(late, Purpose.SignIn, _mail, Cancel));
        Assert.Equal(1, await ReadableAsync());

        _portal.Clock.Advance(1.Minutes);
        Assert.Equal(1, await _portal.Service.AdvanceDueAsync(new(), 100, Cancel));

        Assert.Equal(0, await ReadableAsync());
    }

    [Fact]
    public async Task A_notice_is_wiped_once_it_was_handed_over()
    {
        _ = await _portal.StartReplacementAsync();
        await _portal.SendMailAsync();

        Assert.Equal(0, await _portal.ReadAsync(context => context.Messages.CountAsync(message => message.Kind != "Code" && message.Payload != null, Cancel)));
    }

    /// <summary>Codes for Rachel's mail or for correcting that could still be read by whoever has the store and its keys.</summary>
    private Task<int> ReadableAsync() => _portal.ReadAsync(context => context.Messages.CountAsync(message => message.Kind == "Code" && message.Payload != null, Cancel));
}
