using Microsoft.Playwright;
using SecurityPortal.Tests.Support;
using static SecurityPortal.Tests.Stories.SigningIn;

namespace SecurityPortal.Tests.Stories;

/// <summary>R-HELP-2, R-HELP-3: two people at two screens, and a phone that is gone.</summary>
public sealed class ClearStories(PortalServer portal, Browser browser) : Story(portal, browser)
{
    private const string Phone = "+1 202-555-0101";

    private static readonly TimeSpan s_aMinute = 60.Seconds;

    [Fact]
    public Task Rachel_reports_her_phone_lost_Henry_clears_it_and_she_registers_anew() => PlayAsync(rachel => PlayAsync(async henry =>
    {
        await rachel.SignInAsync("rachel");
        await rachel.OpenCardAsync(Phone);
        await rachel.PressAsync("It is lost or stolen");
        await rachel.PressAsync("Report it");
        await rachel.PressAsync("Close");

        await henry.SignInByAppAsync("helper");
        await henry.FindAsync("rachel@contoso.example", "Rachel Hart");
        await henry.FollowAsync("Clear a lost device");
        await henry.IsAtAsync("Clear a lost device");
        await Assertions.Expect(henry.Page.Locator("input[type=checkbox]:checked")).ToHaveCountAsync(1);
        await henry.SeesAsync("was reported lost, and does not come back");
        await henry.WriteDownAsync();
        await henry.TakePictureAsync("clear", height: 2000);
        await henry.PressAsync("Clear");
        await henry.ProveByAppAsync("helper");
        await henry.IsAtAsync("Cleared");
        await henry.SeesAsync("Tell the caller: sign in with the password");

        await rachel.IsAtPathAsync("/sign-in", within: s_aMinute);
        await rachel.GivePasswordAsync("rachel");
        await rachel.ChooseAsync("E-mail");
        await rachel.EnterCodeAsync(Mail("rachel"));
        await rachel.IsAtAsync("Keep your account secure");
        await rachel.SeesAsync("The help desk has cleared a lost device from this account");
        await rachel.OpenAsync("/security-info");
        await rachel.IsAtAsync("Keep your account secure");
        await rachel.RegisterAsync("+1 202-555-0155");

        await rachel.OpenAsync("/activity");
        await rachel.SeesAsync("The help desk removed ways to verify");
        await rachel.SeesAsync("Reason: Phone left on a train");

        // R-HELP-10: she can have it stopped there until a lead has looked at it.
        await rachel.PressAsync(rachel.Page.GetByRole(AriaRole.Button, new() { NameRegex = new("^Dispute: ") }));
        await rachel.ProveAsync("E-mail", Mail("rachel"));
        await rachel.SeesAsync("Nothing about your security can be changed now");
        await rachel.OpenAsync("/security-info");
        await rachel.SeesAsync("Changes are frozen");
        Assert.Contains("INC-7", (await Backstage.NewestAsync(Mail("rachel"), "methodsCleared")).Text, StringComparison.Ordinal);
        Assert.Contains(await Backstage.LettersAsync("+12025550101"), letter => letter.Kind == "methodsCleared");
    }));

    [Fact]
    public Task Nora_has_nothing_left_and_comes_back_with_the_password_and_the_pass() => PlayAsync(nora => PlayAsync(async henry =>
    {
        await henry.SignInByAppAsync("helper");
        await henry.FindAsync("nora@contoso.example", "nora");
        await henry.FollowAsync("Clear a lost device");
        await henry.IsAtAsync("Clear a lost device");
        foreach (var box in await henry.Page.Locator("input[type=checkbox]").AllAsync())
            await box.CheckAsync();
        await henry.SeesAsync("You are shown an enrolment pass once");
        await henry.WriteDownAsync();
        await henry.PressAsync("Clear");
        await henry.ProveByAppAsync("helper");
        await henry.IsAtAsync("Cleared");
        var pass = await henry.Page.Locator("[data-pass]").InnerTextAsync();
        await henry.TakePictureAsync("pass");

        await nora.GivePasswordAsync("nora");
        await nora.IsAtAsync("The help desk has cleared this account");
        await nora.TakePictureAsync("pass-asked");
        await nora.TypeAsync("Enrolment pass", pass);
        await nora.PressAsync("Go on");
        await nora.IsAtAsync("Keep your account secure");
        await nora.RegisterAsync("+1 202-555-0156");
    }));
}

/// <summary>What both sides of a clear do most often.</summary>
internal static class Clearing
{
    extension(Person person)
    {
        public async Task FindAsync(string typed, string name)
        {
            await person.FollowAsync("Help desk");
            await person.TypeAsync("Who is calling?", typed);
            await person.PressAsync("Find");
            await person.PressAsync(person.Page.GetByRole(AriaRole.Link, new() { NameRegex = new(name) }).First);
            await person.IsAtAsync(name);
        }

        /// <summary>A badge was seen.</summary>
        public async Task WriteDownAsync()
        {
            await person.TypeAsync("How it can be found again", "Badge with photo");
            await person.TypeAsync("Reason", "Phone left on a train");
            await person.TypeAsync("Case or ticket", "INC-7");
        }

        /// <summary>Each code of an app is taken once, so it waits for the next.</summary>
        public async Task ProveByAppAsync(string name)
        {
            await person.IsAtAsync("Verify that it is you");
            await person.Backstage.AdvanceAsync(30.Seconds);
            await person.PressAsync(person.Row("Code from your authenticator app").First);
            await person.TypeAsync("Code", await person.Backstage.AppCodeAsync(Account(name)));
            await person.PressAsync("Verify");
        }

        public async Task RegisterAsync(string phone)
        {
            await person.PressAsync("I want to set up a different method");
            await person.GiveContactAsync(phone);
            await person.IsAtAsync("Enter the code");
            await person.EnterCodeAsync(phone.Replace(" ", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal));
            await person.IsAtAsync("You're set");
            await person.PressAsync("Finish");
            await person.IsHomeAsync();
        }
    }
}
