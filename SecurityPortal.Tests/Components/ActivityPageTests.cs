using AngleSharp.Dom;
using Bunit;
using Microsoft.EntityFrameworkCore;
using SecurityPortal.Components.OwnerPages;
using SecurityPortal.Domain;
using SecurityPortal.Tests.Support;
using static SecurityPortal.Tests.Support.People;

namespace SecurityPortal.Tests.Components;

/// <summary>R-ACT-1: <em>Recent activity</em>.</summary>
public sealed class ActivityPageTests : OwnerPageTest
{
    private const string Elsewhere = "198.51.100.7";

    [Fact]
    public void A_sign_in_is_one_line_with_its_browser_network_and_time()
    {
        var page = Look();

        var line = Assert.Single(page.FindAll(".activity-line"));
        Assert.Contains("Signed in with a code to rachel@mail.example", line.TextContent, StringComparison.Ordinal);
        Assert.Contains("This session", line.TextContent, StringComparison.Ordinal);
        Assert.Contains("192.0.2.1", line.TextContent, StringComparison.Ordinal);
        Assert.Contains("Monday, 23 November 2026, 12:00", line.TextContent, StringComparison.Ordinal);
        Assert.Equal("Today", page.Find("h2").TextContent);
        Assert.Contains("There is nothing older.", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Buttons_name_what_they_answer()
    {
        await KnownAsync();
        var page = Look();

        Assert.All(page.FindAll(".activity-answers button"), button => Assert.Contains("November 2026", button.GetAttribute("aria-label"), StringComparison.Ordinal));
        Assert.Equal(page.FindAll(".activity-answers button").Count, page.FindAll(".activity-answers button").Select(button => button.GetAttribute("aria-label")).Distinct().Count());
    }

    [Fact]
    public async Task What_is_unusual_is_on_top_until_it_was_me()
    {
        await KnownAsync();
        var page = Look();
        Assert.Equal("Please look at this", page.FindAll("h2")[0].TextContent);
        Assert.Contains("Somebody knows your password", Open(page).TextContent, StringComparison.Ordinal);

        await page.InvokeAsync(() => Open(page).QuerySelectorAll("button").Single(button => button.TextContent == "This was me").ClickAsync());

        IsTold("Thank you, that is noted.");
        page.WaitForAssertion(() => Assert.DoesNotContain("Please look at this", page.Markup, StringComparison.Ordinal));
        Assert.Contains("You said: this was me", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task This_was_not_me_ends_it_and_leads_to_securing_the_account()
    {
        var thief = await Portal.SignInAsync(source: Elsewhere);
        var page = Look();

        await SayNotMeAsync(page, Elsewhere);

        page.WaitForAssertion(() => Assert.Equal("Secure your account", page.Find("h1").TextContent));
        Assert.False(await Portal.Service.IsAliveAsync(thief, Cancel));
        Assert.Contains("?not-me=s", Address.Uri, StringComparison.Ordinal);
        Assert.Contains("The session that did it is signed out", page.Markup, StringComparison.Ordinal);
        var number = await Portal.ReadAsync(context => context.Cases.Select(opened => opened.Number).SingleAsync(Cancel));
        Assert.Contains(number, page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reload_comes_back_to_it_and_says_how_far_it_has_come()
    {
        _ = await Portal.SignInAsync(source: Elsewhere);
        _ = await Portal.SignInAsync(source: "203.0.113.5");
        var page = Look();
        await SayNotMeAsync(page, Elsewhere);
        page.WaitForAssertion(() => Assert.Contains("Signed in elsewhere: 1.", page.Markup, StringComparison.Ordinal));
        await ClickAsync(page, "End all others");
        page.WaitForAssertion(() => Assert.Contains("All other sessions have ended.", page.Markup, StringComparison.Ordinal));

        var again = Render<ActivityPage>();
        again.WaitForElement(".activity-steps");

        Assert.Equal("Secure your account", again.Find("h1").TextContent);
        Assert.Contains("You are signed in nowhere else.", again.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_account_is_secured_after_a_proof()
    {
        _ = await Portal.SignInAsync(source: Elsewhere);
        var page = Look();
        await SayNotMeAsync(page, Elsewhere);
        page.WaitForState(() => page.Markup.Contains("Secure my account", StringComparison.Ordinal));

        Press(page, "Secure my account");
        await ProveAsync(page);

        page.WaitForAssertion(() => Assert.EndsWith("/change-password", Address.Uri, StringComparison.Ordinal));
        Assert.True((await Portal.OverviewAsync(Rachels)).MustChangePassword);
    }

    [Fact]
    public async Task A_method_that_was_added_is_named_with_the_way_to_remove_it()
    {
        var thief = await Portal.SignInAsync(source: Elsewhere);
        await Portal.ProveAsync(thief);
        await Portal.AddAsync(thief, NewMail);
        var page = Look();

        await page.InvokeAsync(() => Line(page, "rachel.new@post.example was added").QuerySelectorAll("button").Single(button => button.TextContent == "This wasn't me").ClickAsync());

        page.WaitForState(() => page.Markup.Contains("Undo the change", StringComparison.Ordinal));
        var link = page.FindAll("a.button").Single(link => link.TextContent == "Remove rachel.new@post.example");
        Assert.Equal($"/security-info?method={await Portal.MethodAsync(Rachels, NewMail)}&change=remove", link.GetAttribute("href"));
    }

    [Fact]
    public async Task Of_this_very_session_it_says_what_that_means_and_signs_out_everywhere()
    {
        var other = await Portal.SignInAsync(source: "203.0.113.5");
        var page = Look();
        await SayNotMeAsync(page, "192.0.2.1");
        page.WaitForState(() => page.Markup.Contains("It was this very session", StringComparison.Ordinal));
        Assert.True(await Portal.Service.IsAliveAsync(Rachels, Cancel));

        await ClickAsync(page, "Sign out everywhere");

        page.WaitForAssertion(() => Assert.Contains("/sign-in", Address.Uri, StringComparison.Ordinal));
        Assert.False(await Portal.Service.IsAliveAsync(Rachels, Cancel));
        Assert.False(await Portal.Service.IsAliveAsync(other, Cancel));
    }

    [Fact]
    public async Task What_was_said_in_another_tab_is_told()
    {
        _ = await Portal.SignInAsync(source: Elsewhere);
        var page = Look();
        var rows = (await Portal.Service.ActivityAsync(Rachels, null, Cancel))!.Rows.Where(row => row.Source == Elsewhere);
        Assert.Null(await Portal.Service.AnswerActivityAsync(Rachels, [.. rows.Select(row => row.Ref)], OwnersAnswer.WasNotMe, Cancel));

        await SayNotMeAsync(page, Elsewhere);

        page.WaitForAssertion(() => Assert.Contains("You have said already that this wasn't you", page.Markup, StringComparison.Ordinal));
        Assert.Contains("What follows from it", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_not_ones_own_is_nothing_to_see()
    {
        var page = Open<ActivityPage>("/activity?not-me=s999999");

        page.WaitForAssertion(() => Assert.Contains("There is nothing here that you said wasn't you.", page.Markup, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Older_things_come_on_demand()
    {
        Portal.Clock.Advance(31.Days);
        await SignInAsync();
        var page = Look();
        _ = Assert.Single(page.FindAll(".activity-line"));

        await ClickAsync(page, "Show older");

        page.WaitForAssertion(() => Assert.Equal(2, page.FindAll(".activity-line").Count));
        Assert.Contains("Monday, 23 November 2026", page.FindAll("h2")[^1].TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_headline_says_how_much_there_is_to_look_at()
    {
        await KnownAsync();

        var page = Open<SecurityInfoPage>("/security-info");

        page.WaitForElement(".headline");
        Assert.Equal("/activity", page.FindAll(".headline a").Single(link => link.TextContent.Trim() == "1 thing to look at").GetAttribute("href"));
        Assert.Contains(page.FindAll("nav.links a"), link => link.TextContent == "Recent activity");
    }

    /// <summary>A thief gave the password, and no code.</summary>
    private async Task KnownAsync()
    {
        _ = await Portal.GivePasswordAsync(source: Elsewhere);
        Portal.Clock.Advance(10.Minutes);
        Assert.Null(await Portal.Service.TouchAsync(Rachels, Cancel));
        Portal.Clock.Advance(6.Minutes);
        _ = await Portal.Service.AdvanceAsync(new(), Rachels.Account, Cancel);
    }

    /// <summary>The list, once it has been read.</summary>
    private IRenderedComponent<ActivityPage> Look()
    {
        var page = Open<ActivityPage>("/activity");
        page.WaitForElement(".activity-line");
        return page;
    }

    private static IElement Open(IRenderedComponent<ActivityPage> page) => page.Find(".activity-open .activity-line");

    private static IElement Line(IRenderedComponent<ActivityPage> page, string what) =>
        page.FindAll(".activity-line").Single(line => line.TextContent.Contains(what, StringComparison.Ordinal));

    private static Task SayNotMeAsync(IRenderedComponent<ActivityPage> page, string source) =>
        page.InvokeAsync(() => Line(page, source).QuerySelectorAll("button").Single(button => button.TextContent == "This wasn't me").ClickAsync());
}
