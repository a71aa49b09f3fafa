using Microsoft.Playwright;
using SecurityPortal.Domain;
using SecurityPortal.Tests.Servers;
using SecurityPortal.Tests.Support;

namespace SecurityPortal.Tests.Delivery;

/// <summary>R-DEL-2, R-DEL-8: a person at a browser, whose code goes by Postfix or Kannel and whose page follows it.</summary>
public sealed class RealStories(MailServer mail, TextGateway gateway, Browser browser) : IClassFixture<MailServer>, IClassFixture<TextGateway>
{
    private static readonly LocatorAssertionsToBeVisibleOptions s_withinASecond = new() { Timeout = 1_500 };

    [Fact]
    public async Task A_code_asked_for_on_the_page_arrives_in_the_mailbox_and_signs_in()
    {
        await using var portal = RealPortal.Open(mail, gateway);
        Contact address = new(MethodKind.Email, Recipients.Reader("story"));
        var name = await portal.OpenAccountAsync(address);

        await browser.VisitAsync(portal.Server, async page =>
        {
            await AskAsync(page, name, "E-mail");
            var arrived = await mail.WaitForMessageAsync(address.Value);
            await portal.ReachAsync(address, DeliveryStage.Delivered);
            await Assertions.Expect(page.GetByText("Delivered", new() { Exact = true })).ToBeVisibleAsync(s_withinASecond);
            await EnterAsync(page, RealPortal.CodeIn(arrived.TextBody!));
        });
    }

    [Fact]
    public async Task A_code_asked_for_on_the_page_arrives_at_the_phone_and_its_report_is_on_the_page_within_a_second()
    {
        await using var portal = RealPortal.Open(mail, gateway);
        Contact phone = new(MethodKind.Phone, "+447700900188");
        var name = await portal.OpenAccountAsync(phone);

        await browser.VisitAsync(portal.Server, async page =>
        {
            await AskAsync(page, name, "Text message");
            var text = await gateway.Smsc.WaitForTextAsync(phone.Value);
            await Assertions.Expect(page.GetByText("A code was sent by text to")).ToBeVisibleAsync();

            await gateway.Smsc.ReportAsync(text, "DELIVRD");
            await portal.ReachAsync(phone, DeliveryStage.Delivered);

            await Assertions.Expect(page.GetByText("Delivered", new() { Exact = true })).ToBeVisibleAsync(s_withinASecond);
            await EnterAsync(page, RealPortal.CodeIn(text.Text));
        });
    }

    [Fact]
    public async Task A_mailbox_that_is_full_is_told_on_the_page()
    {
        await using var portal = RealPortal.Open(mail, gateway);
        Contact address = new(MethodKind.Email, Recipients.FarOverQuota("story"));
        var name = await portal.OpenAccountAsync(address);

        await browser.VisitAsync(portal.Server, async page =>
        {
            await AskAsync(page, name, "E-mail");
            await portal.ReachAsync(address, DeliveryStage.Bounced);

            await Assertions.Expect(page.Locator(".way-note").GetByText("The mailbox is full.")).ToBeVisibleAsync(s_withinASecond);
            await Assertions.Expect(page.GetByText("The e-mail could not be delivered to")).ToBeVisibleAsync();
        });
    }

    private static async Task AskAsync(IPage page, string name, string way)
    {
        _ = await page.GotoAsync("/sign-in");
        await page.GetByLabel("Account name").FillAsync(name);
        await page.Keyboard.PressAsync("Enter");
        await page.GetByLabel("Password", new() { Exact = true }).FillAsync(Portal.Password);
        await page.Keyboard.PressAsync("Enter");
        await page.GetByRole(AriaRole.Button, new() { Name = way }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Enter your code" })).ToBeVisibleAsync();
    }

    private static async Task EnterAsync(IPage page, string code)
    {
        await page.GetByLabel("Code", new() { Exact = true }).FillAsync(code);
        await page.GetByRole(AriaRole.Button, new() { Name = "Verify" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Your methods" })).ToBeVisibleAsync();
    }
}
