using SecurityPortal.Domain;
using SecurityPortal.Tests.Support;
using static SecurityPortal.Tests.Support.People;

namespace SecurityPortal.Tests.Service;

public sealed class ReplacementTests : IAsyncLifetime
{
    private Portal _portal = null!;

    public async ValueTask InitializeAsync()
    {
        _portal = await Portal.OpenAsync();
        await _portal.SeedAsync();
    }

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task The_old_info_cancels_it_up_to_the_last_millisecond()
    {
        _ = await _portal.StartReplacementAsync();

        _portal.Clock.Advance(30.Days - 1.Milliseconds);
        var owner = await _portal.SignInAsync();

        var overview = await _portal.OverviewAsync(owner);
        Assert.Null(overview.Pending);
        Assert.True(overview.AsksWhoStarted);
        Assert.Contains(overview.Methods, method => method.Shown == RachelsMail.Value);
    }

    [Fact]
    public async Task When_it_is_due_the_new_info_is_all_there_is_although_no_worker_came_by()
    {
        _ = await _portal.StartReplacementAsync();

        _portal.Clock.Advance(30.Days);
        var limited = await _portal.GivePasswordAsync();

        var method = Assert.Single((await _portal.OverviewAsync(limited)).Methods);
        Assert.Equal(NewMail.Masked, method.Shown);
        Assert.True(method.IsEstablished);
    }

    [Fact]
    public async Task Everybody_is_told_at_the_start()
    {
        _ = await _portal.StartReplacementAsync();
        await _portal.SendMailAsync();

        Assert.Equal(
            new[] { RachelsMail.Value, RachelsPhone.Value, NewMail.Value }.Order(),
            _portal.Messages.All.Where(message => message.Kind == nameof(SecurityEvent.ReplacementStarted)).Select(message => message.To).Order());
    }
}
