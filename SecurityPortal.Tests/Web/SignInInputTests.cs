using SecurityPortal.Tests.Support;

namespace SecurityPortal.Tests.Web;

/// <summary>Whatever is typed gets a clear message beside its field, and is not lost.</summary>
public sealed class SignInInputTests
{
    public static TheoryData<string, string> BadNames => new()
    {
        { "", "Type your account name." },
        { "   ", "Type your account name." },
        { new('a', 10_000), "at most 254 characters" },
        { "rachel\u0007@contoso.example", "cannot be seen" },
        { "rachel\r\nX: y", "cannot be seen" },
    };

    [Theory]
    [MemberData(nameof(BadNames))]
    public async Task A_bad_name_is_kept_and_told_beside_its_field(string typed, string said)
    {
        await using var portal = await WebPortal.OpenAsync();
        using var tab = portal.Visit();
        await tab.OpenAsync("/sign-in");

        await tab.PressAsync("Next", ("account", typed));

        var field = tab.Page.QuerySelector("#account")!;
        Assert.Equal(typed.ReplaceLineEndings(""), field.GetAttribute("value")!.ReplaceLineEndings(""));
        Assert.Equal("true", field.GetAttribute("aria-invalid"));
        var described = field.GetAttribute("aria-describedby")!.Split(' ');
        Assert.Contains(described, id => tab.Page.GetElementById(id)!.TextContent.Contains(said, StringComparison.Ordinal));
        Assert.Contains(said, tab.Alert, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "Type your password.")]
    [InlineData("10000", "at most 128 characters")]
    public async Task A_bad_password_is_told_beside_its_field_and_the_name_is_kept(string typed, string said)
    {
        await using var portal = await WebPortal.OpenAsync();
        using var tab = portal.Visit();
        await tab.TypeNameAsync();

        await tab.TypePasswordAsync(typed is "10000" ? new('x', 10_000) : typed);

        Assert.Contains(said, tab.Page.QuerySelector("#password-error")!.TextContent, StringComparison.Ordinal);
        Assert.Null(tab.Page.QuerySelector("#password")!.GetAttribute("value"));
        Assert.Contains(People.Rachel, tab.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_password_is_said_once_and_the_name_is_kept()
    {
        await using var portal = await WebPortal.OpenAsync();
        using var tab = portal.Visit();
        await tab.TypeNameAsync();

        await tab.TypePasswordAsync("not the right one");

        Assert.Equal(303, (int)tab.Answer);
        Assert.Contains("do not belong together", tab.Alert, StringComparison.Ordinal);
        Assert.Contains(People.Rachel, tab.Text, StringComparison.Ordinal);
        Assert.Contains("Request ID 0H", tab.Text, StringComparison.Ordinal);
        tab.AssertIsAtFault("password", "do not belong together");
        await tab.ReloadAsync();
        Assert.Null(tab.Alert);
        Assert.Contains(People.Rachel, tab.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Wrong_account_forgets_the_name_and_the_session()
    {
        await using var portal = await WebPortal.OpenAsync();
        using var tab = portal.Visit();
        await tab.GivePasswordAsync();

        await tab.PressAsync("Wrong account?");

        Assert.NotNull(tab.Page.QuerySelector("#account"));
        Assert.DoesNotContain(People.Rachel, tab.Html, StringComparison.Ordinal);
        await tab.OpenAsync("/sign-in/verify");
        Assert.StartsWith("/sign-in?", tab.Address, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_tabs_with_two_names_do_not_mix()
    {
        await using var portal = await WebPortal.OpenAsync();
        using var first = portal.Visit();
        await first.TypeNameAsync();
        var second = first.NewTab();
        await second.OpenAsync("/sign-in");
        await second.PressAsync("Wrong account?");
        await second.TypeNameAsync(People.Newcomer);

        await first.TypePasswordAsync();

        Assert.Equal("/sign-in/verify", first.Address);
        Assert.Contains(People.Rachel, first.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("tampered")]
    [InlineData("")]
    public async Task A_tampered_name_field_signs_nobody_in(string sealedName)
    {
        await using var portal = await WebPortal.OpenAsync();
        using var tab = portal.Visit();
        await tab.TypeNameAsync();

        await tab.PressAsync("Sign in", ("password", Portal.Password), ("name", sealedName));

        Assert.Contains("Type your account name again", tab.Alert, StringComparison.Ordinal);
        Assert.NotNull(tab.Page.QuerySelector("#account"));
    }

    [Fact]
    public async Task A_tampered_form_token_ends_on_a_friendly_page()
    {
        await using var portal = await WebPortal.OpenAsync();
        using var tab = portal.Visit();
        await tab.GivePasswordAsync();

        await tab.PressAsync("Wrong account?", ("__RequestVerificationToken", "tampered"));

        Assert.Equal(400, (int)tab.Status);
        Assert.Equal("Please send that again", tab.Heading);
        await tab.OpenAsync("/sign-in/verify");
        Assert.Equal("Verify your identity", tab.Heading);
    }

    [Fact]
    public async Task The_name_is_forgotten_after_half_an_hour()
    {
        await using var portal = await WebPortal.OpenAsync();
        using var tab = portal.Visit();
        await tab.TypeNameAsync();

        portal.Clock.Advance(30.Minutes);
        await tab.ReloadAsync();

        Assert.NotNull(tab.Page.QuerySelector("#account"));
    }
}
