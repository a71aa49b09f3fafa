using Microsoft.EntityFrameworkCore;
using SecurityPortal.Domain;
using SecurityPortal.Tests.Support;
using static SecurityPortal.Tests.Support.People;

namespace SecurityPortal.Tests.Web;

/// <summary>What the plain pages say when enough codes were sent (R-BLOCK-7): that nothing was, why, until when, and what helps.</summary>
public sealed class LimitPagesTests
{
    [Fact]
    public async Task The_picker_says_that_nothing_was_sent_and_when_the_next_can_be()
    {
        await using var portal = await WebPortal.OpenAsync();
        await UseUpAsync(portal.Inside);
        using var tab = portal.Visit();
        await tab.GivePasswordAsync();
        Assert.Contains("The next one can be sent in 1 hour", Squeezed(Row(tab)), StringComparison.Ordinal);

        await tab.ChooseAsync(RachelsMail);

        Assert.Equal("/sign-in/verify", tab.Address);
        Assert.Contains("Nothing was sent: this method has been sent 5 codes lately", tab.Alert, StringComparison.Ordinal);
        Assert.Contains("Until then use another method.", tab.Alert, StringComparison.Ordinal);
        Assert.DoesNotContain("code sent", tab.Text, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(5, (await portal.SentToAsync(RachelsMail)).Count);
        await tab.ReloadAsync();
        Assert.Null(tab.Alert);
    }

    [Fact]
    public async Task Another_method_goes_on_working()
    {
        await using var portal = await WebPortal.OpenAsync();
        await UseUpAsync(portal.Inside);
        using var tab = portal.Visit();

        await tab.SignInAsync(portal, RachelsPhone);

        Assert.Equal("/security-info", tab.Address);
    }

    [Fact]
    public async Task On_the_code_page_a_code_that_is_out_stays_open_when_no_more_are_sent()
    {
        await using var portal = await WebPortal.OpenAsync();
        using var tab = portal.Visit();
        await tab.GivePasswordAsync();
        await tab.ChooseAsync(RachelsMail);
        await UseUpAsync(portal.Inside, 4);
        portal.Clock.Advance(1.Minutes);

        await tab.PressAsync("Send another code");

        Assert.StartsWith("/sign-in/code", tab.Address, StringComparison.Ordinal);
        Assert.Contains("Nothing was sent", tab.Alert, StringComparison.Ordinal);
        var first = (await portal.SentToAsync(RachelsMail)).First(message => message.Reference == tab.Page.QuerySelector(".reference")!.TextContent);
        await tab.TypeCodeAsync(first.Code!);
        Assert.Equal("/security-info", tab.Address);
    }

    [Fact]
    public async Task After_the_whole_contact_was_typed_the_picker_says_it()
    {
        await using var portal = await WebPortal.OpenAsync();
        await UseUpAsync(portal.Inside);
        var token = (await portal.SentToAsync(RachelsMail))[^1].Links[0].Split('/')[^1];
        Assert.Null(await portal.Inside.Service.ReportCodeAsync(From("192.0.2.50"), token, Cancel));
        using var tab = portal.Visit();
        await tab.GivePasswordAsync();
        await tab.ChooseAsync(RachelsMail);
        Assert.StartsWith("/sign-in/contact", tab.Address, StringComparison.Ordinal);

        await tab.PressAsync("Send the code", ("contact", RachelsMail.Value));

        Assert.Equal("/sign-in/verify", tab.Address);
        Assert.Contains("Nothing was sent", tab.Alert, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Where_a_request_comes_from_is_taken_from_a_known_proxy_alone(bool isKnown)
    {
        await using var portal = await WebPortal.OpenAsync(isKnown ? new() { ["Portal:KnownProxies:0"] = "127.0.0.1", ["Portal:KnownProxies:1"] = "::1" } : []);
        using var tab = portal.Visit();
        tab.Browser.DefaultRequestHeaders.Add("X-Forwarded-For", "203.0.113.7");
        await tab.GivePasswordAsync();
        await tab.ChooseAsync(RachelsMail);

        var keys = await portal.Inside.ReadAsync(context => context.Throttles.Select(row => row.Key).ToListAsync(Cancel));

        var source = Assert.Single(keys, key => key.StartsWith("source:", StringComparison.Ordinal));
        Assert.Equal(isKnown, source == "source:203.0.113.7");
    }

    private static async Task UseUpAsync(Portal portal, int count = 5)
    {
        for (var i = 0; i < count; i++)
        {
            var owner = await portal.GivePasswordAsync(source: $"203.{i}.113.1");
            Assert.Null(await portal.Service.AskForCodeAsync(owner, Purpose.SignIn, await portal.MethodAsync(owner, RachelsMail), Cancel));
        }
    }

    private static string Row(Tab tab) => tab.Page.QuerySelectorAll("button.method").Single(row => row.TextContent.Contains(RachelsMail.Masked, StringComparison.Ordinal)).TextContent;

    private static string Squeezed(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
