using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace SecurityPortal.Tests.Stories;

/// <summary>
/// Somebody at a browser. They know a page by what it says and what its parts are called, and wait for it as people do:
/// until it is there and answers. Stories are told in English; a reader of another language sees the same in theirs.
/// </summary>
public sealed class Person(IPage page, Backstage backstage, Func<string, string>? inTheirLanguage = null)
{
    private const string Ready = "html[data-static], [data-interactive='1']";

    private const int Patience = 60;

    public IPage Page => page;

    public Backstage Backstage => backstage;

    public ILocator Dialog => page.GetByRole(AriaRole.Dialog);

    public ILocator Button(string name) => page.GetByRole(AriaRole.Button, new() { Name = Read(name), Exact = true });

    public ILocator Link(string name) => page.GetByRole(AriaRole.Link, new() { Name = Read(name), Exact = true });

    public ILocator Heading(string text) => page.GetByRole(AriaRole.Heading, new() { Name = Read(text), Exact = true });

    /// <summary>A button that holds more than one text, like the row of a method.</summary>
    public ILocator Row(string part) => page.GetByRole(AriaRole.Button, new() { NameRegex = new(Regex.Escape(Read(part))) });

    public ILocator Choice(string name) => page.GetByRole(AriaRole.Radio, new() { Name = Read(name), Exact = true });

    public ILocator Field(string label) =>
        page.GetByLabel(Read(label), new() { Exact = true }).And(page.Locator("input:not([type=radio]), select"));

    public async Task OpenAsync(string path)
    {
        await page.GotoAsync(path);
        await WaitAsync();
    }

    /// <summary>Until the page answers: a plain one does at once, one in a circuit when that is there.</summary>
    public Task WaitAsync() => page.WaitForSelectorAsync(Ready, new() { State = WaitForSelectorState.Attached });

    /// <summary>The heading says on which step of what one is.</summary>
    public async Task IsAtAsync(string heading)
    {
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1, Name = Read(heading), Exact = true })).ToBeVisibleAsync();
        await WaitAsync();
    }

    /// <summary>At that path, whatever the query says. The address is looked at again and again: an event of the browser's could be missed.</summary>
    public Task IsAtPathAsync(string path, TimeSpan? within = null) => Assertions.Expect(page).ToHaveURLAsync(
        new Regex($@"^https?://[^/]+{Regex.Escape(path)}([?#]|$)"), new() { Timeout = (float?)within?.TotalMilliseconds });

    public Task SeesAsync(string text) => Assertions.Expect(page.GetByText(Read(text)).First).ToBeVisibleAsync();

    public Task SeesNoAsync(string text) => Assertions.Expect(page.GetByText(Read(text))).ToHaveCountAsync(0);

    public Task PressAsync(string button) => PressAsync(Button(button));

    public async Task PressAsync(ILocator button)
    {
        await WaitAsync();
        await button.ClickAsync();
    }

    public Task FollowAsync(string link) => PressAsync(Link(link));

    public async Task TypeAsync(string label, string text)
    {
        await WaitAsync();
        await Field(label).FillAsync(text);
    }

    /// <summary>By the keyboard alone, as far as a patient person goes.</summary>
    public async Task TabToAsync(ILocator goal)
    {
        await WaitAsync();
        for (var presses = 0; presses < Patience; presses++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (await goal.EvaluateAsync<bool>("element => element === document.activeElement"))
                return;
        }

        Assert.Fail($"The keyboard does not come to {goal}.");
    }

    /// <summary>Beside the field, for eyes and screen readers alike; and what was typed is still there.</summary>
    public async Task IsToldAsync(string label, string fault, string typed)
    {
        var field = Field(label);
        await Assertions.Expect(field).ToHaveAccessibleDescriptionAsync(new Regex(Regex.Escape(Read(fault))));
        await Assertions.Expect(field).ToHaveAttributeAsync("aria-invalid", "true");
        await Assertions.Expect(field).ToHaveValueAsync(typed);
    }

    private string Read(string text) => inTheirLanguage?.Invoke(text) ?? text;
}
