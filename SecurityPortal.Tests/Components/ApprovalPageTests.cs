using Bunit;
using SecurityPortal.Components.StaffPages;
using SecurityPortal.Domain;
using SecurityPortal.Tests.Support;
using static SecurityPortal.Tests.Support.Desk;
using static SecurityPortal.Tests.Support.People;

namespace SecurityPortal.Tests.Components;

/// <summary>R-HELP-4: who asks what for whom, why, and what whoever looks may do about it.</summary>
public sealed class ApprovalPageTests : StaffPageTest
{
    [Fact]
    public async Task Whoever_asked_sees_that_it_waits_and_can_take_it_back()
    {
        var number = await AskAsync();

        var page = Open<ApprovalPage>($"/help-desk/approvals/{number}", ("Number", number));

        page.WaitForAssertion(() => Assert.Contains($"Clear a device of {Rachel}", page.Markup, StringComparison.Ordinal));
        Assert.Contains(RachelsPhone.Masked, page.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain(RachelsPhone.Value, page.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain("Agree", Buttons(page));
        await page.InvokeAsync(() => page.FindAll("button").Single(button => button.TextContent == "Take back").ClickAsync());
        page.WaitForAssertion(() => Assert.Contains("Taken back", page.Markup, StringComparison.Ordinal));
        Assert.Empty(Buttons(page));
    }

    [Fact]
    public async Task Another_person_agrees_and_declines_with_a_reason_only()
    {
        var number = await AskAsync();
        var helper = Staff;
        await Portal.ProveAsStaffAsync(await SitDownAsync(Lead), Purpose.Approve);
        var page = Open<ApprovalPage>($"/help-desk/approvals/{number}", ("Number", number));
        page.WaitForAssertion(() => Assert.Contains("Agree", Buttons(page)));

        await page.InvokeAsync(() => page.FindAll("button").Single(button => button.TextContent == "Decline").ClickAsync());
        page.WaitForAssertion(() => Assert.Contains("Say why", page.Find("#answer-error").TextContent, StringComparison.Ordinal));
        await page.InvokeAsync(() => page.FindAll("button").Single(button => button.TextContent == "Agree").ClickAsync());

        page.WaitForAssertion(() => Assert.Contains("Agreed to", page.Markup, StringComparison.Ordinal));
        Sit(helper, Helper);
        var own = Open<ApprovalPage>($"/help-desk/approvals/{number}", ("Number", number));
        own.WaitForAssertion(() => Assert.Contains("Clear now", Buttons(own)));
    }

    [Fact]
    public async Task The_inbox_lists_them_and_says_when_nothing_waits()
    {
        var empty = Open<ApprovalsPage>("/help-desk/approvals");
        empty.WaitForAssertion(() => Assert.Contains("Nothing waits.", empty.Markup, StringComparison.Ordinal));

        var number = await AskAsync();
        var page = Open<ApprovalsPage>("/help-desk/approvals");
        page.WaitForAssertion(() => Assert.Equal($"/help-desk/approvals/{number}", page.Find(".activity a").GetAttribute("href")));
        Assert.Contains("Phone left on a train", page.Markup, StringComparison.Ordinal);
    }

    private static string[] Buttons(IRenderedComponent<ApprovalPage> page) => [.. page.FindAll("button").Select(button => button.TextContent)];

    private async Task<string> AskAsync()
    {
        await Portal.ProveAsStaffAsync(Staff, Purpose.Clear);
        var asked = await Portal.Service.AskToClearAsync(Staff, await Portal.AccountAsync(Rachel), await Portal.OrderAsync(Rachel, RachelsPhone), null, Cancel);
        Assert.Null(asked.Refusal);
        return asked.Number!;
    }
}
