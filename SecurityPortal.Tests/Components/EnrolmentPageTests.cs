using Bunit;
using Microsoft.Extensions.DependencyInjection;
using SecurityPortal.Components.LimitedPages;
using SecurityPortal.Domain;
using SecurityPortal.Service;
using SecurityPortal.Storage;
using SecurityPortal.Tests.Support;
using static SecurityPortal.Tests.Support.People;

namespace SecurityPortal.Tests.Components;

/// <summary>R-HELP-2, R-HELP-3: the pages on the way back after a clear.</summary>
public sealed class EnrolmentPageTests : LimitedPageTest
{
    private const string Pass = "4kq7-m2vx-09ha-tw3d";

    [Fact]
    public async Task With_nothing_left_the_pass_is_asked_for_and_then_new_info()
    {
        await ClearAsync(RachelsMail, RachelsPhone);
        var page = Open<RegisterPage>(await Portal.GivePasswordAsync(), "/register");
        IsAt(page, "The help desk has cleared this account");

        await TypeAsync(page, "open sesame");
        Says(page, "That is no enrolment pass");
        Assert.Equal("open sesame", page.Find("#pass").GetAttribute("value"));
        await TypeAsync(page, "4kq7-m2vx-09ha-tw3e");
        Says(page, "Tries left: 4");

        await TypeAsync(page, Pass);
        IsAt(page, "Keep your account secure");
        IsAt(Reload<RegisterPage>(), "Keep your account secure");
    }

    [Fact]
    public async Task With_something_left_new_info_is_asked_for_after_the_sign_in()
    {
        await ClearAsync(RachelsPhone);

        var page = Open<RegisterPage>(await Portal.SignInAsync(), "/register");

        IsAt(page, "Keep your account secure");
        Says(page, "The help desk has cleared a lost device from this account");
        Assert.Equal("/cleared", page.WaitForElement("a[href='/cleared']").GetAttribute("href"));
    }

    [Fact]
    public async Task What_was_cleared_by_mistake_is_brought_back_by_its_own_code()
    {
        await ClearAsync(RachelsPhone);
        var page = Open<ClearedPage>(await Portal.GivePasswordAsync(), "/cleared");
        Says(page, RachelsPhone.Masked);

        await page.InvokeAsync(() => page.Find("button.method").ClickAsync());
        IsSent(page);
        var again = Reload<ClearedPage>();
        await EnterCodeAsync(again, await CodeToAsync(RachelsPhone.Value));

        Says(again, "is back.");
        Assert.Equal("/sign-in/verify", again.Find(".actions a").GetAttribute("href"));
        Assert.Contains((await Portal.ProfileAsync(Rachel)).Methods, method => method.Contact == RachelsPhone && method.IsUsable);
    }

    private static void IsSent(IRenderedComponent<ClearedPage> page) => page.WaitForElement(".field-code input");

    private static async Task TypeAsync(IRenderedComponent<RegisterPage> page, string pass)
    {
        page.WaitForElement("#pass").Change(pass);
        await PressAsync(page, "Go on");
    }

    /// <summary>As the help desk does it; what is told of that is no matter here.</summary>
    private async Task ClearAsync(params Contact[] goes)
    {
        var made = Portal.Services.GetRequiredService<OneTimeCodes>().SealPass(Pass, Portal.Now);
        var account = await Portal.AccountAsync(Rachel);
        var order = await Portal.OrderAsync(Rachel, goes);
        Assert.Null(await Portal.Services.GetRequiredService<WriteQueue>().RunAsync(
            context => context.Profiles.Single(profile => profile.Id == account).Clear(order, new(Portal.Now, account, Role.HelpDesk, "INC-7"), made, Life.Policy, Portal.Now), Cancel));
    }
}
