using Microsoft.EntityFrameworkCore;
using SecurityPortal.Domain;
using SecurityPortal.Service;
using SecurityPortal.Tests.Support;
using static SecurityPortal.Tests.Support.People;

namespace SecurityPortal.Tests.Service;

/// <summary>R-PEND-4, R-METH-16: what a notice's link opens, and what its button does.</summary>
public sealed class LinkTests : IAsyncLifetime
{
    private static readonly Visitor s_anybody = From("203.0.113.50");

    private Portal _portal = null!;

    public async ValueTask InitializeAsync()
    {
        _portal = await Portal.OpenAsync();
        await _portal.SeedAsync();
    }

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task Opening_it_changes_nothing_and_shows_no_data()
    {
        var starter = await _portal.StartReplacementAsync();
        var token = await TokenAsync(RachelsMail, nameof(SecurityEvent.ReplacementStarted));

        var view = await _portal.Service.LookAtLinkAsync(s_anybody, token, Cancel);

        Assert.Equal(new LinkView(LinkUse.CancelReplacement, nameof(SecurityEvent.ReplacementStarted), IsReported: false, IsOver: false), view);
        Assert.NotNull((await _portal.OverviewAsync(starter)).Pending);
    }

    [Fact]
    public async Task Its_button_cancels_once_and_all_are_told()
    {
        var starter = await _portal.StartReplacementAsync();
        var token = await TokenAsync(RachelsMail, nameof(SecurityEvent.ReplacementStarted));

        Assert.Null(await _portal.Service.CancelByLinkAsync(s_anybody, token, Cancel));
        Assert.Equal(new Refusal.NothingPending(), await _portal.Service.CancelByLinkAsync(s_anybody, token, Cancel));

        Assert.Null((await _portal.OverviewAsync(starter)).Pending);
        await _portal.SendMailAsync();
        Assert.Equal(3, _portal.Messages.All.Count(message => message.Kind == nameof(SecurityEvent.ReplacementCancelled)));
        Assert.True((await _portal.OverviewAsync(await _portal.SignInAsync())).AsksWhoStarted);
    }

    [Fact]
    public async Task A_text_carries_a_word_instead_and_it_works_in_capitals_too()
    {
        _ = await _portal.StartReplacementAsync();
        await _portal.SendMailAsync();
        var text = _portal.Messages.To(RachelsPhone.Value).Single(message => message.Kind == nameof(SecurityEvent.ReplacementStarted));

        Assert.Empty(text.Links);
        Assert.DoesNotContain("http", text.Text, StringComparison.OrdinalIgnoreCase);
        var word = text.Text.Split(' ')[^1];
        Assert.Equal(10, word.Length);
        Assert.Null(await _portal.Service.CancelByLinkAsync(s_anybody, $" {word.ToUpperInvariant()} ", Cancel));
    }

    [Fact]
    public async Task New_info_gets_no_link_to_cancel_with()
    {
        _ = await _portal.StartReplacementAsync();
        await _portal.SendMailAsync();

        Assert.Empty(_portal.Messages.To(NewMail.Value).Single(message => message.Kind == nameof(SecurityEvent.ReplacementStarted)).Links);
    }

    [Fact]
    public async Task A_tampered_or_unknown_one_does_nothing()
    {
        var starter = await _portal.StartReplacementAsync();
        var token = await TokenAsync(RachelsMail, nameof(SecurityEvent.ReplacementStarted));
        foreach (var other in new[] { Not(token), token[..^1], "", new('a', 10_000), "\ud800" })
        {
            Assert.Null(await _portal.Service.LookAtLinkAsync(s_anybody, other, Cancel));
            Assert.Equal(new Refusal.NoSuchLink(), await _portal.Service.CancelByLinkAsync(s_anybody, other, Cancel));
            Assert.Equal(new Refusal.NoSuchLink(), await _portal.Service.ReportByLinkAsync(s_anybody, other, Cancel));
        }

        Assert.NotNull((await _portal.OverviewAsync(starter)).Pending);
    }

    [Fact]
    public async Task Reporting_a_change_ends_the_session_that_made_it_and_is_an_event()
    {
        var owner = await ChangedAsync();
        var token = await TokenAsync(RachelsPhone, nameof(SecurityEvent.MethodAdded));

        Assert.Null(await _portal.Service.ReportByLinkAsync(s_anybody, token, Cancel));
        Assert.Null(await _portal.Service.ReportByLinkAsync(s_anybody, token, Cancel));

        Assert.Null(await _portal.Service.OverviewAsync(owner, Cancel));
        Assert.Equal(1, await _portal.ReadAsync(context => context.SignIns.CountAsync(happened => happened.Cause == SignInCause.ReportedNotMine, Cancel)));
        Assert.True((await _portal.Service.LookAtLinkAsync(s_anybody, token, Cancel))?.IsReported);
        Assert.Equal(new Refusal.NoSuchLink(), await _portal.Service.CancelByLinkAsync(s_anybody, token, Cancel));
    }

    [Fact]
    public async Task A_destination_that_was_removed_only_reports()
    {
        var owner = await ChangedAsync();
        var token = await TokenAsync(RachelsPhone, nameof(SecurityEvent.MethodAdded));
        Assert.Null(await _portal.Service.RemoveMethodAsync(owner, await _portal.MethodAsync(owner, RachelsPhone), knowingly: false, Cancel));

        Assert.Null(await _portal.Service.ReportByLinkAsync(s_anybody, token, Cancel));

        Assert.NotNull(await _portal.Service.OverviewAsync(owner, Cancel));
    }

    [Fact]
    public async Task Serves_as_long_as_what_it_cancels_and_is_forgotten_then()
    {
        _ = await _portal.StartReplacementAsync();
        var token = await TokenAsync(RachelsMail, nameof(SecurityEvent.ReplacementStarted));
        _portal.Clock.Advance(60.Days);

        Assert.Null(await _portal.Service.LookAtLinkAsync(s_anybody, token, Cancel));
        Assert.True(await _portal.Service.ForgetAsync(new(), Cancel) > 0);
        Assert.Equal(0, await _portal.ReadAsync(context => context.Links.CountAsync(Cancel)));
    }

    [Fact]
    public async Task Serves_longer_where_the_wait_is_longer()
    {
        await using var portal = await Portal.OpenAsync(new() { ["Security:Replacement:Wait"] = "90.00:00:00" });
        await portal.SeedAsync();
        _ = await portal.StartReplacementAsync();
        await portal.SendMailAsync();
        var token = portal.Messages.To(RachelsMail.Value).Last(message => message.Kind == nameof(SecurityEvent.ReplacementStarted)).Links[0].Split('/')[^1];

        portal.Clock.Advance(89.Days);

        Assert.Null(await portal.Service.CancelByLinkAsync(s_anybody, token, Cancel));
    }

    private async Task<Owner> ChangedAsync()
    {
        var owner = await _portal.SignInAsync();
        await _portal.ProveAsync(owner);
        await _portal.AddAsync(owner, NewMail);
        return owner;
    }

    private async Task<string> TokenAsync(Contact to, string kind)
    {
        await _portal.SendMailAsync();
        var message = _portal.Messages.To(to.Value).Last(message => message.Kind == kind);
        return to.Kind == MethodKind.Email ? message.Links[0].Split('/')[^1] : message.Text.Split(' ')[^1];
    }
}
