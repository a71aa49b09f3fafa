using Bunit;
using SecurityPortal.Components.LimitedPages;
using SecurityPortal.Tests.Support;
using static SecurityPortal.Tests.Support.People;

namespace SecurityPortal.Tests.Components;

public sealed class ReplacePageTests : LimitedPageTest
{
    private const string About = "Replace all your security info";
    private const string Info = "How can we reach you from now on?";
    private const string Confirm = "Enter the code";
    private const string Chosen = "Your new info";
    private const string Review = "Replace my security info?";

    [Fact]
    public async Task The_whole_replacement_from_what_it_does_to_pending()
    {
        var rachel = await Portal.GivePasswordAsync();
        var page = Open<ReplacePage>(rachel, "/replace");

        IsAt(page, About);
        Says(page, "extension 4711");
        Says(page, "in 30 days · Wednesday, 23 December 2026, 12:00 (UTC)");
        await PressAsync(page, "Enter new info");
        await GoToChosenAsync(page);
        await PressAsync(page, "Add another");
        await EnterPhoneAsync(page, "+1 202 555 0177");
        await EnterCodeAsync(page, await CodeToAsync("+12025550177"));
        Says(page, "+1 202-555-0177");
        await PressAsync(page, "Review");

        IsAt(page, Review);
        Says(page, "Nothing has changed so far.");
        Says(page, "in 30 days · Wednesday, 23 December 2026, 12:00 (UTC)");
        Says(page, RachelsMail.Masked);
        Assert.Null((await Portal.OverviewAsync(rachel)).Pending);
        await PressAsync(page, "Replace my security info");

        page.WaitForAssertion(() => Assert.Equal("/pending", Place));
        var pending = (await Portal.OverviewAsync(rachel)).Pending!;
        Assert.Equal(Portal.Now + 30.Days, pending.EndsAt);
        Assert.Equal(4, pending.Told.Length);
        Assert.Equal(2, pending.Told.Count(told => told.IsNew));
    }

    [Fact]
    public async Task In_a_full_session_the_password_is_asked_for_again_after_ten_minutes_and_nothing_entered_is_lost()
    {
        var rachel = await Portal.SignInAsync();
        var page = Open<ReplacePage>(rachel, "/replace");
        await PressAsync(page, "Enter new info");
        await GoToChosenAsync(page);
        await PressAsync(page, "Review");
        IsAt(page, Review);
        Portal.Clock.Advance(10.Minutes);
        await PressAsync(page, "Replace my security info");

        Assert.NotNull((await Portal.OverviewAsync(rachel)).Draft);
        Assert.Null((await Portal.OverviewAsync(rachel)).Pending);
        IsAt(page, "Your password, once more");
        page.WaitForElement("#password").Change(Portal.Password);
        await page.WaitForElement("form").SubmitAsync();
        IsAt(page, Review);
        await PressAsync(page, "Replace my security info");
        page.WaitForAssertion(() => Assert.Equal("/pending", Place));
    }

    [Fact]
    public async Task A_reload_at_any_step_shows_the_same_step_and_sends_nothing()
    {
        var page = Open<ReplacePage>(await Portal.GivePasswordAsync(), "/replace");
        await IsTheSameAgainAsync(About);

        await PressAsync(page, "Enter new info");
        await IsTheSameAgainAsync(Info);
        await EnterEmailAsync(page, NewMail.Value);
        await IsTheSameAgainAsync(Confirm);
        await EnterCodeAsync(page, await CodeToAsync(NewMail.Value));
        await IsTheSameAgainAsync(Chosen);
        await PressAsync(page, "Add another");
        await IsTheSameAgainAsync(Info);
        await PressAsync(page, "Cancel");
        await PressAsync(page, "Review");
        await IsTheSameAgainAsync(Review);

        // Back, as the browser does it: the address changes, what is stored does not.
        Address.NavigateTo("/replace?step=confirm");
        IsAt(page, Chosen);
    }

    [Fact]
    public async Task A_second_tab_that_comes_later_goes_on_from_what_is_stored()
    {
        var page = Open<ReplacePage>(await Portal.GivePasswordAsync(), "/replace?step=info");
        await EnterEmailAsync(page, NewMail.Value);
        var other = Reload<ReplacePage>();
        var code = await CodeToAsync(NewMail.Value);
        await EnterCodeAsync(page, code);
        IsAt(page, Chosen);

        await EnterCodeAsync(other, code);

        IsAt(other, Chosen);
    }

    [Fact]
    public async Task A_wrong_code_and_one_tried_too_often_are_said_beside_the_field()
    {
        var page = Open<ReplacePage>(await Portal.GivePasswordAsync(), "/replace?step=info");
        await EnterEmailAsync(page, NewMail.Value);
        var wrong = Not(await CodeToAsync(NewMail.Value));

        foreach (var left in new[] { "4 tries are left", "3 tries are left", "2 tries are left", "one try is left" })
        {
            await EnterCodeAsync(page, wrong);
            Assert.Contains(left, page.Find("#code-error").TextContent, StringComparison.Ordinal);
        }

        await EnterCodeAsync(page, wrong);
        Says(page, "entered wrongly too often");
        Assert.Empty(page.FindAll("#code"));
    }

    [Fact]
    public async Task An_expired_code_is_said_and_another_can_be_sent()
    {
        var page = Open<ReplacePage>(await Portal.GivePasswordAsync(), "/replace?step=info");
        await EnterEmailAsync(page, NewMail.Value);
        var old = await CodeToAsync(NewMail.Value);
        Portal.Clock.Advance(10.Minutes);

        await EnterCodeAsync(page, old);
        Says(page, "The time of this code is over.");
        await PressAsync(page, "Send another code");
        await EnterCodeAsync(page, await CodeToAsync(NewMail.Value));

        IsAt(page, Chosen);
    }

    [Fact]
    public async Task Letters_are_no_try()
    {
        var page = Open<ReplacePage>(await Portal.GivePasswordAsync(), "/replace?step=info");
        await EnterEmailAsync(page, NewMail.Value);

        await EnterCodeAsync(page, "sesame");

        Says(page, "this did not count as a try");
        Assert.Equal("sesame", page.Find("#code").GetAttribute("value"));
    }

    [Fact]
    public async Task What_was_entered_wrongly_can_be_taken_back()
    {
        var rachel = await Portal.GivePasswordAsync();
        var page = Open<ReplacePage>(rachel, "/replace?step=info");
        await EnterEmailAsync(page, "rachel.nwe@post.example");

        await PressAsync(page, "Use another phone or address");
        IsAt(page, Info);
        Assert.Empty((await Portal.OverviewAsync(rachel)).Draft!.Infos);

        await GoToChosenAsync(page);
        await PressAsync(page, "Stop, and leave everything as it is");
        page.WaitForAssertion(() => Assert.Equal("/sign-in/verify", Place));
        Assert.Null((await Portal.OverviewAsync(rachel)).Draft);
    }

    [Fact]
    public async Task A_full_session_gives_its_password_again_when_that_was_long_ago()
    {
        var rachel = await Portal.SignInAsync();
        Portal.Clock.Advance(11.Minutes);
        var page = Open<ReplacePage>(rachel, "/replace");

        IsAt(page, "Your password, once more");
        await GiveAsync("wrong");
        Says(page, "This is not the password of this account.");
        Assert.Equal("", page.Find("#password").GetAttribute("value") ?? "");

        await GiveAsync(Portal.Password);
        IsAt(page, About);

        async Task GiveAsync(string password)
        {
            page.WaitForElement("#password").Change(password);
            await PressAsync(page, "Go on");
        }
    }

    [Fact]
    public async Task Too_many_starts_are_explained_with_the_date_and_the_exits()
    {
        await StartThreeTimesAsync();
        var page = Open<ReplacePage>(await Portal.GivePasswordAsync(), "/replace?step=info");
        await GoToChosenAsync(page);
        await PressAsync(page, "Review");
        await PressAsync(page, "Replace my security info");

        Says(page, "The replacement was started too often lately.");
        Says(page, "Or wait: it can be started again in 30 days · Wednesday, 23 December 2026, 12:00 (UTC)");
        Says(page, "extension 4711");
        Assert.True(Button(page, "Replace my security info").HasAttribute("disabled"));
    }

    [Fact]
    public async Task Where_one_is_pending_already_that_is_shown()
    {
        var page = Open<ReplacePage>(await Portal.StartReplacementAsync(), "/replace?step=review");

        page.WaitForAssertion(() => Assert.Equal("/pending", Place));
    }

    [Fact]
    public async Task Who_has_nothing_to_replace_registers()
    {
        var page = Open<ReplacePage>(await Portal.GivePasswordAsync(Newcomer), "/replace");

        page.WaitForAssertion(() => Assert.Equal("/register", Place));
    }

    [Theory]
    [InlineData("/replace")]
    [InlineData("/replace?step=info")]
    public async Task Before_the_circuit_is_there_nothing_can_be_pressed(string address)
    {
        SetRendererInfo(new("Static", isInteractive: false));

        var page = Open<ReplacePage>(await Portal.GivePasswordAsync(), address);

        Assert.All(page.WaitForElements("button"), button => Assert.True(button.HasAttribute("disabled") || button.Closest("fieldset[disabled]") is not null));
        Assert.Equal(0, await SentAsync());
    }

    [Fact]
    public async Task Too_many_starts_are_said_before_anything_is_typed()
    {
        await StartThreeTimesAsync();

        var page = Open<ReplacePage>(await Portal.GivePasswordAsync(), "/replace");

        Says(page, "It can be started again in 30 days · Wednesday, 23 December 2026, 12:00 (UTC)");
        Assert.True(Button(page, "Enter new info").HasAttribute("disabled"));
    }

    private async Task StartThreeTimesAsync()
    {
        for (var i = 0; i < 3; i++)
        {
            _ = await Portal.StartReplacementAsync();
            _ = await Portal.SignInAsync();
            Portal.Clock.Advance(1.Hours);
        }
    }

    private async Task IsTheSameAgainAsync(string title)
    {
        var sent = await SentAsync();
        IsAt(Reload<ReplacePage>(), title);
        IsAt(Reload<ReplacePage>(), title);
        Assert.Equal(sent, await SentAsync());
    }

    private async Task GoToChosenAsync(IRenderedComponent<ReplacePage> page)
    {
        IsAt(page, Info);
        await EnterEmailAsync(page, NewMail.Value);
        IsAt(page, Confirm);
        await EnterCodeAsync(page, await CodeToAsync(NewMail.Value));
        IsAt(page, Chosen);
    }
}
