using Bunit;
using SecurityPortal.Components.OwnerPages;
using SecurityPortal.Domain;
using SecurityPortal.Service;
using SecurityPortal.Tests.Support;
using static SecurityPortal.Tests.Support.People;

namespace SecurityPortal.Tests.Components;

public sealed class AdvancedPageTests : OwnerPageTest
{
    [Fact]
    public async Task Sessions_are_listed_and_this_one_is_marked()
    {
        _ = await Portal.SignInAsync(source: "198.51.100.7");
        _ = await Portal.GivePasswordAsync(source: "203.0.113.5");

        var page = Open<AdvancedPage>("/security-info/advanced");

        Assert.Equal(3, page.FindAll(".session:not(.remembered)").Count);
        Assert.Contains("192.0.2.1", page.FindAll(".session").Single(row => row.TextContent.Contains("This one", StringComparison.Ordinal)).TextContent, StringComparison.Ordinal);
        Assert.Contains("Password only", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_session_ends_without_a_proof()
    {
        var other = await Portal.SignInAsync(source: "198.51.100.7");
        var page = Open<AdvancedPage>("/security-info/advanced");

        await ClickAsync(page, "End");

        IsTold("The session in Chrome on Linux has ended.");
        Assert.False(await Portal.Service.IsAliveAsync(other, Cancel));
        Assert.True(await Portal.Service.IsAliveAsync(Rachels, Cancel));
        page.WaitForAssertion(() => Assert.Contains("You are signed in nowhere else.", page.Markup, StringComparison.Ordinal));
    }

    [Fact]
    public async Task All_others_end_at_once()
    {
        var others = new[] { await Portal.SignInAsync(source: "198.51.100.7"), await Portal.GivePasswordAsync(source: "203.0.113.5") };
        var page = Open<AdvancedPage>("/security-info/advanced");

        await ClickAsync(page, "End all others");

        IsTold("Other sessions ended: 2.");
        foreach (var other in others)
            Assert.False(await Portal.Service.IsAliveAsync(other, Cancel));
    }

    [Fact]
    public async Task All_end_with_this_one_and_the_page_is_left()
    {
        var other = await Portal.SignInAsync(source: "198.51.100.7");
        var page = Open<AdvancedPage>("/security-info/advanced");

        await ClickAsync(page, "End all sessions");

        Assert.False(await Portal.Service.IsAliveAsync(other, Cancel));
        Assert.False(await Portal.Service.IsAliveAsync(Rachels, Cancel));
        page.WaitForAssertion(() => Assert.Contains("/sign-in", Address.Uri, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_session_that_a_remembered_browser_opened_says_so()
    {
        await RememberAsync("laptop");
        _ = await Portal.Service.SignInAsync(Laptop("laptop"), Rachel, Portal.Password, Cancel);

        var page = Open<AdvancedPage>("/security-info/advanced");

        page.WaitForAssertion(() => Assert.Contains("Remembered browser", page.FindAll(".session:not(.remembered) .badge").Select(badge => badge.TextContent)));
    }

    [Fact]
    public async Task Places_are_named_where_they_are_known()
    {
        _ = await Portal.Service.SignInAsync(From("203.0.113.5") with { Place = new("GB", "Leeds") }, Rachel, Portal.Password, Cancel);

        var page = Open<AdvancedPage>("/security-info/advanced");

        page.WaitForAssertion(() => Assert.Contains("Leeds, United Kingdom", page.Markup, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_remembered_browser_is_forgotten_after_a_proof_in_place()
    {
        await RememberAsync("laptop");
        var page = Open<AdvancedPage>("/security-info/advanced");

        Press(page, "Forget");
        await ProveAsync(page);

        IsTold("Chrome on Linux is forgotten.");
        Assert.Empty((await Portal.OverviewAsync(Rachels)).Browsers);
        page.WaitForAssertion(() => Assert.Contains("None. On the page for the code, tick", page.Markup, StringComparison.Ordinal));
    }

    [Fact]
    public async Task All_remembered_browsers_are_forgotten_at_once()
    {
        await RememberAsync("laptop");
        await RememberAsync("library");
        Portal.Clock.Advance(1.Minutes);
        await Portal.ProveAsync(Rachels);
        var page = Open<AdvancedPage>("/security-info/advanced");
        page.WaitForAssertion(() => Assert.Equal(2, page.FindAll(".remembered").Count));

        await ClickAsync(page, "Forget all");

        IsTold("All remembered browsers are forgotten.");
        page.WaitForAssertion(() => Assert.Empty(page.FindAll(".remembered")));
    }

    private static Visitor Laptop(string browser) => From("198.51.100.7") with { BrowserId = browser };

    private async Task RememberAsync(string browser)
    {
        var limited = (await Portal.Service.SignInAsync(Laptop(browser), Rachel, Portal.Password, Cancel)).Owner!;
        var method = await Portal.MethodAsync(limited, RachelsMail);
        Portal.Clock.Advance(1.Minutes);
        Assert.Null(await Portal.Service.AskForCodeAsync(limited, Purpose.SignIn, method, Cancel));
        var (challenge, code) = await Portal.CodeAsync(limited, Purpose.SignIn, method);
        Assert.Null((await Portal.Service.CompleteSignInAndRememberAsync(limited, challenge, code, Cancel)).Refusal);
    }
}
