using Microsoft.Playwright;
using SecurityPortal.Tests.Support;

namespace SecurityPortal.Tests.Stories;

/// <summary>R-HELP-1: a helper finds who is calling and sees what is wrong, and nothing whole.</summary>
public sealed class HelpDeskStories(PortalServer portal, Browser browser) : Story(portal, browser)
{
    [Fact]
    public Task A_helper_finds_a_caller_and_sees_how_things_stand() => PlayAsync(async henry =>
    {
        await henry.SignInByAppAsync("helper");
        await henry.FollowAsync("Help desk");
        await henry.IsAtAsync("Find an account");
        await henry.TypeAsync("Who is calling?", "hart");
        await henry.Page.Keyboard.PressAsync("Enter");
        await henry.SeesAsync("Rachael Hart");
        await henry.TypeAsync("Who is calling?", "(202) 555-0101");
        await henry.PressAsync("Find");
        await henry.SeesAsync("by a number or address of this account");
        await henry.PressAsync(henry.Page.GetByRole(AriaRole.Link, new() { NameRegex = new("Rachel Hart") }));

        await henry.IsAtAsync("Rachel Hart");
        await henry.SeesAsync("Nothing stands in the way");
        await henry.SeesAsync("•••••••01");
        Assert.DoesNotContain("+12025550101", await henry.Page.ContentAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain("rachel@mail.example", await henry.Page.ContentAsync(), StringComparison.Ordinal);
        await henry.TakePictureAsync("help-desk-account", height: 1600);
        _ = await henry.Page.GoBackAsync();
        await henry.IsAtAsync("Find an account");
    });

    /// <summary>R-HELP-9.</summary>
    [Fact]
    public Task A_lead_looks_a_try_up_in_the_log_and_takes_the_log_along() => PlayAsync(async lena =>
    {
        await lena.SignInByAppAsync("lead");
        await lena.FollowAsync("Sign-in log");
        await lena.IsAtAsync("Sign-in log");
        await lena.SeesAsync("Results over time");
        await lena.TypeAsync("Account name", "lead@contoso.example");
        await lena.PressAsync("Filter");
        await Assertions.Expect(lena.Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("name=lead"));
        await lena.TakePictureAsync("sign-in-log", height: 1800);
        var file = await lena.Page.RunAndWaitForDownloadAsync(() => lena.Link("Export as CSV").ClickAsync());
        Assert.Contains("id,time,account,name", await File.ReadAllTextAsync(await file.PathAsync()), StringComparison.Ordinal);

        await lena.PressAsync(lena.Page.Locator(".log-table tbody a").First);
        await lena.IsAtAsync("A try to sign in");
        await lena.SeesAsync("What was unusual");
        _ = await lena.Page.GoBackAsync();
        await Assertions.Expect(lena.Page.GetByLabel("Account name")).ToHaveValueAsync("lead@contoso.example");
    });

    [Fact]
    public Task Whoever_is_none_of_the_staff_is_led_away() => PlayAsync(async rachel =>
    {
        await rachel.SignInAsync("rachel");
        Assert.Equal(0, await rachel.Link("Help desk").CountAsync());

        await rachel.OpenAsync("/help-desk");

        await rachel.IsHomeAsync();
    });

    [Fact]
    public Task Staff_are_offered_no_code_by_mail_and_told_why() => PlayAsync(async lena =>
    {
        await lena.GivePasswordAsync("lead");

        await lena.IsAtAsync("Verify your identity");
        await lena.SeesAsync("Staff sign in with a passkey or an authenticator app only.");
        await Assertions.Expect(lena.Page.Locator(".methods li")).ToHaveCountAsync(1);
    });
}
