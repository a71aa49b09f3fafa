using Microsoft.Playwright;
using SecurityPortal.Tests.Support;
using static SecurityPortal.Tests.Stories.SigningIn;

namespace SecurityPortal.Tests.Stories;

/// <summary>Now and then people are asked whether codes would still reach them (R-REM).</summary>
public sealed class ReminderStories(PortalServer portal, Browser browser) : Story(portal.AsInEarnest(), browser)
{
    private const string Title = "Make sure you can receive a verification code";

    [Fact]
    public Task After_two_hundred_days_it_is_put_off_for_a_week_then_answered_and_then_quiet() => PlayAsync(async dora =>
    {
        for (var left = 7; left > 0; left--)
        {
            await dora.ComeBackAsync("dormant");
            await dora.IsAtAsync(Title);
            await dora.SeesAsync("You had not signed in for a long time.");
            await dora.PressAsync(left == 1 ? "Skip for now (1 day left)" : $"Skip for now ({left} days left)");
            await dora.IsHomeAsync();
            await Backstage.AdvanceAsync(24.Hours);
        }

        await dora.ComeBackAsync("dormant");
        await dora.SeesAsync("This can be put off no more");
        await Assertions.Expect(dora.Row("Skip for now")).ToHaveCountAsync(0);
        await dora.OpenAsync("/security-info/add");
        await dora.IsAtAsync(Title);

        await Backstage.AdvanceAsync(1.Minutes);
        await dora.PressAsync("Verify");
        await dora.IsAtAsync("Verify one of your methods");
        await dora.PressAsync(dora.Row("E-mail").First);
        await dora.EnterCodeAsync(Mail("dormant"));
        await dora.IsAtAsync("Add a new way to sign in or verify");

        await Backstage.AdvanceAsync(89.Days);
        await dora.ComeBackAsync("dormant");
        await dora.IsHomeAsync();
    });

    [Fact]
    public Task Whoever_has_one_method_adds_another_and_goes_on_where_they_wanted() => PlayAsync(async rachael =>
    {
        await rachael.OpenAsync("/security-info/advanced");
        await rachael.GivePasswordHereAsync("rachael");
        await rachael.ChooseAsync("E-mail");
        await rachael.EnterCodeAsync(Mail("rachael"));
        await rachael.IsAtAsync(Title);
        await rachael.SeesAsync("There is only one way to get a code");
        await Backstage.AdvanceAsync(1.Minutes);

        await rachael.PressAsync("Add new info");
        await rachael.IsAtAsync("First, verify that it is you");
        await rachael.PressAsync(rachael.Row("E-mail").First);
        await rachael.EnterCodeAsync(Mail("rachael"));
        await rachael.IsAtAsync("Add a new way to sign in or verify");
        await rachael.GiveContactAsync("rachael@post.example");
        await rachael.IsAtAsync("Enter the code");
        await rachael.EnterCodeAsync("rachael@post.example");

        await rachael.IsAtAsync("Advanced security options");
    });

    [Fact]
    public Task Answered_in_one_tab_the_other_goes_on() => PlayAsync(async omar =>
    {
        await Backstage.AdvanceAsync(91.Days);
        await omar.ComeBackAsync("omar");
        await omar.IsAtAsync(Title);
        Person tab = new(await omar.Page.Context.NewPageAsync(), Backstage);
        await tab.OpenAsync("/security-info");
        await tab.IsAtAsync(Title);

        await tab.PressAsync("Skip for now (7 days left)");

        await tab.IsHomeAsync();
        await omar.IsHomeAsync();
    });

    [Fact]
    public Task In_German_too() => PlayAsync(async page =>
    {
        Person lena = new(page.Page, Backstage, German.Of);
        await Backstage.AdvanceAsync(91.Days);
        await lena.ComeBackAsync("lena");
        await lena.IsAtAsync(Title);
        await lena.SeesAsync("You had not signed in for a long time. Numbers and addresses change.");
        Assert.Empty(German.EnglishIn((await lena.Page.InnerTextAsync("main")).Split('\n')));
        await lena.PressAsync("Skip for now (7 days left)");
        await lena.IsHomeAsync();
    }, new() { Locale = "de-DE" });
}

file static class Back
{
    extension(Person person)
    {
        public async Task ComeBackAsync(string name)
        {
            await person.Page.Context.ClearCookiesAsync();
            await person.GivePasswordAsync(name);
            await person.ChooseAsync("E-mail");
            await person.EnterCodeAsync(Mail(name));
        }

        /// <summary>On the way to a page that was asked for.</summary>
        public async Task GivePasswordHereAsync(string name)
        {
            await person.TypeAsync("Account name", Account(name));
            await person.PressAsync("Next");
            await person.TypeAsync("Password", Password);
            await person.PressAsync("Sign in");
        }
    }
}
