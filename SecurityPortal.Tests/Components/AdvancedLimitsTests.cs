using Bunit;
using SecurityPortal.Components.OwnerPages;
using SecurityPortal.Domain;
using SecurityPortal.Tests.Support;
using static SecurityPortal.Tests.Support.People;

namespace SecurityPortal.Tests.Components;

public sealed class AdvancedLimitsTests : OwnerPageTest
{
    [Fact]
    public void What_is_left_stands_beside_each_bar_and_when_there_is_more()
    {
        var page = Open<AdvancedPage>("/security-info/advanced");

        var codes = page.FindAll("#limits .limit-group").Single(group => group.TextContent.Contains(RachelsMail.Value, StringComparison.Ordinal)).QuerySelector(".limit")!;
        Assert.Contains("4 of 5 left", codes.TextContent, StringComparison.Ordinal);
        Assert.Contains("All again in 1 hour", string.Join(' ', codes.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
        Assert.Equal("4", codes.QuerySelector("progress")!.GetAttribute("value"));
        Assert.All(page.FindAll("#limits progress"), bar => Assert.NotNull(page.Find($"[id='{bar.GetAttribute("aria-labelledby")}']")));
    }

    [Fact]
    public async Task A_method_that_gets_no_more_says_when_it_does()
    {
        for (var i = 0; i < 4; i++)
        {
            var other = await Portal.GivePasswordAsync(source: $"203.{i}.113.1");
            Assert.Null(await Portal.Service.AskForCodeAsync(other, Purpose.SignIn, await Portal.MethodAsync(other, RachelsMail), Cancel));
        }

        var page = Open<AdvancedPage>("/security-info/advanced");

        Assert.Contains("0 of 5 left", page.Markup, StringComparison.Ordinal);
    }
}
