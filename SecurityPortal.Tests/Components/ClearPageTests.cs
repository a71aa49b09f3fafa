using Bunit;
using SecurityPortal.Components.StaffPages;
using SecurityPortal.Domain;
using SecurityPortal.Tests.Support;
using static SecurityPortal.Tests.Support.People;

namespace SecurityPortal.Tests.Components;

/// <summary>R-HELP-2: chosen, looked at, written down, proved, done.</summary>
public sealed class ClearPageTests : StaffPageTest
{
    private AccountId _rachel;

    [Fact]
    public async Task Shows_what_would_happen_and_nothing_whole_before_anything_is_done()
    {
        var page = await OpenAsync();
        Choose(page, MethodKind.Phone);

        page.WaitForAssertion(() => Assert.Contains("This goes", page.Find("#preview").ParentElement!.TextContent, StringComparison.Ordinal));
        page.WaitForAssertion(() => Assert.Contains("one of what stays, then new info", page.Markup, StringComparison.Ordinal));
        Choose(page, MethodKind.Email);
        page.WaitForAssertion(() => Assert.Contains("You are shown an enrolment pass once", page.Markup, StringComparison.Ordinal));
        Assert.DoesNotContain(RachelsPhone.Value, page.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain(RachelsMail.Value, page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_reported_lost_is_chosen_already()
    {
        await Portal.SeedLossAsync();
        var page = await OpenAsync();

        page.WaitForAssertion(() => Assert.True(Box(page, MethodKind.Phone).HasAttribute("checked")));
        Assert.Contains("was reported lost, and does not come back", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_missing_is_said_beside_its_field_and_what_was_typed_stays()
    {
        await ProveAsync();
        var page = await OpenAsync();
        Choose(page, MethodKind.Phone);
        page.Find("#reference").Change("Badge with photo");

        await PressAsync(page, "Clear");

        page.WaitForAssertion(() => Assert.Contains("Say why", page.Find("#reason-error").TextContent, StringComparison.Ordinal));
        Assert.Equal("Badge with photo", page.Find("#reference").GetAttribute("value"));
        page.Find("#reason").Change("Left on a train");
        await PressAsync(page, "Clear");
        page.WaitForAssertion(() => Assert.Contains("Say which case", page.Find("#ticket-error").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_pass_is_shown_once()
    {
        await ProveAsync();
        var page = await OpenAsync();
        Choose(page, MethodKind.Phone);
        Choose(page, MethodKind.Email);
        Write(page);

        await PressAsync(page, "Clear");

        page.WaitForAssertion(() => Assert.Matches("^[0-9a-z]{4}(-[0-9a-z]{4}){3}$", page.Find("[data-pass]").TextContent));
        var again = Open<ClearPage>(StaffPath(_rachel), ("Id", _rachel.Value));
        again.WaitForAssertion(() => Assert.Contains("new enrolment pass is given", again.Markup, StringComparison.Ordinal));
        Assert.Empty(again.FindAll("[data-pass]"));
    }

    [Fact]
    public async Task A_wrong_caller_number_is_said_beside_its_field()
    {
        await ProveAsync();
        var page = await OpenAsync();
        Choose(page, MethodKind.Phone);
        page.Find("#check-CallerNumber").Change("CallerNumber");
        page.WaitForElement("#caller-number").Change("1234 5678");
        Write(page, reference: null);

        await PressAsync(page, "Clear");

        page.WaitForAssertion(() => Assert.NotEmpty(page.Find("#caller-number-error").TextContent));
        Assert.Equal("1234 5678", page.Find("#caller-number").GetAttribute("value"));
    }

    [Fact]
    public async Task The_account_page_leads_there_only_whoever_may()
    {
        _rachel = await Portal.AccountAsync(Rachel);
        var page = Open<AccountPage>($"/help-desk/accounts/{_rachel}", ("Id", _rachel.Value));
        page.WaitForAssertion(() => Assert.Equal(StaffPath(_rachel), page.Find("a.button").GetAttribute("href")));

        var auditor = await Portal.AccountAsync(Desk.Auditor);
        var other = Open<AccountPage>($"/help-desk/accounts/{auditor}", ("Id", auditor.Value));
        other.WaitForAssertion(() => Assert.Contains("Audrey", other.Markup, StringComparison.Ordinal));
        Assert.Empty(other.FindAll("a.button"));
        var refused = Open<ClearPage>(StaffPath(auditor), ("Id", auditor.Value));
        refused.WaitForAssertion(() => Assert.Contains("Your role does not let you", refused.Markup, StringComparison.Ordinal));
    }

    private static string StaffPath(AccountId account) => $"/help-desk/accounts/{account}/clear";

    private async Task<IRenderedComponent<ClearPage>> OpenAsync()
    {
        _rachel = await Portal.AccountAsync(Rachel);
        var page = Open<ClearPage>(StaffPath(_rachel), ("Id", _rachel.Value));
        page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll("input[type=checkbox]")));
        return page;
    }

    private Task ProveAsync() => Portal.ProveAsStaffAsync(Staff, Purpose.Clear);

    private static AngleSharp.Dom.IElement Box(IRenderedComponent<ClearPage> page, MethodKind kind)
    {
        var mask = kind == MethodKind.Phone ? RachelsPhone.Masked : RachelsMail.Masked;
        return page.FindAll(".check").Single(row => row.TextContent.Contains(mask, StringComparison.Ordinal)).QuerySelector("input")!;
    }

    private static void Choose(IRenderedComponent<ClearPage> page, MethodKind kind) => Box(page, kind).Change(true);

    private static void Write(IRenderedComponent<ClearPage> page, string? reference = "Badge")
    {
        if (reference is not null)
            page.Find("#reference").Change(reference);
        page.Find("#reason").Change("Left on a train");
        page.Find("#ticket").Change("INC-7");
    }
}
