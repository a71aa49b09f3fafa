using SecurityPortal.Domain;
using SecurityPortal.Tests.Support;
using static SecurityPortal.Tests.Support.People;

namespace SecurityPortal.Tests.Web;

/// <summary>What a page says when a sign-in is unusual, a source is slowed or a region is attacked (R-RISK, R-BLOCK-7).</summary>
public sealed class RiskPagesTests
{
    [Fact]
    public async Task At_medium_the_whole_contact_is_asked_for_and_the_page_says_why()
    {
        await using var portal = await WebPortal.OpenAsync();
        using var tab = portal.Visit();
        await FailAsync(tab, 5);

        await tab.GivePasswordAsync();
        Assert.Contains("Wrong passwords for many accounts came from your network. So please type the whole number or address", tab.Text, StringComparison.Ordinal);
        await tab.ChooseAsync(RachelsPhone);

        Assert.Equal("Type the whole number", tab.Heading);
        Assert.Contains("Wrong passwords for many accounts came from your network.", tab.Text, StringComparison.Ordinal);
        Assert.Empty(await portal.SentToAsync(RachelsPhone));
        await tab.PressAsync("Send the code", ("contact", "07700 900123"));
        await tab.TypeCodeAsync(await portal.CodeToAsync(RachelsPhone));
        Assert.Contains(await portal.SentToAsync(RachelsMail), sent => sent.Kind == nameof(SecurityEvent.UnusualSignIn));
    }

    [Fact]
    public async Task At_low_nothing_is_said_and_a_row_sends_the_code()
    {
        await using var portal = await WebPortal.OpenAsync();
        using (var usual = portal.Visit())
            await usual.SignInAsync(portal);
        using var tab = portal.Visit();

        await tab.GivePasswordAsync();
        Assert.DoesNotContain("please type", tab.Text, StringComparison.Ordinal);
        await tab.ChooseAsync(RachelsPhone);

        Assert.NotNull(await portal.CodeToAsync(RachelsPhone));
        Assert.DoesNotContain(await portal.SentToAsync(RachelsMail), sent => sent.Kind == nameof(SecurityEvent.UnusualSignIn));
    }

    [Fact]
    public async Task The_notices_button_ends_the_session_that_signed_in()
    {
        await using var portal = await WebPortal.OpenAsync();
        using var tab = portal.Visit();
        await FailAsync(tab, 5);
        await tab.GivePasswordAsync();
        await tab.ChooseAsync(RachelsPhone);
        await tab.PressAsync("Send the code", ("contact", RachelsPhone.Value));
        await tab.TypeCodeAsync(await portal.CodeToAsync(RachelsPhone));
        await tab.OpenAsync("/security-info");
        Assert.Equal("/security-info", tab.Address);

        using var owner = portal.Visit();
        var link = (await portal.SentToAsync(RachelsMail)).Last(sent => sent.Kind == nameof(SecurityEvent.UnusualSignIn)).Links.Single();
        await owner.OpenAsync(new Uri(link).PathAndQuery);
        Assert.Contains("There was an unusual sign-in to the account.", owner.Text, StringComparison.Ordinal);
        await owner.PressAsync("This wasn't me");

        await tab.OpenAsync("/security-info");
        Assert.StartsWith("/sign-in", tab.Address, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Rachel)]
    [InlineData("nobody@contoso.example")]
    public async Task A_slowed_source_is_told_until_when_and_what_helps(string name)
    {
        await using var portal = await WebPortal.OpenAsync(new() { ["Security:Passwords:WrongOfSource"] = "5" });
        using var tab = portal.Visit();
        await FailAsync(tab, 5);

        await tab.GivePasswordAsync(name);

        Assert.Contains("Too many wrong passwords for many accounts came from your network.", tab.Text, StringComparison.Ordinal);
        Assert.Contains("in 1 hour", tab.Text, StringComparison.Ordinal);
        Assert.Contains("Use another network", tab.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_wait_of_an_attacked_region_is_shown_before_and_after_a_code_is_asked_for()
    {
        await using var portal = await WebPortal.OpenAsync(new() { ["Security:Regions:Pace"] = "1" });
        await MarkAsync(portal, isClosed: false);
        for (var i = 0; i < 3; i++)
        {
            var other = await portal.Inside.GivePasswordAsync(source: $"198.51.100.{i}");
            Assert.Null(await portal.Inside.Service.AskForCodeAsync(other, Purpose.SignIn, await portal.Inside.MethodAsync(other, RachelsPhone), Cancel));
        }

        portal.Clock.Advance(5.Seconds);
        using var tab = portal.Visit();
        await tab.GivePasswordAsync();
        Assert.Contains("Because of a heavy attack, codes go out in turn at present: about 3 minutes.", tab.Find(RachelsPhone.Masked).TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("attack", tab.Find(RachelsMail.Masked).TextContent, StringComparison.Ordinal);

        await tab.ChooseAsync(RachelsPhone);
        Assert.Contains("12:03", tab.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_closed_region_greys_its_methods_and_says_why()
    {
        await using var portal = await WebPortal.OpenAsync();
        await MarkAsync(portal, isClosed: true);
        using var tab = portal.Visit();

        await tab.GivePasswordAsync();

        Assert.True(tab.Find(RachelsPhone.Masked).HasAttribute("disabled"));
        Assert.Contains("Because of a heavy attack, no codes are sent here at present.", tab.Find(RachelsPhone.Masked).TextContent, StringComparison.Ordinal);
        Assert.False(tab.Find(RachelsMail.Masked).HasAttribute("disabled"));
        Assert.Empty(await portal.SentToAsync(RachelsPhone));
    }

    private static async Task MarkAsync(WebPortal portal, bool isClosed) => Assert.Null(await portal.Inside.Service.SetRegionAsync(
        await portal.Inside.StaffAsync(), RegionKind.CallingCode, "+44", portal.Inside.Now + 2.Hours, isClosed, null, "attack", Cancel));

    private static async Task FailAsync(Tab tab, int names)
    {
        for (var i = 0; i < names; i++)
        {
            var other = tab.NewTab();
            await other.OpenAsync("/sign-in");
            if (other.Page.QuerySelector("#account") is null)
                await other.PressAsync("Wrong account?");
            await other.TypeNameAsync($"name{i}@contoso.example");
            await other.TypePasswordAsync("not the right one");
        }

        await tab.OpenAsync("/sign-in");
        if (tab.Page.QuerySelector("#account") is null)
            await tab.PressAsync("Wrong account?");
    }
}
