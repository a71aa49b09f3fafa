using Bunit;
using SecurityPortal.Components.OwnerPages;
using SecurityPortal.Domain;
using SecurityPortal.Resources;
using SecurityPortal.Tests.Support;
using static SecurityPortal.Tests.Support.People;

namespace SecurityPortal.Tests.Components;

public sealed class SecurityInfoPageTests : OwnerPageTest
{
    [Fact]
    public void Says_how_well_the_account_is_protected_and_shows_its_methods()
    {
        var page = Open<SecurityInfoPage>("/security-info");

        Assert.Equal("Your account is protected by 2 methods", page.Find("h1").TextContent);
        Assert.Equal(["rachel@mail.example", "+44 7700 900123"], page.FindAll(".method-mask").Select(mask => mask.TextContent));
    }

    [Fact]
    public async Task Says_what_is_missing()
    {
        await Portal.ProveAsync(Rachels);
        var phone = await Portal.MethodAsync(Rachels, RachelsPhone);
        Assert.Null(await Portal.Service.RemoveMethodAsync(Rachels, phone, knowingly: false, Cancel));

        var page = Open<SecurityInfoPage>("/security-info");

        Assert.Equal("Your account is protected by 1 method", page.Find("h1").TextContent);
        Assert.Contains("A second one is missing", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Removing_asks_twice_and_names_what_remains()
    {
        var phone = await Portal.MethodAsync(Rachels, RachelsPhone);
        var page = await ProvedAsync($"/security-info?method={phone}");

        await ClickAsync(page, "Remove");
        Assert.Equal(2, (await Portal.OverviewAsync(Rachels)).Methods.Length);
        Dialogs.WaitForAssertion(() => Assert.Contains("Remove +44 7700 900123?", Dialogs.Markup, StringComparison.Ordinal));
        Assert.Contains("rachel@mail.example", Dialogs.Find(".remains").TextContent, StringComparison.Ordinal);

        await ClickAsync(Dialogs, "Remove");

        IsTold("+44 7700 900123 was removed.");
        Assert.Equal("rachel@mail.example", Assert.Single((await Portal.OverviewAsync(Rachels)).Methods).Shown);
        Dialogs.WaitForAssertion(() => Assert.Empty(Dialogs.FindAll(".mud-dialog")));
    }

    [Fact]
    public async Task A_proof_that_runs_out_while_the_page_stays_open_is_asked_for_before_the_dialog()
    {
        var page = await ProvedAsync($"/security-info?method={await Portal.MethodAsync(Rachels, RachelsPhone)}");
        Portal.Clock.Advance(11.Minutes);

        Press(page, "Remove");
        page.WaitForAssertion(() => Assert.Contains("Verify that it is you", page.Markup, StringComparison.Ordinal));
        Assert.Empty(Dialogs.FindAll(".mud-dialog"));
        await ProveAsync(page);

        Dialogs.WaitForAssertion(() => Assert.Contains("Remove +44 7700 900123?", Dialogs.Markup, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Changing_everything_at_once_is_said_with_its_date_and_keeping_is_offered_first()
    {
        var (mail, added) = await WithOneNewMethodAsync();
        var page = await ProvedAsync($"/security-info?method={mail}");

        await ClickAsync(page, "Remove");
        await ClickAsync(Dialogs, "Remove");

        Dialogs.WaitForAssertion(() => Assert.Contains("changing all your security info at once", Dialogs.Markup, StringComparison.Ordinal));
        Assert.Contains("Wednesday, 23 December 2026", Dialogs.Markup, StringComparison.Ordinal);
        Assert.Equal("DL", Dialogs.Find(".mud-dialog-content .stack").FirstElementChild!.TagName);
        Assert.Equal(
            ["Keep it until the new one is established", "Remove it anyway"],
            Dialogs.FindAll(".mud-dialog-actions button").Select(button => button.TextContent.Trim()));

        await ClickAsync(Dialogs, "Keep it until the new one is established");
        Assert.Equal([mail, added], (await Portal.OverviewAsync(Rachels)).Methods.Select(method => method.Id));
        Dialogs.WaitForAssertion(() => Assert.Empty(Dialogs.FindAll(".mud-dialog")));
    }

    [Fact]
    public async Task Whoever_goes_on_is_restricted_and_sees_until_when()
    {
        var (mail, added) = await WithOneNewMethodAsync();
        var page = await ProvedAsync($"/security-info?method={mail}");

        await ClickAsync(page, "Remove");
        await ClickAsync(Dialogs, "Remove");
        await ClickAsync(Dialogs, "Remove it anyway");

        page.WaitForAssertion(() => Assert.Contains("Your security info is closed for now", page.Markup, StringComparison.Ordinal));
        Assert.Equal(added, Assert.Single((await Portal.OverviewAsync(Rachels)).Methods).Id);
        Assert.DoesNotContain("Update info", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_last_method_stays_and_why_is_said_without_asking_for_a_code()
    {
        var mail = await AloneAsync();
        var page = Open<SecurityInfoPage>($"/security-info?method={mail}");

        await ClickAsync(page, "Remove");

        Dialogs.WaitForAssertion(() => Assert.Contains("This is the last method that works", Dialogs.Markup, StringComparison.Ordinal));
        Assert.DoesNotContain(Dialogs.FindAll("button"), button => button.TextContent.Trim() == "Remove");
    }

    [Theory]
    [InlineData("Remove")]
    [InlineData("I can't find it")]
    public async Task Without_a_password_what_signs_in_stays_and_why_is_said_without_asking_for_a_code(string leave)
    {
        var page = Open<SecurityInfoPage>($"/security-info?method={await PasswordlessAsync()}");

        await ClickAsync(page, leave);

        Dialogs.WaitForAssertion(() => Assert.Contains("Without a password you need a passkey, or an authenticator app and one more method", Dialogs.Markup, StringComparison.Ordinal));
        Assert.Equal(["Add a new way to sign in or verify", "Cancel"], Dialogs.FindAll(".mud-dialog-actions > *").Select(way => way.TextContent.Trim()));
        Assert.DoesNotContain("Verify that it is you", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_cannot_be_found_is_suspended_and_comes_back_by_its_own_code()
    {
        var phone = await Portal.MethodAsync(Rachels, RachelsPhone);
        var page = await ProvedAsync($"/security-info?method={phone}");
        await ClickAsync(page, "I can't find it");
        await ClickAsync(Dialogs, "Suspend it");
        IsTold("is suspended");
        Assert.False((await Portal.OverviewAsync(Rachels)).Methods.Single(method => method.Id == phone).IsUsable);

        Portal.Clock.Advance(11.Minutes);
        await ClickAsync(page, "Bring it back");
        await ClickAsync(page, "Send a code to it");
        await EnterCodeAsync(page, Purpose.BringBack);

        IsTold("+44 7700 900123 is back");
        Assert.True((await Portal.OverviewAsync(Rachels)).Methods.Single(method => method.Id == phone).IsUsable);
    }

    [Fact]
    public async Task What_was_suspended_comes_back_at_once_after_a_proof_by_an_established_method()
    {
        var phone = await SuspendedPhoneAsync();
        var page = Open<SecurityInfoPage>($"/security-info?method={phone}");

        await ClickAsync(page, "Bring it back");
        Press(page, "Use another method");
        await ProveAsync(page);

        IsTold("+44 7700 900123 is back");
    }

    [Fact]
    public async Task The_code_that_brings_a_method_back_goes_by_no_other_way()
    {
        var phone = await SuspendedPhoneAsync();
        var page = Open<SecurityInfoPage>($"/security-info?method={phone}");
        await ClickAsync(page, "Bring it back");
        await ClickAsync(page, InfoWords.BringBack_Code);
        _ = page.WaitForElement(".chain");
        Assert.DoesNotContain(page.FindAll("button"), button => button.TextContent == CodeWords.Another_Way);

        await Portal.SendMailAsync();
        Portal.Clock.Advance(2.Minutes);

        page.WaitForAssertion(() => Assert.Contains(HelpWords.Out_HelpDesk, page.Find(".troubles .way-out").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_method_gets_a_name_and_what_was_typed_outlives_the_step_up()
    {
        var phone = await Portal.MethodAsync(Rachels, RachelsPhone);
        var page = Open<SecurityInfoPage>($"/security-info?method={phone}&change=rename");

        await page.Find("#name").ChangeAsync("Work phone");
        Press(page, "Save");
        await ProveAsync(page);

        IsTold("The new name is saved.");
        page.WaitForAssertion(() => Assert.Contains("Work phone", page.Find(".methods").TextContent, StringComparison.Ordinal));
        Assert.DoesNotContain("step=verify", Address.Uri, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Turning_back_from_the_step_up_changes_nothing_and_keeps_what_was_typed()
    {
        var phone = await Portal.MethodAsync(Rachels, RachelsPhone);
        var page = Open<SecurityInfoPage>($"/security-info?method={phone}&change=rename");
        await page.Find("#name").ChangeAsync("Work phone");
        Press(page, "Save");

        await ClickAsync(page, "Not now, go back");

        Assert.Equal("Work phone", page.WaitForElement("#name").GetAttribute("value"));
        Assert.Null(page.Find("#name").Closest("[hidden]"));
        Assert.Equal("", (await Portal.OverviewAsync(Rachels)).Methods.Single(method => method.Id == phone).Name);
    }

    [Fact]
    public async Task A_name_that_is_too_long_is_refused_beside_its_field()
    {
        var phone = await Portal.MethodAsync(Rachels, RachelsPhone);
        var page = await ProvedAsync($"/security-info?method={phone}&change=rename");

        await page.Find("#name").ChangeAsync(new string('x', 65));
        await ClickAsync(page, "Save");

        Assert.Contains("65 characters", page.Find("#name-error").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_message_language_changes_in_place()
    {
        var mail = await Portal.MethodAsync(Rachels, RachelsMail);
        var page = await ProvedAsync($"/security-info?method={mail}&change=language");

        Assert.Equal(["English", "Deutsch", "Français", "Español", "日本語", "العربية"], page.FindAll("#language option").Select(option => option.TextContent));
        await page.Find("#language").ChangeAsync("de");
        await ClickAsync(page, "Save");

        IsTold("Messages to rachel@mail.example are in Deutsch");
        Assert.Equal("de", (await Portal.OverviewAsync(Rachels)).Methods.Single(method => method.Id == mail).Language);
    }

    [Fact]
    public async Task Another_method_becomes_the_default()
    {
        var phone = await Portal.MethodAsync(Rachels, RachelsPhone);
        var page = await ProvedAsync($"/security-info?method={phone}");

        await ClickAsync(page, "Make default");

        IsTold("is offered first from now on");
        page.WaitForAssertion(() => Assert.Equal("+44 7700 900123", page.FindAll(".method-mask")[0].TextContent));
    }

    [Theory]
    [InlineData("Yes, I started it", "Nothing else changes", false)]
    [InlineData("No, it wasn't me", "you choose a new password", true)]
    public async Task After_a_cancelled_replacement_it_asks_who_started_it(string answer, string told, bool endsOthers)
    {
        var stranger = await Portal.StartReplacementAsync();
        _ = await Portal.SignInAsync();
        var page = Open<SecurityInfoPage>("/security-info");
        Assert.Contains("Did you start it?", page.Markup, StringComparison.Ordinal);

        await ClickAsync(page, answer);

        IsTold(told);
        page.WaitForAssertion(() => Assert.DoesNotContain("Did you start it?", page.Markup, StringComparison.Ordinal));
        Assert.Equal(endsOthers, !await Portal.Service.IsAliveAsync(stranger, Cancel));
    }

    [Fact]
    public async Task While_a_replacement_is_pending_its_end_is_said_and_nothing_can_change()
    {
        var mail = await Portal.MethodAsync(Rachels, RachelsMail);
        _ = await Portal.StartReplacementAsync();

        var page = Open<SecurityInfoPage>($"/security-info?method={mail}");

        Assert.Contains("All your security info is being replaced", page.Markup, StringComparison.Ordinal);
        Assert.Contains("in 30 days", page.Markup, StringComparison.Ordinal);
        Assert.Equal("/pending", page.Find(".notice a").GetAttribute("href"));
        Assert.Equal("Send a test message", Assert.Single(page.FindAll(".menu button")).TextContent);
        Assert.Equal("/pending?step=cancel", page.Find(".method-panel .notice a").GetAttribute("href"));
        Assert.DoesNotContain("by signing in", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_waits_for_its_code_is_listed_and_can_be_discarded()
    {
        await Portal.ProveAsync(Rachels);
        Assert.Null(await Portal.Service.AddMethodAsync(Rachels, NewMail, Cancel));
        var page = Open<SecurityInfoPage>("/security-info");
        var added = Assert.Single((await Portal.OverviewAsync(Rachels)).Unconfirmed);
        Assert.Equal($"/security-info/add?method={added.Id}", Button(page, "Enter code").GetAttribute("href"));

        await ClickAsync(page, "Discard");

        IsTold("rachel.new@post.example was discarded.");
        page.WaitForAssertion(() => Assert.DoesNotContain("Waiting for a code", page.Markup, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_session_that_has_ended_leaves_at_its_next_action()
    {
        var phone = await Portal.MethodAsync(Rachels, RachelsPhone);
        var page = await ProvedAsync($"/security-info?method={phone}");
        Assert.Null(await Portal.Service.SignOutAsync(Rachels, Cancel));

        await ClickAsync(page, "Make default");

        page.WaitForAssertion(() => Assert.Contains("/sign-in?returnUrl=", Address.Uri, StringComparison.Ordinal));
        Assert.True(Address.History.First().Options.ForceLoad);
    }

    [Theory]
    [InlineData("")]
    [InlineData("?method={0}")]
    [InlineData("?method={0}&change=remove")]
    [InlineData("?method={0}&change=rename")]
    [InlineData("?step=verify")]
    public async Task Prerendering_sends_and_writes_nothing(string query)
    {
        SetRendererInfo(new("Static", isInteractive: false));
        var phone = await Portal.MethodAsync(Rachels, RachelsPhone);
        Portal.Clock.Advance(2.Minutes);
        var before = await Portal.ProfileAsync(Rachels);

        var page = Open<SecurityInfoPage>("/security-info" + query.With(phone));

        Assert.NotEmpty(page.FindAll("h1"));
        await Portal.SendMailAsync();
        Assert.Equal(before.Version, (await Portal.ProfileAsync(Rachels)).Version);
    }

    [Fact]
    public async Task A_reload_in_the_step_up_comes_back_to_the_code_and_sends_no_other()
    {
        var mail = await Portal.MethodAsync(Rachels, RachelsMail);
        Assert.Null(await Portal.Service.AskForCodeAsync(Rachels, Purpose.ChangeSecurityInfo, mail, Cancel));
        await Portal.SendMailAsync();
        var sent = Portal.Messages.All.Count;

        var page = Open<SecurityInfoPage>($"/security-info?method={mail}&step=verify");
        await EnterCodeAsync(page, Purpose.ChangeSecurityInfo);

        page.WaitForAssertion(() => Assert.DoesNotContain("step=verify", Address.Uri, StringComparison.Ordinal));
        Assert.Contains("The next code is asked for", page.Markup, StringComparison.Ordinal);
        await Portal.SendMailAsync();
        Assert.Equal(sent, Portal.Messages.All.Count);
    }

    private async Task<IRenderedComponent<SecurityInfoPage>> ProvedAsync(string address)
    {
        await Portal.ProveAsync(Rachels);
        return Open<SecurityInfoPage>(address);
    }

    private async Task<MethodId> SuspendedPhoneAsync()
    {
        var phone = await Portal.MethodAsync(Rachels, RachelsPhone);
        await Portal.ProveAsync(Rachels);
        Assert.Null(await Portal.Service.SuspendMethodAsync(Rachels, phone, knowingly: false, Cancel));
        Portal.Clock.Advance(11.Minutes);
        return phone;
    }

    private async Task<MethodId> AloneAsync()
    {
        await Portal.ProveAsync(Rachels);
        Assert.Null(await Portal.Service.RemoveMethodAsync(Rachels, await Portal.MethodAsync(Rachels, RachelsPhone), knowingly: false, Cancel));
        Portal.Clock.Advance(11.Minutes);
        return await Portal.MethodAsync(Rachels, RachelsMail);
    }

    /// <summary>With an app, a mailbox and a phone; no proof is fresh any more.</summary>
    private async Task<MethodId> PasswordlessAsync()
    {
        await Portal.ProveAsync(Rachels);
        await Portal.AddAppAsync(Rachels);
        var made = (await Portal.Service.MakeRecoveryCodesAsync(Rachels, Cancel)).Codes!;
        Assert.Null(await Portal.Service.SaveRecoveryCodesAsync(Rachels, made.Set, Cancel));
        Assert.Null(await Portal.Service.GoPasswordlessAsync(Rachels, hasRead: true, Cancel));
        Portal.Clock.Advance(11.Minutes);
        return (await Portal.OverviewAsync(Rachels)).Methods.Single(method => method.Kind == MethodKind.AuthenticatorApp).Id;
    }

    /// <summary>The old mailbox is established, the new one is not.</summary>
    private async Task<(MethodId Mail, MethodId Added)> WithOneNewMethodAsync()
    {
        await Portal.ProveAsync(Rachels);
        Assert.Null(await Portal.Service.RemoveMethodAsync(Rachels, await Portal.MethodAsync(Rachels, RachelsPhone), knowingly: false, Cancel));
        await Portal.AddAsync(Rachels, NewMail);
        return (await Portal.MethodAsync(Rachels, RachelsMail), await Portal.MethodAsync(Rachels, NewMail));
    }
}
