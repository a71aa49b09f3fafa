using Bunit;
using SecurityPortal.Components.StaffPages;
using SecurityPortal.Domain;
using SecurityPortal.Service;
using SecurityPortal.Tests.Support;
using static SecurityPortal.Tests.Support.People;

namespace SecurityPortal.Tests.Components;

/// <summary>R-HELP-5, R-FORM-3: cases as staff see them and work on them; offered is what a role may do.</summary>
public sealed class CasePagesTests : StaffPageTest
{
    private const string Cases = "/help-desk/cases";

    private static readonly Visitor s_applicant = From("198.51.100.4") with { BrowserId = "abroad" };

    [Fact]
    public void Nothing_open_is_said_to_be_so()
    {
        var page = Open<CasesPage>(Cases);

        Assert.Contains("No case is open.", page.WaitForElement(".empty").TextContent, StringComparison.Ordinal);
        Assert.Equal("Open", page.Find("nav [aria-current]").TextContent);
        Assert.Equal(5, page.FindAll("a[href^='/help-desk/scripts/']").Count);
    }

    [Fact]
    public async Task Each_case_is_there_with_its_kind_account_state_and_age()
    {
        var number = await ReportLostAsync();
        Portal.Clock.Advance(3.Hours);
        _ = await SitDownAsync(Desk.Helper);

        var page = Open<CasesPage>(Cases);

        var known = page.WaitForElement("a.method");
        Assert.Equal($"{Cases}/{number}", known.GetAttribute("href"));
        Assert.All(["reported a method lost", "New", "Rachel Hart", "Nobody has it yet", number, "3 hours ago"], said => Assert.Contains(said, known.TextContent, StringComparison.Ordinal));
        Assert.DoesNotContain(RachelsMail.Value, page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_filter_stands_in_the_address()
    {
        _ = await ReportLostAsync();
        var page = Open<CasesPage>(Cases);
        page.Find("#kind").Change("RecoveryAsked");
        await PressAsync(page, "Filter");

        page.WaitForAssertion(() => Assert.Equal($"{Cases}?kind=RecoveryAsked", Place));
        page.WaitForAssertion(() => Assert.Contains("No case of this kind", page.Find(".empty").TextContent, StringComparison.Ordinal));
        Assert.Equal($"{Cases}?show=Mine&kind=RecoveryAsked", page.FindAll("nav.row a")[1].GetAttribute("href"));

        Address.NavigateTo($"{Cases}?show=All");
        page.WaitForAssertion(() => Assert.Single(page.FindAll("a.method")));
        Address.NavigateTo($"{Cases}?show=Mine");
        page.WaitForAssertion(() => Assert.Contains("You have no open case.", page.Find(".empty").TextContent, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("?show=Everything")]
    [InlineData("?show=1")]
    [InlineData("?kind=")]
    [InlineData("?after=x")]
    [InlineData("?sort=age")]
    public void An_address_that_names_no_filter_shows_nothing(string query)
    {
        var page = Open<CasesPage>(Cases + query);

        Assert.Contains("names a filter that there is not", page.Find(".notice-warning").TextContent, StringComparison.Ordinal);
        Assert.Empty(page.FindAll(".methods"));
    }

    [Fact]
    public async Task A_case_is_taken_noted_on_and_closed()
    {
        var number = await ReportLostAsync();
        await Portal.ProveAsStaffAsync(Staff);
        var page = OpenCase(number);

        await ClickAsync(page, "Take it");
        page.WaitForAssertion(() => Assert.Contains("You have it", page.Find("dl").TextContent, StringComparison.Ordinal));
        page.Find("#words").Change("She has a new phone.");
        await ClickAsync(page, "Note it");
        page.WaitForAssertion(() => Assert.Contains("She has a new phone.", page.Find(".timeline").TextContent, StringComparison.Ordinal));
        Assert.Equal("", page.Find("#words").GetAttribute("value"));
        page.Find("#words").Change("Added again.");
        await ClickAsync(page, "Close the case");

        page.WaitForAssertion(() => Assert.Equal("Closed", page.Find("header .badge").TextContent));
        Assert.Empty(page.FindAll("textarea"));
        Assert.Equal(["Opened", "Taken", "Note", "Closed"], page.FindAll(".timeline strong").Select(what => what.TextContent));
    }

    [Fact]
    public async Task Missing_words_are_asked_for_beside_their_field_and_what_was_typed_stays()
    {
        var number = await ReportLostAsync();
        await Portal.ProveAsStaffAsync(Staff);
        var page = OpenCase(number);
        await ClickAsync(page, "Note it");
        page.WaitForAssertion(() => Assert.Contains("Write something down", page.Find("#words-error").TextContent, StringComparison.Ordinal));
        Assert.Equal("words-error words-hint", page.Find("#words").GetAttribute("aria-describedby"));

        page.Find("#words").Change("tab\there");
        await ClickAsync(page, "Close the case");

        page.WaitForAssertion(() => Assert.Equal("tab\there", page.Find("#words").GetAttribute("value")));
        Assert.Equal("New", page.Find("header .badge").TextContent);
    }

    [Fact]
    public async Task Who_comes_second_reads_who_has_it_and_can_take_it_over()
    {
        var number = await ReportLostAsync();
        await Portal.ProveAsStaffAsync(Staff);
        var page = OpenCase(number);
        Assert.Null(await Portal.Service.TakeCaseAsync(await Portal.ActAsAsync(Desk.SecondHelper), number, from: null, Cancel));

        await ClickAsync(page, "Take it");

        page.WaitForAssertion(() => Assert.Contains("Hanna Reed has it already", page.Find(".notice-warning").TextContent, StringComparison.Ordinal));
        await ClickAsync(page, "Take it over from Hanna Reed");
        page.WaitForAssertion(() => Assert.Contains("You have it", page.Find("dl").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Without_a_proof_it_is_asked_for_in_place()
    {
        var page = OpenCase(await ReportLostAsync());
        page.Find("#words").Change("She has a new phone.");

        var noting = ClickAsync(page, "Note it");

        page.WaitForAssertion(() => Assert.Contains("this is done in your name", page.Find(".flow .lead").TextContent, StringComparison.Ordinal));
        await ClickAsync(page, "Not now, go back");
        await noting;
        page.WaitForAssertion(() => Assert.Equal("She has a new phone.", page.Find("#words").GetAttribute("value")));
        Assert.Empty(page.FindAll(".notice-warning"));
    }

    /// <summary>R-HELP-7.</summary>
    [Theory]
    [InlineData(Desk.Inspector)]
    [InlineData(Desk.Admin)]
    public async Task Who_may_only_read_is_offered_nothing(string name)
    {
        var number = await ReportLostAsync();
        _ = await SitDownAsync(name);

        var page = OpenCase(number);

        Assert.Contains("You can read this case, but not work on it.", page.Markup, StringComparison.Ordinal);
        Assert.Empty(page.FindAll("main button, section button, textarea, input"));
    }

    [Fact]
    public async Task An_auditor_sees_no_button_on_a_request_and_an_administrator_may_approve()
    {
        var number = await AskAsync(Rachel);
        Assert.Null(await Portal.Service.TakeUpRecoveryAsync(await Portal.ActAsAsync(Desk.SecondHelper), number, Cancel));
        _ = await SitDownAsync(Desk.Inspector);
        Assert.Empty(OpenCase(number).FindAll("section button, textarea, input"));

        _ = await SitDownAsync(Desk.Admin);
        Assert.Equal(["Approve"], OpenCase(number).FindAll("section button").Select(button => button.TextContent));
    }

    [Fact]
    public async Task A_request_is_taken_up_asked_about_and_declined()
    {
        var number = await AskAsync(Rachel);
        await Portal.ProveAsStaffAsync(Staff);
        var page = OpenCase(number);
        Assert.Contains("Your request has arrived.", page.Find("[aria-labelledby=seen]").TextContent, StringComparison.Ordinal);
        await ClickAsync(page, "Take it up");
        page.WaitForAssertion(() => Assert.Equal("In work", page.Find("header .badge").TextContent));

        await ClickAsync(page, "Send the question");
        page.WaitForAssertion(() => Assert.NotNull(page.Find("#more-error")));
        page.Find("#more").Change("Which office?");
        await ClickAsync(page, "Send the question");
        page.WaitForAssertion(() => Assert.Equal("Waits for the applicant", page.Find("header .badge").TextContent));
        Assert.Empty(page.FindAll("#more"));
        page.Find("#reason").Change("Nobody answered the call.");
        await ClickAsync(page, "Decline");

        page.WaitForAssertion(() => Assert.Equal("Declined", page.Find("header .badge").TextContent));
        Assert.Contains("Nobody answered the call.", page.Find(".timeline").TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("somebody@holiday.example", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_approval_says_who_was_first_and_that_a_second_is_needed()
    {
        var number = await AskAsync(Rachel);
        Assert.Null(await Portal.Service.TakeUpRecoveryAsync(await Portal.ActAsAsync(Desk.SecondHelper), number, Cancel));
        await Portal.ProveAsStaffAsync(Staff, Purpose.Approve);
        var page = OpenCase(number);
        await ClickAsync(page, "Approve");
        page.WaitForAssertion(() => Assert.NotNull(page.Find("#reference-error")));
        page.Find("#reference").Change("called 14:02");
        await ClickAsync(page, "Approve");
        page.WaitForAssertion(() => Assert.Equal("Henry Poole has approved. A second person is needed.", page.Find(".notice").TextContent.Trim()));
        Assert.Empty(page.FindAll("#reference"));

        var lead = await SitDownAsync(Desk.Lead);
        await Portal.ProveAsStaffAsync(lead, Purpose.Approve);
        page = OpenCase(number);
        Assert.Contains("and you can be that one", page.Find(".notice").TextContent, StringComparison.Ordinal);
        page.Find("#reference").Change("called 15:40");
        await ClickAsync(page, "Approve");

        page.WaitForAssertion(() => Assert.Equal("Approved", page.Find("header .badge").TextContent));
        Assert.Contains("Call: called 15:40", page.Find(".timeline").TextContent, StringComparison.Ordinal);
        Assert.Empty(page.FindAll("section button"));
    }

    [Fact]
    public async Task A_request_for_a_name_that_nobody_has_is_never_approved()
    {
        var number = await AskAsync("nobody@post.example");
        Assert.Null(await Portal.Service.TakeUpRecoveryAsync(await Portal.ActAsAsync(Desk.SecondHelper), number, Cancel));

        var page = OpenCase(number);

        Assert.Contains("No account is named so.", page.Find("dl").TextContent, StringComparison.Ordinal);
        Assert.Contains("the applicant always reads: “We could not confirm it.”", page.Find("#reason-hint").TextContent, StringComparison.Ordinal);
        Assert.Empty(page.FindAll("#reference"));
        Assert.DoesNotContain("nobody@post.example", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void A_case_that_is_not_there_is_said_not_to_be()
    {
        var page = OpenCase("ZZZZ2222");

        Assert.Contains("No case has this number.", page.Find(".notice-warning").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_link_counts_what_is_open_and_hears_of_what_is_closed()
    {
        var number = await ReportLostAsync();
        await Portal.ProveAsStaffAsync(Staff);
        var link = Render<OpenCasesLink>();
        Assert.Equal("1 open", link.WaitForElement(".badge").TextContent);
        var page = OpenCase(number);
        page.Find("#words").Change("over");

        await ClickAsync(page, "Close the case");

        link.WaitForAssertion(() => Assert.Empty(link.FindAll(".badge")));
    }

    [Fact]
    public async Task The_account_leads_to_its_cases()
    {
        var number = await ReportLostAsync();
        var id = await Portal.AccountAsync(Rachel);

        var page = Render<AccountPage>(parameters => parameters.Add(account => account.Id, id.Value));

        Assert.Equal("New", page.WaitForElement($"a[href='{Cases}/{number}'] + .method-note").TextContent.Split(" · ")[1]);
    }

    private IRenderedComponent<CasePage> OpenCase(string number)
    {
        Address.NavigateTo($"{Cases}/{number}");
        var page = Render<CasePage>(parameters => parameters.Add(known => known.Number, number));
        _ = page.WaitForElement("header, .notice");
        return page;
    }

    private async Task<string> ReportLostAsync()
    {
        var rachel = await Portal.SignInAsync();
        return (await Portal.Service.ReportLostAsync(rachel, [await Portal.MethodAsync(rachel, RachelsPhone)], knowingly: false, Cancel)).Case!;
    }

    /// <summary>A request whose contact was proved; answers its number.</summary>
    private async Task<string> AskAsync(string name)
    {
        const string Contact = "somebody@holiday.example";
        Assert.Null(await Portal.Service.AskForRecoveryAsync(s_applicant, name, Contact, "en", Cancel));
        await Portal.SendMailAsync();
        var code = Portal.Messages.To(Contact).Last(message => message.Code is not null).Code!;
        return (await Portal.Service.ProveContactAsync(s_applicant, number: null, code, Cancel)).Number!;
    }
}
