using Bunit;
using SecurityPortal.Components.OwnerPages;
using SecurityPortal.Domain;
using SecurityPortal.Tests.Support;
using static SecurityPortal.Tests.Support.People;

namespace SecurityPortal.Tests.Components;

public sealed class SecurityInfoAddPageTests : OwnerPageTest
{
    [Fact]
    public async Task An_address_is_added_after_the_step_up_and_its_own_code()
    {
        var page = Open<SecurityInfoAddPage>("/security-info/add");
        await TypeEmailAsync(page, NewMail.Value);
        await ProveAsync(page);
        await EnterCodeAsync(page, Purpose.ConfirmMethod);

        IsTold("rachel.new@post.example was added");
        Assert.Contains((await Portal.OverviewAsync(Rachels)).Usable, method => method.Shown == NewMail.Value);
        Assert.Contains("/security-info?method=", Address.Uri, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_number_is_added_as_dialled_in_its_country()
    {
        await Portal.ProveAsync(Rachels);
        var page = Open<SecurityInfoAddPage>("/security-info/add");
        await TypePhoneAsync(page, "07400 123456", "GB");
        await EnterCodeAsync(page, Purpose.ConfirmMethod);

        IsTold("+44 7400 123456 was added");
    }

    [Theory]
    [InlineData("+44 5600 000000", "VOIP numbers can't be used to sign in or get verification codes. Please add a mobile phone number.")]
    [InlineData("", "Type a phone number.")]
    [InlineData("not a number", "There is no such number")]
    [InlineData("+44 909 8790000", "cost extra")]
    [InlineData("07400\u0007123456", "There is no such number")]
    public async Task A_number_that_cannot_be_used_is_refused_beside_its_field_which_keeps_it(string typed, string why)
    {
        var page = Open<SecurityInfoAddPage>("/security-info/add");

        await TypePhoneAsync(page, typed, "GB");

        Assert.Contains(why, page.Find("#phone-error").TextContent, StringComparison.Ordinal);
        Assert.Equal(typed, page.Find("#phone").GetAttribute("value"));
        Assert.Empty((await Portal.OverviewAsync(Rachels)).Unconfirmed);
    }

    [Fact]
    public async Task A_number_without_a_country_needs_one()
    {
        var page = Open<SecurityInfoAddPage>("/security-info/add");

        await TypePhoneAsync(page, "07400 123456", "");

        Assert.Contains("Choose the country", page.Find("#phone-error").TextContent, StringComparison.Ordinal);
    }

    public static TheoryData<string, string> BadAddresses => new()
    {
        { "", "Type an e-mail address" },
        { new string('a', 10_000) + "@mail.example", "longer than an e-mail address can be" },
        { "ra\u0007chel@mail.example", "invisible characters" },
        { "r\u0430chel@mail.example", "only look like plain ones" },
        { "Rachel <rachel@mail.example>", "not one plain address" },
        { "rachel@[127.0.0.1]", "number of a machine" },
        { "rachel@mail", "not complete" },
    };

    [Theory]
    [MemberData(nameof(BadAddresses))]
    public async Task An_address_that_cannot_be_used_is_refused_beside_its_field_which_keeps_it(string typed, string why)
    {
        var page = Open<SecurityInfoAddPage>("/security-info/add");

        await TypeEmailAsync(page, typed);

        Assert.Contains(why, page.Find("#email-error").TextContent, StringComparison.Ordinal);
        Assert.Equal(typed, page.Find("#email").GetAttribute("value"));
    }

    [Fact]
    public async Task What_the_service_refuses_is_said_beside_the_field_too()
    {
        await Portal.ProveAsync(Rachels);
        var page = Open<SecurityInfoAddPage>("/security-info/add");

        await TypeEmailAsync(page, "Rachel@Mail.Example");

        page.WaitForAssertion(() => Assert.Contains("You have Rachel@Mail.Example already", page.Find("#email-error").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_eleventh_method_is_refused_and_nothing_typed_is_lost()
    {
        await Portal.ProveAsync(Rachels);
        for (var i = 0; i < 8; i++)
            await Portal.AddAsync(Rachels, new(MethodKind.Email, $"rachel{i}@post.example"));
        var page = Open<SecurityInfoAddPage>("/security-info/add");

        await TypeEmailAsync(page, NewMail.Value);

        page.WaitForAssertion(() => Assert.Contains("at most 10 methods", page.Find("#email-error").TextContent, StringComparison.Ordinal));
        Assert.Equal(NewMail.Value, page.Find("#email").GetAttribute("value"));
    }

    [Fact]
    public async Task Turning_back_from_the_step_up_keeps_what_was_typed()
    {
        var page = Open<SecurityInfoAddPage>("/security-info/add");
        await TypeEmailAsync(page, NewMail.Value);
        page.WaitForAssertion(() => Assert.NotNull(page.Find("#email").Closest("[hidden]")));

        await ClickAsync(page, "Not now, go back");

        Assert.Null(page.Find("#email").Closest("[hidden]"));
        Assert.Equal(NewMail.Value, page.Find("#email").GetAttribute("value"));
        await Portal.SendMailAsync();
        Assert.Empty(Portal.Messages.To(NewMail.Value));
    }

    [Fact]
    public async Task A_reload_comes_back_to_the_code_and_sends_no_other()
    {
        var page = await UnconfirmedAsync();

        Assert.Contains("Enter the code", page.Find("h1").TextContent, StringComparison.Ordinal);
        await EnterCodeAsync(page, Purpose.ConfirmMethod);

        IsTold("was added");
        _ = Assert.Single(Portal.Messages.To(NewMail.Value), message => message.Kind == "Code");
    }

    [Fact]
    public async Task Where_the_proof_has_run_out_it_is_asked_for_before_the_code_is_used_up()
    {
        var page = await UnconfirmedAsync(later: 6.Minutes);
        var (_, code) = await Portal.CodeAsync(Rachels, Purpose.ConfirmMethod, (await Portal.OverviewAsync(Rachels)).Unconfirmed[0].Id);

        await page.WaitForElement("#code").ChangeAsync(code);
        Press(page, "Verify");
        await ProveAsync(page);

        IsTold("was added");
    }

    [Fact]
    public async Task A_proof_that_runs_out_while_the_page_stays_open_is_asked_for_in_place()
    {
        var page = await AddedInOnePlaceAsync();
        var (_, code) = await Portal.CodeAsync(Rachels, Purpose.ConfirmMethod, await AddedAsync());
        Portal.Clock.Advance(4.Minutes);

        await page.Find("#code").ChangeAsync(code);
        Press(page, "Verify");
        await ProveAsync(page);

        IsTold("was added");
    }

    [Fact]
    public async Task Whoever_turns_back_from_that_proof_keeps_the_code_and_is_told_why_nothing_happened()
    {
        var page = await AddedInOnePlaceAsync();
        var (_, code) = await Portal.CodeAsync(Rachels, Purpose.ConfirmMethod, await AddedAsync());
        Portal.Clock.Advance(4.Minutes);
        await page.Find("#code").ChangeAsync(code);
        Press(page, "Verify");

        await ClickAsync(page, "Not now, go back");

        page.WaitForAssertion(() => Assert.Contains("takes a code from a method you already have", page.Find("#code-error").TextContent, StringComparison.Ordinal));
        Assert.Equal(code, page.Find("#code").GetAttribute("value"));
        Press(page, "Verify");
        await ProveAsync(page);
        IsTold("was added");
    }

    [Fact]
    public async Task Where_proof_and_code_have_both_run_out_another_code_still_comes_after_a_proof()
    {
        var page = await AddedInOnePlaceAsync();
        Portal.Clock.Advance(11.Minutes);

        Press(page, "Send another code");
        await ProveAsync(page);
        await EnterCodeAsync(page, Purpose.ConfirmMethod);

        IsTold("was added");
    }

    [Fact]
    public async Task No_two_fields_bear_one_name_while_the_proof_is_given()
    {
        var page = await AddedInOnePlaceAsync();
        Portal.Clock.Advance(4.Minutes);
        Press(page, "Verify");
        await ChooseProofAsync(page);
        _ = page.WaitForElement("#proof-code");

        Assert.Equal(["proof-code", "code"], page.FindAll(".field-code input").Select(field => field.Id));
        Assert.Equal("Verify that it is you", Assert.Single(page.FindAll("h1")).TextContent);
    }

    [Fact]
    public async Task A_slip_is_corrected_without_leaving_anything_behind()
    {
        var page = await UnconfirmedAsync();

        await ClickAsync(page, "This is not right: change it");

        page.WaitForAssertion(() => Assert.EndsWith("/security-info/add", Address.Uri, StringComparison.Ordinal));
        Assert.Empty((await Portal.OverviewAsync(Rachels)).Unconfirmed);
    }

    [Fact]
    public async Task While_a_replacement_is_pending_nothing_can_be_added()
    {
        _ = await Portal.StartReplacementAsync();

        var page = Open<SecurityInfoAddPage>("/security-info/add");

        Assert.Contains("All your security info is being replaced", page.Markup, StringComparison.Ordinal);
        Assert.Empty(page.FindAll("input"));
        Assert.Equal("/pending?step=cancel", Button(page, "Cancel the update").GetAttribute("href"));
    }

    [Fact]
    public void Before_the_circuit_is_there_nothing_can_be_typed()
    {
        SetRendererInfo(new("Static", isInteractive: false));

        var page = Open<SecurityInfoAddPage>("/security-info/add");

        Assert.All(page.FindAll("input, button"), control => Assert.NotNull(control.Closest("fieldset[disabled], button[disabled]")));
    }

    private async Task<IRenderedComponent<SecurityInfoAddPage>> UnconfirmedAsync(TimeSpan later = default)
    {
        await Portal.ProveAsync(Rachels);
        Portal.Clock.Advance(later);
        Assert.Null(await Portal.Service.AddMethodAsync(Rachels, NewMail, Cancel));
        await Portal.SendMailAsync();
        Portal.Clock.Advance(later);
        var added = Assert.Single((await Portal.OverviewAsync(Rachels)).Unconfirmed);
        return Open<SecurityInfoAddPage>($"/security-info/add?method={added.Id}");
    }

    /// <summary>At the code of a new address, on a page whose proof is good for three more minutes.</summary>
    private async Task<IRenderedComponent<SecurityInfoAddPage>> AddedInOnePlaceAsync()
    {
        await Portal.ProveAsync(Rachels);
        Portal.Clock.Advance(7.Minutes);
        var page = Open<SecurityInfoAddPage>("/security-info/add");
        _ = page.WaitForElement(".choice input");
        await TypeEmailAsync(page, NewMail.Value);
        _ = page.WaitForElement("#code");
        return page;
    }

    private async Task<MethodId> AddedAsync() => Assert.Single((await Portal.OverviewAsync(Rachels)).Unconfirmed).Id;

    private static async Task TypeEmailAsync(IRenderedComponent<SecurityInfoAddPage> page, string typed)
    {
        await page.FindAll(".choice input")[1].ChangeAsync(true);
        await page.Find("#email").ChangeAsync(typed);
        await SubmitAsync(page);
    }

    private static async Task TypePhoneAsync(IRenderedComponent<SecurityInfoAddPage> page, string typed, string country)
    {
        await page.FindAll(".choice input")[0].ChangeAsync(true);
        await page.Find("#country").ChangeAsync(country);
        await page.Find("#phone").ChangeAsync(typed);
        await SubmitAsync(page);
    }

    // Not awaited to its end: the change may wait for a proof that the test gives next.
    private static Task SubmitAsync(IRenderedComponent<SecurityInfoAddPage> page)
    {
        _ = page.Find("form").SubmitAsync();
        return Task.CompletedTask;
    }
}
