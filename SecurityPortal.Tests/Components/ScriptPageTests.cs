using Bunit;
using SecurityPortal.Components.StaffPages;

namespace SecurityPortal.Tests.Components;

/// <summary>R-HELP-6: what to go by while somebody is on the phone.</summary>
public sealed class ScriptPageTests : StaffPageTest
{
    [Theory]
    [InlineData("lost-device", "You clear 10 devices an hour")]
    [InlineData("no-code", "A code ends after 10 minutes, takes 5 tries and is sent 3 times.")]
    [InlineData("locked-out", "Blocks last 24, 72, 168 hours")]
    [InlineData("recovery", "the wait is 72 hours, or 7 days where a method was used in the last 30 days")]
    [InlineData("not-me", "counts after 30 days")]
    public void Says_what_to_ask_what_never_and_the_limits_in_figures(string kind, string limit)
    {
        var page = OpenScript(kind);

        Assert.Equal(["Ask", "What counts as a check of the caller", "Then", "What never to do", "Limits"], page.FindAll("h2").Select(title => title.TextContent));
        Assert.All(page.FindAll("section"), section => Assert.NotEmpty(section.QuerySelectorAll("li")));
        Assert.Contains(limit, page.Find("[aria-labelledby=limits]").TextContent, StringComparison.Ordinal);
        Assert.Contains("Ask for a code, a password", page.Find("[aria-labelledby=never]").TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain('{', page.Markup);
    }

    [Fact]
    public void For_a_recovery_only_the_call_to_the_directory_counts()
    {
        Assert.Equal(2, OpenScript("recovery").FindAll("[aria-labelledby=checks] li").Count);
        Assert.Equal(4, OpenScript("lost-device").FindAll("[aria-labelledby=checks] li").Count);
    }

    [Theory]
    [InlineData("LostDevice")]
    [InlineData("nothing")]
    public void An_address_that_names_none_offers_all(string kind) => Assert.Equal(5, OpenScript(kind).FindAll("a[href^='/help-desk/scripts/']").Count);

    [Fact]
    public async Task Is_printed()
    {
        var page = OpenScript("no-code");

        await ClickAsync(page, "Print");

        _ = Assert.Single(JSInterop.Invocations, invocation => invocation.Identifier == "print");
    }

    private IRenderedComponent<ScriptPage> OpenScript(string kind)
    {
        var page = Render<ScriptPage>(parameters => parameters.Add(script => script.Kind, kind));
        _ = page.WaitForElement("section");
        return page;
    }
}
