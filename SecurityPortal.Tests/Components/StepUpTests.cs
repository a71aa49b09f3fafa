using Bunit;
using SecurityPortal.Components.OwnerPages;
using SecurityPortal.Domain;
using SecurityPortal.Tests.Support;
using static SecurityPortal.Tests.Support.People;

namespace SecurityPortal.Tests.Components;

public sealed class StepUpTests : OwnerPageTest
{
    [Fact]
    public async Task As_a_page_it_leads_on_after_the_proof()
    {
        var page = Open<SecurityInfoVerifyPage>("/security-info/verify?returnUrl=%2Fsecurity-info%2Fadd");

        await ProveAsync(page);

        page.WaitForAssertion(() => Assert.EndsWith("/security-info/add", Address.Uri, StringComparison.Ordinal));
    }

    [Fact]
    public async Task It_leads_nowhere_but_into_the_portal()
    {
        var page = Open<SecurityInfoVerifyPage>("/security-info/verify?returnUrl=https%3A%2F%2Felsewhere.example");

        await ProveAsync(page);

        page.WaitForAssertion(() => Assert.EndsWith("localhost/security-info", Address.Uri, StringComparison.Ordinal));
    }

    [Fact]
    public void Whoever_has_none_of_the_methods_is_led_to_the_replacement() =>
        Assert.Equal("/replace", Assert.Single(Page().FindAll("a"), link => link.TextContent == "I don't have any of these").GetAttribute("href"));

    [Fact]
    public async Task A_wrong_code_is_said_with_the_tries_left()
    {
        var page = Page();
        await page.Find("button.method").ClickAsync();
        var mail = await Portal.MethodAsync(Rachels, RachelsMail);
        var (_, code) = await Portal.CodeAsync(Rachels, Purpose.ChangeSecurityInfo, mail);

        await page.WaitForElement("#proof-code").ChangeAsync(Not(code));
        await ClickAsync(page, "Verify");

        page.WaitForAssertion(() => Assert.Contains("4 tries are left", page.Find("#proof-code-error").TextContent, StringComparison.Ordinal));
        Assert.Null((await Portal.OverviewAsync(Rachels)).ProvedUntil);
    }

    [Fact]
    public async Task Five_wrong_codes_are_the_end_of_it_and_another_can_be_sent()
    {
        var page = Page();
        await page.Find("button.method").ClickAsync();
        var mail = await Portal.MethodAsync(Rachels, RachelsMail);
        var (_, code) = await Portal.CodeAsync(Rachels, Purpose.ChangeSecurityInfo, mail);

        for (var i = 0; i < 5; i++)
        {
            await page.WaitForElement("#proof-code").ChangeAsync(Not(code));
            await ClickAsync(page, "Verify");
        }

        page.WaitForAssertion(() => Assert.Contains("no longer works", page.Markup, StringComparison.Ordinal));
        Assert.Empty(page.FindAll("#proof-code"));
        Portal.Clock.Advance(1.Minutes);
        await page.Find(".actions button").ClickAsync();
    }

    [Fact]
    public async Task Another_way_goes_back_to_the_choice()
    {
        var page = Page();
        await page.Find("button.method").ClickAsync();

        await ClickAsync(page, "Try another way");
        await page.FindAll("button.method")[1].ClickAsync();

        page.WaitForAssertion(() => Assert.Contains("Sending a code by text to", page.Markup, StringComparison.Ordinal));
    }

    private IRenderedComponent<SecurityInfoVerifyPage> Page() => Open<SecurityInfoVerifyPage>("/security-info/verify");
}
