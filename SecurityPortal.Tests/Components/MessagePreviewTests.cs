using Bunit;
using SecurityPortal.Components.OwnerPages;
using SecurityPortal.Tests.Support;
using static SecurityPortal.Tests.Support.People;

namespace SecurityPortal.Tests.Components;

/// <summary>A message is looked at in a language before that is chosen for it (R-METH-14).</summary>
public sealed class MessagePreviewTests : OwnerPageTest
{
    [Fact]
    public async Task What_a_mail_will_look_like_follows_the_language_that_is_chosen()
    {
        var mail = await Portal.MethodAsync(Rachels, RachelsMail);
        var page = await ProvedAsync($"/security-info?method={mail}&change=language");
        page.WaitForAssertion(() => Assert.Contains("Your verification code", page.Find(".preview-subject").TextContent, StringComparison.Ordinal));

        await page.Find("#language").ChangeAsync("ar");

        page.WaitForAssertion(() => Assert.Contains("رمز التحقق", page.Find(".preview-subject").TextContent, StringComparison.Ordinal));
        Assert.Equal(("ar", "rtl"), (page.Find(".preview-mail").GetAttribute("lang"), page.Find(".preview-mail").GetAttribute("dir")));
        Assert.Equal("123456", page.Find(".preview-code").TextContent);
        Assert.Equal("لم أطلب هذا الرمز", page.Find(".preview-button").TextContent);
        Assert.Contains("123456 is not a real code", page.Find(".preview").TextContent, StringComparison.Ordinal);
        Assert.Equal("en", (await Portal.OverviewAsync(Rachels)).Methods.Single(method => method.Id == mail).Language);
    }

    [Fact]
    public async Task What_a_text_will_look_like_stands_in_one_bubble()
    {
        var phone = await Portal.MethodAsync(Rachels, RachelsPhone);
        var page = await ProvedAsync($"/security-info?method={phone}&change=language");

        await page.Find("#language").ChangeAsync("fr");

        page.WaitForAssertion(() => Assert.Contains("123456 est votre code", page.Find(".preview-bubble").TextContent, StringComparison.Ordinal));
        Assert.Equal(("fr", "ltr"), (page.Find(".preview-bubble").GetAttribute("lang"), page.Find(".preview-bubble").GetAttribute("dir")));
        Assert.Contains("#123456", page.Find(".preview-bubble").TextContent, StringComparison.Ordinal);
    }

    private async Task<IRenderedComponent<SecurityInfoPage>> ProvedAsync(string address)
    {
        await Portal.ProveAsync(Rachels);
        return Open<SecurityInfoPage>(address);
    }
}
