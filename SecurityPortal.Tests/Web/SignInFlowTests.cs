using SecurityPortal.Tests.Support;

namespace SecurityPortal.Tests.Web;

/// <summary>Signing in over plain HTTP, without script (R-SIGN-1).</summary>
public sealed class SignInFlowTests
{
    public static TheoryData<bool> Methods => [true, false];

    [Theory]
    [MemberData(nameof(Methods))]
    public async Task A_user_signs_in_by_mail_or_by_text(bool byMail)
    {
        var contact = byMail ? People.RachelsMail : People.RachelsPhone;
        await using var portal = await WebPortal.OpenAsync();
        using var tab = portal.Visit();

        await tab.TypeNameAsync();
        Assert.Equal(303, (int)tab.Answer);
        Assert.Contains(People.Rachel, tab.Text, StringComparison.Ordinal);

        await tab.TypePasswordAsync();
        Assert.Equal(("/sign-in/verify", "Verify your identity"), (tab.Address, tab.Heading));
        Assert.DoesNotContain(contact.Value, tab.Html, StringComparison.Ordinal);

        await tab.ChooseAsync(contact);
        Assert.StartsWith("/sign-in/code?method=", tab.Address, StringComparison.Ordinal);
        var message = (await portal.SentToAsync(contact))[^1];
        Assert.Equal(message.Reference, tab.Page.QuerySelector(".reference")!.TextContent);

        await tab.TypeCodeAsync(message.Code!);
        Assert.Equal(303, (int)tab.Answer);
        Assert.Equal("/security-info", tab.Address);
    }

    [Theory]
    [InlineData("{0} ")]
    [InlineData("{1}-{2}")]
    [InlineData("{1} {2}")]
    public async Task A_code_is_pasted_with_blanks_or_dashes(string form)
    {
        await using var portal = await WebPortal.OpenAsync();
        using var tab = portal.Visit();
        await tab.GivePasswordAsync();
        await tab.ChooseAsync(People.RachelsMail);
        var code = await portal.CodeToAsync(People.RachelsMail);

        await tab.TypeCodeAsync(string.Format(null, form, code, code[..3], code[3..]));

        Assert.Equal("/security-info", tab.Address);
    }

    [Fact]
    public async Task Where_the_user_wanted_to_go_survives_the_whole_way()
    {
        await using var portal = await WebPortal.OpenAsync();
        using var tab = portal.Visit();

        await tab.OpenAsync("/sign-in?returnUrl=%2Fsecurity-info%2Fadvanced%3Fx%3D1");
        await tab.PressAsync("Next", ("account", "wrong"));
        await tab.PressAsync("Wrong account?");
        await tab.PressAsync("Next", ("account", People.Rachel));
        await tab.TypePasswordAsync("a wrong one");
        await tab.TypePasswordAsync();
        await tab.ChooseAsync(People.RachelsMail);
        await tab.ClickAsync("Try another way");
        await tab.ChooseAsync(People.RachelsPhone);
        await tab.TypeCodeAsync("123");
        await tab.TypeCodeAsync(await portal.CodeToAsync(People.RachelsPhone));

        Assert.Equal("/security-info/advanced?x=1", tab.Address);
    }

    [Theory]
    [InlineData("https://elsewhere.example/")]
    [InlineData("//elsewhere.example")]
    [InlineData("/\\elsewhere.example")]
    [InlineData("/sign-out")]
    [InlineData("/sign-in/verify")]
    [InlineData("/Sign-In/verify")]
    [InlineData("/%73ign-out")]
    [InlineData("/x/../sign-out")]
    public async Task Nobody_is_sent_elsewhere(string returnUrl)
    {
        await using var portal = await WebPortal.OpenAsync();
        using var tab = portal.Visit();

        await tab.OpenAsync($"/sign-in?returnUrl={Uri.EscapeDataString(returnUrl)}");
        await tab.PressAsync("Next", ("account", People.Rachel));
        await tab.TypePasswordAsync();
        await tab.ChooseAsync(People.RachelsMail);
        await tab.TypeCodeAsync(await portal.CodeToAsync(People.RachelsMail));

        Assert.Equal("/security-info", tab.Address);
    }

    [Fact]
    public async Task Whoever_is_signed_in_has_nothing_to_do_on_the_way_in()
    {
        await using var portal = await WebPortal.OpenAsync();
        using var tab = portal.Visit();
        await tab.SignInAsync(portal);

        foreach (var page in new[] { "/sign-in", "/sign-in/verify", "/sign-in/code", "/sign-in/unrecognised", "/change-password", "/message/undo" })
        {
            await tab.OpenAsync(page);
            Assert.Equal("/security-info", tab.Address);
        }
    }

    [Fact]
    public async Task Who_has_no_method_yet_is_led_to_register()
    {
        await using var portal = await WebPortal.OpenAsync();
        using var tab = portal.Visit();

        await tab.GivePasswordAsync(People.Newcomer);

        Assert.Equal("/register", tab.Address);
        await tab.OpenAsync("/sign-in/verify");
        Assert.Equal("/register", tab.Address);
    }

    [Fact]
    public async Task Steps_cannot_be_skipped()
    {
        await using var portal = await WebPortal.OpenAsync();
        using var tab = portal.Visit();

        foreach (var page in new[] { "/sign-in/verify", "/sign-in/code", "/sign-in/unrecognised", "/change-password", "/message/undo" })
        {
            await tab.OpenAsync(page);
            Assert.Equal($"/sign-in?returnUrl={Uri.EscapeDataString(page)}", tab.Address);
        }

        await tab.GivePasswordAsync();
        await tab.OpenAsync("/message/undo");
        Assert.Equal("/sign-in/verify", tab.Address);
    }

    [Fact]
    public async Task Signing_out_ends_the_session_and_says_so_once()
    {
        await using var portal = await WebPortal.OpenAsync();
        using var tab = portal.Visit();
        await tab.SignInAsync(portal);

        await tab.OpenAsync("/sign-out");
        Assert.Equal("Do you want to sign out?", tab.Heading);
        await tab.SendAsync((AngleSharp.Html.Dom.IHtmlElement)tab.Page.QuerySelector("main form button")!);

        Assert.Equal(("/sign-in", "You are signed out."), (tab.Address, tab.Page.QuerySelector("[role=status]")?.TextContent.Trim()));
        await tab.ReloadAsync();
        Assert.DoesNotContain("You are signed out.", tab.Text, StringComparison.Ordinal);
        await tab.OpenAsync("/sign-in/verify");
        Assert.StartsWith("/sign-in?", tab.Address, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_dead_session_leads_back_to_the_name()
    {
        await using var portal = await WebPortal.OpenAsync();
        using var tab = portal.Visit();
        await tab.GivePasswordAsync();
        await tab.ChooseAsync(People.RachelsMail);
        var code = await portal.CodeToAsync(People.RachelsMail);

        portal.Clock.Advance(15.Minutes);
        await tab.TypeCodeAsync(code);

        Assert.Equal("Sign in", tab.Heading);
        Assert.Single(await portal.SentToAsync(People.RachelsMail), sent => sent.Code is not null);
    }

    [Fact]
    public async Task While_a_replacement_waits_the_picker_says_what_old_info_does()
    {
        await using var portal = await WebPortal.OpenAsync();
        var started = await portal.Inside.StartReplacementAsync();
        using var tab = portal.Visit();

        await tab.GivePasswordAsync();
        Assert.Equal("/pending", tab.Address);
        await tab.OpenAsync("/sign-in/verify");
        var warning = tab.Html.IndexOf("Using this will cancel the update of your security info.", StringComparison.Ordinal);
        Assert.InRange(warning, 0, tab.Html.IndexOf("class=\"methods\"", StringComparison.Ordinal));

        await tab.ChooseAsync(People.RachelsPhone);
        Assert.Contains("Using this will cancel the update of your security info.", tab.Text, StringComparison.Ordinal);
        Assert.NotNull((await portal.Inside.OverviewAsync(started)).Pending);
        await tab.TypeCodeAsync(await portal.CodeToAsync(People.RachelsPhone));

        Assert.Equal("/security-info", tab.Address);
        Assert.Null((await portal.Inside.OverviewAsync(started)).Pending);
    }
}
