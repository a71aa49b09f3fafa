using System.Net;
using Microsoft.Extensions.DependencyInjection;
using SecurityPortal.Domain;
using SecurityPortal.Rehearsal;
using SecurityPortal.Tests.Support;

namespace SecurityPortal.Tests.Rehearsal;

public sealed class RehearsalPageTests : IDisposable
{
    private static readonly Contact s_rachelsMail = new(MethodKind.Email, "rachel@mail.example");

    private readonly PortalServer _portal = new();
    private readonly Tab _tab;

    public RehearsalPageTests() => _tab = new(_portal.Visitor());

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private RehearsalClock Clock => _portal.Services.GetRequiredService<RehearsalClock>();

    public void Dispose()
    {
        _tab.Dispose();
        _portal.Dispose();
    }

    [Fact]
    public async Task Says_who_can_sign_in_and_with_which_password()
    {
        await _tab.OpenAsync("/rehearsal");

        Assert.Equal("Rehearsal", _tab.Heading);
        Assert.All(DemoAccounts.All, account => Assert.Contains(account.Details.Name, _tab.Text, StringComparison.Ordinal));
        Assert.Contains(DemoAccounts.Password, _tab.Text, StringComparison.Ordinal);
        Assert.Contains("No message yet", _tab.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Has_the_code_that_was_just_asked_for()
    {
        await _portal.AskForCodeAsync("rachel@contoso.example", method: 0);

        await _tab.OpenAsync("/rehearsal");

        var message = await _portal.NewestAsync(s_rachelsMail);
        Assert.Equal(message.Code, _tab.Page.QuerySelector("article [data-copy]")?.GetAttribute("data-copy"));
        Assert.Equal([message.Code, message.Reference], _tab.Page.QuerySelectorAll("article .reference").Select(shown => shown.TextContent));
    }

    [Fact]
    public async Task Shows_one_persons_messages_alone()
    {
        await _portal.AskForCodeAsync("rachel@contoso.example", method: 0);
        await _portal.AskForCodeAsync("rachel@contoso.example", method: 1);
        await _tab.OpenAsync("/rehearsal");
        Assert.Equal(2, _tab.Page.QuerySelectorAll("article").Length);

        await _tab.OpenAsync(_tab.Page.QuerySelector("article a")!.GetAttribute("href")!);

        Assert.Equal("+12025550101", Assert.Single(_tab.Page.QuerySelectorAll("article")).QuerySelector("bdi")?.TextContent);
    }

    [Fact]
    public async Task Moves_the_clock_and_shows_what_that_brought()
    {
        await _portal.StartReplacementAsync("rachel@contoso.example");
        await _tab.OpenAsync("/rehearsal");

        await _tab.PressAsync("+30 days");

        Assert.Equal(30.Days, Clock.Offset);
        Assert.Contains("30 days, 00:00 h", _tab.Text, StringComparison.Ordinal);
        Assert.Equal("ReplacementApplied", (await _portal.NewestAsync(s_rachelsMail)).Kind);
        Assert.Contains((await _portal.NewestAsync(s_rachelsMail)).Subject, _tab.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("-1.00:00:00")]
    [InlineData("1000.00:00:00")]
    public async Task Moves_it_by_nothing_else(string by)
    {
        await _tab.OpenAsync("/rehearsal");

        using var answer = await _tab.Browser.PostAsync("/rehearsal", Forms.Of(("__RequestVerificationToken", Forms.TokenIn(_tab.Html)), ("advance", by)), Cancel);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(TimeSpan.Zero, Clock.Offset);
    }

    [Fact]
    public async Task Moves_it_for_its_own_form_only()
    {
        using var answer = await _tab.Browser.PostAsync("/rehearsal", Forms.Of(("advance", "30.00:00:00")), Cancel);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(TimeSpan.Zero, Clock.Offset);
    }

    [Fact]
    public async Task Leads_to_what_a_notice_links_to()
    {
        await _portal.StartReplacementAsync("rachel@contoso.example");

        await _tab.OpenAsync("/rehearsal");

        var link = Assert.Single((await _portal.NewestAsync(s_rachelsMail)).Links);
        Assert.StartsWith(_portal.Url, link, StringComparison.Ordinal);
        Assert.Contains(_tab.Page.QuerySelectorAll("article a"), shown => shown.GetAttribute("href") == link);
    }

    [Fact]
    public async Task Shows_a_mail_as_it_is_and_lets_nothing_in_it_act()
    {
        await _portal.AskForCodeAsync("rachel@contoso.example", method: 0);
        var message = await _portal.NewestAsync(s_rachelsMail);

        using var answer = await _tab.Browser.GetAsync($"/rehearsal/messages/{message.Id}/html", Cancel);

        Assert.Equal(message.Html, await answer.Content.ReadAsStringAsync(Cancel));
        Assert.StartsWith("default-src 'none'; style-src 'unsafe-inline'; ", Assert.Single(answer.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Speaks_the_visitors_language()
    {
        _tab.Browser.DefaultRequestHeaders.Add("Accept-Language", "de");

        await _tab.OpenAsync("/rehearsal");

        Assert.Equal("Probe", _tab.Heading);
        Assert.Contains("Noch keine Nachricht", _tab.Text, StringComparison.Ordinal);
    }
}
