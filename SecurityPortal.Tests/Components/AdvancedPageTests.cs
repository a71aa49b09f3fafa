using Bunit;
using SecurityPortal.Components.OwnerPages;
using SecurityPortal.Tests.Support;
using static SecurityPortal.Tests.Support.People;

namespace SecurityPortal.Tests.Components;

public sealed class AdvancedPageTests : OwnerPageTest
{
    [Fact]
    public async Task Sessions_are_listed_and_this_one_is_marked()
    {
        _ = await Portal.SignInAsync(source: "198.51.100.7");
        _ = await Portal.GivePasswordAsync(source: "203.0.113.5");

        var page = Open<AdvancedPage>("/security-info/advanced");

        Assert.Equal(3, page.FindAll(".session").Count);
        Assert.Contains("192.0.2.1", page.FindAll(".session").Single(row => row.TextContent.Contains("This one", StringComparison.Ordinal)).TextContent, StringComparison.Ordinal);
        Assert.Contains("Password only", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_session_ends_without_a_proof()
    {
        var other = await Portal.SignInAsync(source: "198.51.100.7");
        var page = Open<AdvancedPage>("/security-info/advanced");

        await ClickAsync(page, "End");

        IsTold("The session in Chrome on Linux has ended.");
        Assert.False(await Portal.Service.IsAliveAsync(other, Cancel));
        Assert.True(await Portal.Service.IsAliveAsync(Rachels, Cancel));
        page.WaitForAssertion(() => Assert.Contains("You are signed in nowhere else.", page.Markup, StringComparison.Ordinal));
    }

    [Fact]
    public async Task All_others_end_at_once()
    {
        var others = new[] { await Portal.SignInAsync(source: "198.51.100.7"), await Portal.GivePasswordAsync(source: "203.0.113.5") };
        var page = Open<AdvancedPage>("/security-info/advanced");

        await ClickAsync(page, "End all others");

        IsTold("Other sessions ended: 2.");
        foreach (var other in others)
            Assert.False(await Portal.Service.IsAliveAsync(other, Cancel));
    }
}
