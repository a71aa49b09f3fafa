using Bunit;
using SecurityPortal.Components.OwnerPages;
using SecurityPortal.Tests.Support;
using static SecurityPortal.Tests.Support.People;

namespace SecurityPortal.Tests.Components;

/// <summary><em>What if I lose this phone?</em></summary>
public sealed class AdvancedLossesTests : OwnerPageTest
{
    [Fact]
    public void The_phone_is_asked_about_first_and_what_goes_is_crossed_out()
    {
        var page = Open<AdvancedPage>("/security-info/advanced");

        Assert.Contains("What if I lose this phone?", page.Find("#losses h2").TextContent, StringComparison.Ordinal);
        Assert.Equal("+44 7700 900123", page.Find("#losses .loss-gone s").TextContent);
        Assert.Contains("rachel@mail.example", page.Find("#losses .loss-item:not(.loss-gone)").TextContent, StringComparison.Ordinal);
        Assert.Contains("You would be fine", page.Find("#losses .notice-good").TextContent, StringComparison.Ordinal);
        Assert.Empty(page.FindAll("#losses a.button"));
    }

    [Fact]
    public async Task Choosing_another_answers_at_once_and_changes_nothing()
    {
        await Portal.ProveAsync(Rachels);
        Assert.Null(await Portal.Service.SuspendMethodAsync(Rachels, await Portal.MethodAsync(Rachels, RachelsPhone), knowingly: false, Cancel));
        var before = (await Portal.ProfileAsync(Rachels)).Version;
        var page = Open<AdvancedPage>("/security-info/advanced");

        await page.InvokeAsync(() => page.FindAll("#losses input")[0].ChangeAsync(new() { Value = "on" }));

        Assert.Contains("You would have to wait 30 days", page.Find("#losses .notice-bad").TextContent, StringComparison.Ordinal);
        Assert.Equal("Bring back +44 7700 900123", page.Find("#losses a.button").TextContent);
        Assert.Contains("change=bring-back", page.Find("#losses a.button").GetAttribute("href"), StringComparison.Ordinal);
        Assert.Equal(before, (await Portal.ProfileAsync(Rachels)).Version);
    }
}
