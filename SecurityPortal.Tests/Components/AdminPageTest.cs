using AngleSharp.Dom;
using Bunit;
using SecurityPortal.Components.Shared;
using SecurityPortal.Service;
using SecurityPortal.Tests.Support;

namespace SecurityPortal.Tests.Components;

/// <summary>An administrator with a fresh proof, in front of the real service.</summary>
public abstract class AdminPageTest : StaffPageTest
{
    protected override Task<Owner> SignInAsync() => Portal.StaffAsync();

    /// <summary>Gives the reason in the line that holds this text, and presses what it is for.</summary>
    protected static async Task TakeBackAsync<TPage>(IRenderedComponent<TPage> page, string line, string button, string why)
        where TPage : PortalPage
    {
        await page.InvokeAsync(() => ButtonOf(page, line, button).ClickAsync(new()));
        await page.WaitForElement("input[id^='why-']").ChangeAsync(why);
        await page.InvokeAsync(() => ButtonOf(page, line, button).Closest("form")!.SubmitAsync());
    }

    protected static Task SetAsync<TPage>(IRenderedComponent<TPage> page, string id, string value)
        where TPage : PortalPage => page.WaitForElement($"#{id}").ChangeAsync(value);

    private static IElement ButtonOf<TPage>(IRenderedComponent<TPage> page, string line, string button)
        where TPage : PortalPage =>
        page.FindAll(".activity-line").Single(row => row.TextContent.Contains(line, StringComparison.Ordinal)).QuerySelectorAll("button").Single(shown => shown.TextContent.Trim() == button);
}
