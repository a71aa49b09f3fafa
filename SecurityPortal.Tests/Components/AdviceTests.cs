using Bunit;
using SecurityPortal.Components.OwnerPages;
using SecurityPortal.Components.Shared;
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
    public async Task Whoever_sends_under_the_hint_is_not_held_back_again()
    {
        await Portal.ProveAsync(Rachels);
        var page = await TypedAsync("rachel.new@gmial.com");
        Assert.Contains("Did you mean gmail.com?", page.Markup, StringComparison.Ordinal);

        await page.Find("form").SubmitAsync();

        Assert.Equal("rachel.new@gmial.com", (await Portal.OverviewAsync(Rachels)).Unconfirmed.Single().Shown);
    }

    [Theory]
    [InlineData("take", "rachel.new@gmail.com")]
    [InlineData("keep", "rachel.new@gmial.com")]
    public async Task After_the_hint_the_keyboard_is_in_the_field_again_and_its_text_is_kept(string answer, string kept)
    {
        var page = await TypedAsync("rachel.new@gmial.com");

        var before = Focused();

        await page.Find($"[data-hint={answer}]").ClickAsync();

        Assert.Equal(before + 1, Focused());
        Assert.Equal(kept, page.Find("#email").GetAttribute("value"));
        if (answer == "take")
            Assert.Equal(["kept /security-info/add email", kept], JSInterop.VerifyInvoke("sessionStorage.setItem").Arguments);

        int Focused() => JSInterop.Invocations.Count(call => call.Identifier.EndsWith(".focus", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_older_answer_is_not_shown_for_what_was_typed_since()
    {
        Dictionary<string, TaskCompletionSource<ContactAdvice?>> asked = [];
        var form = Render<ContactForm>(given => given
            .Add(form => form.Kind, MethodKind.Email)
            .Add(form => form.Advise, (contact, _) => contact is null ? Task.FromResult<ContactAdvice?>(null) : (asked[contact.Value] = new()).Task));
        var first = form.Find("#email").ChangeAsync("one@slow.example");
        var second = form.Find("#email").ChangeAsync("two@fine.example");

        await form.InvokeAsync(() => asked["two@fine.example"].SetResult(new(AreaNote.Fine, null, null)));
        await form.InvokeAsync(() => asked["one@slow.example"].SetResult(new(new(ChannelStatus.Limited, null, null), null, null)));
        await Task.WhenAll(first, second);

        Assert.Empty(form.FindAll(".notice"));
    }

    [Fact]
    public async Task Advice_that_cannot_be_had_leaves_the_form_as_it_is()
    {
        var form = Render<ContactForm>(given => given
            .Add(form => form.Kind, MethodKind.Email)
            .Add(form => form.Advise, (_, _) => Task.FromException<ContactAdvice?>(new InvalidOperationException("The store is away."))));

        await form.Find("#email").ChangeAsync("rachel.new@fine.example");

        Assert.Equal("rachel.new@fine.example", form.Find("#email").GetAttribute("value"));
    }

    [Fact]
    public async Task What_is_advised_comes_into_a_place_that_was_there_before()
    {
        var form = Render<ContactForm>(given => given.Add(form => form.Kind, MethodKind.Email));

        Assert.NotNull(form.Find("[role=status]"));
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
        Assert.Null(await Portal.Service.SetChannelStatusAsync(await Portal.StaffAsync(), Channel.Sms, "DE", ChannelStatus.Limited, null, null, "seen", Cancel));
        Assert.Null(await Portal.Service.SetChannelStatusAsync(await Portal.StaffAsync(), Channel.Sms, "FR", ChannelStatus.Unavailable, Portal.Now + 1.Hours, null, "seen", Cancel));
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

    [Fact]
    public async Task Slow_texts_are_told_above_the_methods_that_get_them()
    {
        await Portal.TextsAsync(Rachels, 20, Traffic.DeliveredAfter(4.Minutes));
        _ = await Portal.Service.MeasureChannelsAsync(s_worker, Cancel);

        var page = Open<SecurityInfoPage>("/security-info");

        page.WaitForAssertion(() => Assert.Contains("Texts to +44 are slow: about 4 minutes.", page.Markup, StringComparison.Ordinal));
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
