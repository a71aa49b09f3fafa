using Microsoft.Playwright;
using SecurityPortal.Tests.Support;
using static SecurityPortal.Tests.Stories.SigningIn;

namespace SecurityPortal.Tests.Stories;

/// <summary>Sessions are seen and ended from elsewhere (R-SIGN-5).</summary>
public sealed class SessionStories(PortalServer portal, Browser browser) : Story(portal, browser)
{
    // The rule's minute, and what a slow machine takes to show it.
    private const float AMinute = 65_000;

    [Fact]
    public Task An_open_page_ends_within_a_minute() => PlayAsync(here => PlayAsync(async there =>
    {
        await here.SignInAsync("rachel");
        await there.SignInAsync("rachel");

        await here.EndOtherSessionsAsync();

        await there.Page.WaitForURLAsync("**/sign-in*", new() { Timeout = AMinute });
        await there.IsAtAsync("Sign in");
        await here.SeesAsync("You are signed in nowhere else.");
    }));

    [Fact]
    public Task The_next_thing_done_there_ends_it_at_once() => PlayAsync(here => PlayAsync(async there =>
    {
        await here.SignInAsync("omar");
        await there.SignInAsync("omar");
        await there.OpenCardAsync(Mail("omar"));
        await here.EndOtherSessionsAsync();

        await there.PressAsync("Remove");

        await there.IsAtAsync("Sign in");
        Assert.Equal(2, (await Backstage.LettersAsync(Mail("omar"))).Count(letter => letter.Kind == "code"));
    }));

    [Fact]
    public Task Whoever_was_away_is_asked_before_the_session_ends_and_goes_on_where_they_were() => PlayAsync(async henry =>
    {
        await henry.SignInAsync("helper");
        await henry.OpenAsync("/security-info/add");
        await henry.ChooseKindAsync("E-mail address");
        await henry.Field("E-mail address").FocusAsync();
        await Backstage.AdvanceAsync(TimeSpan.FromMinutes(8.5));

        await Assertions.Expect(henry.Dialog).ToContainTextAsync("Are you still there?", new() { Timeout = 30_000 });
        await henry.PressAsync("Stay signed in");

        await Assertions.Expect(henry.Dialog).ToHaveCountAsync(0);
        await Assertions.Expect(henry.Field("E-mail address")).ToBeFocusedAsync();
    });

    [Fact]
    public Task Whoever_signs_out_in_one_tab_is_out_in_all() => PlayAsync(async lena =>
    {
        await lena.SignInAsync("lead");
        Person tab = new(await lena.Page.Context.NewPageAsync(), Backstage);
        await tab.OpenAsync("/security-info");
        await lena.SignOutAsync();

        await tab.OpenAsync("/security-info/advanced");

        await tab.IsAtAsync("Sign in");
        await tab.Page.GoBackAsync();
        await tab.IsAtAsync("Sign in");
    });
}

file static class Elsewhere
{
    extension(Person person)
    {
        public async Task EndOtherSessionsAsync()
        {
            await person.OpenAsync("/security-info/advanced");
            await person.PressAsync("End all others");
            await Assertions.Expect(person.Page.GetByText("Only this one goes on.")).ToBeVisibleAsync();
        }
    }
}
