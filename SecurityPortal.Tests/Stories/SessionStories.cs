using Microsoft.Playwright;
using SecurityPortal.Tests.Support;
using static SecurityPortal.Tests.Stories.SigningIn;

namespace SecurityPortal.Tests.Stories;

/// <summary>Sessions are seen and ended from elsewhere (R-SIGN-5).</summary>
public sealed class SessionStories(PortalServer portal, Browser browser) : Story(portal, browser)
{
    // The rule's minute, and what a slow machine takes to show it.
    private static readonly TimeSpan s_aMinute = 65.Seconds;

    [Fact]
    public Task An_open_page_ends_within_a_minute() => PlayAsync(here => PlayAsync(async there =>
    {
        await here.SignInAsync("rachel");
        await there.SignInAsync("rachel");

        await here.EndOtherSessionsAsync();

        await there.IsAtPathAsync("/sign-in", within: s_aMinute);
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

    /// <summary>Two tabs of one session, and nobody does anything in them.</summary>
    [Fact]
    public Task Every_tab_of_a_session_ends_within_a_minute() => PlayAsync(here => PlayAsync(async there =>
    {
        await here.SignInAsync("dormant");
        await there.SignInAsync("dormant");
        Person tab = new(await there.Page.Context.NewPageAsync(), Backstage);
        await tab.OpenAsync("/security-info/add");

        await here.OpenAsync("/security-info/advanced");
        await here.PressAsync("End the session in Chrome on Linux");
        await here.SeesAsync("You are signed in nowhere else.");

        await Task.WhenAll(
            there.IsAtPathAsync("/sign-in", within: s_aMinute),
            tab.IsAtPathAsync("/sign-in", within: s_aMinute));
    }));

    [Fact]
    public Task All_sessions_end_with_the_one_that_ends_them() => PlayAsync(here => PlayAsync(async there =>
    {
        await here.SignInAsync("rachael");
        await there.SignInAsync("rachael");
        Person tab = new(await here.Page.Context.NewPageAsync(), Backstage);
        await tab.OpenAsync("/security-info/add");
        await here.OpenAsync("/security-info/advanced");

        await here.PressAsync("End all sessions");
        await here.IsAtAsync("Sign in");

        // What is done next in the other tab, and elsewhere, ends there at once.
        await tab.GiveContactAsync("loot@post.example");
        await tab.IsAtAsync("Sign in");
        await there.OpenCardAsync(Mail("rachael"));
        await there.PressAsync("Rename");
        await there.OpenAsync("/security-info");
        await there.IsAtAsync("Sign in");
        Assert.Empty(await Backstage.LettersAsync("loot@post.example"));
    }));

    [Fact]
    public Task Whoever_was_away_is_asked_before_the_session_ends_and_goes_on_where_they_were() => PlayAsync(async henry =>
    {
        await henry.SignInByAppAsync("helper");
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
        await lena.SignInAsync("lena");
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
