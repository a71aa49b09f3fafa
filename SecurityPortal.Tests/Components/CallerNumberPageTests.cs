using Bunit;
using Microsoft.Extensions.DependencyInjection;
using SecurityPortal.Components.LimitedPages;
using SecurityPortal.Domain;
using SecurityPortal.Service;
using SecurityPortal.Tests.Support;
using static SecurityPortal.Tests.Support.People;

namespace SecurityPortal.Tests.Components;

/// <summary>R-HELP-6 as the caller sees it.</summary>
public sealed class CallerNumberPageTests : LimitedPageTest
{
    private const string Here = "/help/caller-number";

    [Fact]
    public async Task Shows_a_number_when_it_is_asked_for_and_counts_down()
    {
        var rachel = await Portal.SignInAsync();
        var page = Open(rachel);
        IsAt(page, "Your caller number");
        Assert.Null((await Portal.ProfileAsync(rachel)).CallerNumber);
        Says(page, "Nobody from the help desk calls you and asks for it. It is no code for signing in.");
        Says(page, "extension 4711");

        await PressAsync(page, "Show a number");

        Says(page, "It ends in 10:00");
        Assert.Matches("^[0-9]{4} [0-9]{4}$", page.Find(".caller-number [dir=ltr]").TextContent);
        Portal.Clock.Advance(1.Minutes);
        Says(page, "It ends in 9:00");
        Assert.Null(await TakeAsync(rachel, page));
        Assert.Equal(Here, Place);
    }

    [Fact]
    public async Task A_reload_has_forgotten_it_and_writes_nothing()
    {
        var rachel = await Portal.SignInAsync();
        var page = Open(rachel);
        await PressAsync(page, "Show a number");
        page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll(".caller-number")));
        var before = (await Portal.ProfileAsync(rachel)).CallerNumber!.Id;

        page = Reload<CallerNumberPage>();

        Assert.Empty(page.FindAll(".caller-number"));
        Assert.Equal(before, (await Portal.ProfileAsync(rachel)).CallerNumber!.Id);
        await PressAsync(page, "Show a number");
        page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll(".caller-number")));
        Assert.NotEqual(before, (await Portal.ProfileAsync(rachel)).CallerNumber!.Id);
    }

    [Fact]
    public async Task Goes_from_the_page_when_it_ends()
    {
        var page = Open(await Portal.SignInAsync());
        await PressAsync(page, "Show a number");
        page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll(".caller-number")));

        Portal.Clock.Advance(10.Minutes);

        Says(page, "The number has ended.");
        Assert.Empty(page.FindAll(".caller-number"));
    }

    [Fact]
    public async Task The_sixth_within_the_hour_is_refused_with_its_time_and_the_one_before_stays()
    {
        var page = Open(await Portal.SignInAsync());
        await PressAsync(page, "Show a number");
        for (var i = 0; i < 5; i++)
            await PressAsync(page, "Show a new number");

        Says(page, "You have been shown 5 caller numbers within the hour. The next can be shown in 1 hour");
        Assert.NotEmpty(page.FindAll(".caller-number"));
    }

    [Fact]
    public async Task A_limited_session_is_told_to_sign_in_with_a_method_that_remains()
    {
        var limited = await Portal.GivePasswordAsync();
        var page = Open(limited);

        Says(page, "Verify your identity with one of your methods first");
        Assert.Equal("/sign-in/verify", page.Find("a.button").GetAttribute("href"));
        Assert.DoesNotContain(page.FindAll("button"), button => button.TextContent.Trim() == "Show a number");
    }

    [Fact]
    public async Task Without_a_method_the_other_ways_of_the_help_desk_are_named()
    {
        var page = Open(await Portal.GivePasswordAsync(Newcomer));

        Says(page, "call the help desk all the same: they check in another way");
        Assert.Empty(page.FindAll("a.button"));
    }

    private IRenderedComponent<CallerNumberPage> Open(Owner owner) => Open<CallerNumberPage>(owner, Here);

    private async Task<Refusal?> TakeAsync(Owner owner, IRenderedComponent<CallerNumberPage> page)
    {
        var check = Portal.Services.GetRequiredService<OneTimeCodes>().CheckCaller(page.Find(".caller-number [dir=ltr]").TextContent);
        return (await Portal.ProfileAsync(owner)).TakeCallerNumber(check, Portal.Now);
    }
}
