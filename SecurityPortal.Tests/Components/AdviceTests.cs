using Bunit;
using SecurityPortal.Components.OwnerPages;
using SecurityPortal.Domain;
using SecurityPortal.Service;
using SecurityPortal.Tests.Support;
using static SecurityPortal.Tests.Support.People;

namespace SecurityPortal.Tests.Components;

/// <summary>What is said before a code is sent, where a phone or an address is typed.</summary>
public sealed class AdviceTests : OwnerPageTest
{
    private static readonly PortalItself s_worker = new();

    [Fact]
    public async Task A_slip_is_pointed_out_and_one_press_takes_what_was_meant()
    {
        var page = await TypedAsync("rachel.new@gmial.com");
        Assert.Contains("Did you mean gmail.com?", page.Markup, StringComparison.Ordinal);
        Assert.Equal("rachel.new@gmial.com", page.Find("#email").GetAttribute("value"));

        await page.Find("[data-hint=take]").ClickAsync();

        Assert.Equal("rachel.new@gmail.com", page.Find("#email").GetAttribute("value"));
        Assert.DoesNotContain("Did you mean", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_right_as_it_is_is_not_asked_about_again()
    {
        await Portal.ProveAsync(Rachels);
        var page = await TypedAsync("rachel.new@gmial.com");

        await page.Find("[data-hint=keep]").ClickAsync();
        Assert.DoesNotContain("Did you mean", page.Markup, StringComparison.Ordinal);
        await page.Find("#email").ChangeAsync("rachel.new@outlok.com");
        Assert.Contains("Did you mean outlook.com?", page.Markup, StringComparison.Ordinal);
        await page.Find("#email").ChangeAsync("rachel.new@gmial.com");
        Assert.DoesNotContain("Did you mean", page.Markup, StringComparison.Ordinal);

        await page.Find("form").SubmitAsync();
        Assert.Equal("rachel.new@gmial.com", (await Portal.OverviewAsync(Rachels)).Unconfirmed.Single().Shown);
    }

    [Fact]
    public async Task Pressing_enter_holds_a_slip_back_once_and_then_sends_it_as_it_was_typed()
    {
        await Portal.ProveAsync(Rachels);
        var page = await TypedAsync("rachel.new@gmial.com");

        await page.Find("form").SubmitAsync();
        Assert.Contains("Did you mean gmail.com?", page.Markup, StringComparison.Ordinal);
        Assert.Empty((await Portal.OverviewAsync(Rachels)).Unconfirmed);

        await page.Find("form").SubmitAsync();
        Assert.Equal("rachel.new@gmial.com", (await Portal.OverviewAsync(Rachels)).Unconfirmed.Single().Shown);
    }

    [Theory]
    [InlineData("rachel.new@contoso.example", "belongs to the same sign-in as your account")]
    [InlineData("rachel.new@outlook.com", "share one sign-in")]
    public async Task A_mailbox_that_shares_a_sign_in_is_told_with_the_steps_before_and_while_its_code_is_entered(string address, string told)
    {
        await Portal.ProveAsync(Rachels);
        var page = await TypedAsync(address);
        Assert.Contains(told, page.Markup, StringComparison.Ordinal);
        Assert.Contains("Open a private window of your browser.", page.Markup, StringComparison.Ordinal);

        await page.Find("form").SubmitAsync();

        page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll(".reference")));
        Assert.Contains("Come back to this window and type the code here.", page.Find(".two-accounts").TextContent, StringComparison.Ordinal);
        Assert.Null(page.Find(".two-accounts").ParentElement!.Closest("[hidden]"));
    }

    [Fact]
    public async Task Any_other_mailbox_is_added_without_a_word()
    {
        var page = await TypedAsync(NewMail.Value);

        Assert.Empty(page.FindAll(".notice"));
    }

    [Fact]
    public async Task A_country_shows_how_texts_go_there_as_soon_as_it_is_chosen()
    {
        await Portal.Service.SetChannelStatusAsync(s_worker, Channel.Sms, "DE", ChannelStatus.Limited, null, null, Cancel);
        await Portal.Service.SetChannelStatusAsync(s_worker, Channel.Sms, "FR", ChannelStatus.Unavailable, Portal.Now + 1.Hours, null, Cancel);
        var page = await PhoneAsync();
        Assert.Equal("+44 · Texts: available", page.Find(".channels").TextContent);

        await page.Find("#country").ChangeAsync("DE");
        Assert.Contains("Texts to +49 are limited at present", page.Markup, StringComparison.Ordinal);
        await page.Find("#country").ChangeAsync("FR");
        Assert.Contains("Texts to +33 do not arrive at present.", page.Markup, StringComparison.Ordinal);
        await page.Find("#phone").ChangeAsync("+49 1512 3456789");
        Assert.Contains("Texts to +49 are limited at present", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Slow_texts_are_told_with_the_minutes_they_take()
    {
        await Portal.TextsAsync(Rachels, 20, Traffic.DeliveredAfter(4.Minutes), "+4474001");
        _ = await Portal.Service.MeasureChannelsAsync(s_worker, Cancel);

        var page = await PhoneAsync();

        Assert.Contains("Texts to +44 are slow: about 4 minutes.", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_a_code_is_asked_for_a_masked_number_does_not_tell_its_country()
    {
        await Portal.TextsAsync(Rachels, 20, Traffic.DeliveredAfter(4.Minutes));
        _ = await Portal.Service.MeasureChannelsAsync(s_worker, Cancel);

        var page = Open<SecurityInfoVerifyPage>("/security-info/verify");

        page.WaitForAssertion(() => Assert.Contains("Texts to this number are slow: about 4 minutes.", page.Markup, StringComparison.Ordinal));
    }

    private async Task<IRenderedComponent<SecurityInfoAddPage>> TypedAsync(string address)
    {
        var page = Open<SecurityInfoAddPage>("/security-info/add");
        await page.FindAll("input[name=kind]")[1].ChangeAsync(true);
        await page.Find("#email").ChangeAsync(address);
        return page;
    }

    private async Task<IRenderedComponent<SecurityInfoAddPage>> PhoneAsync()
    {
        var page = Open<SecurityInfoAddPage>("/security-info/add");
        await page.FindAll("input[name=kind]")[0].ChangeAsync(true);
        return page;
    }
}
