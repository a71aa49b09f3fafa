using Microsoft.AspNetCore.Components.Server;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using SecurityPortal.Tests.Support;
using static SecurityPortal.Tests.Stories.SigningIn;

namespace SecurityPortal.Tests.Stories;

/// <summary>The server forgets a page's circuit, as it does when it is restarted: the page comes back to the same step.</summary>
public sealed class LostCircuitStories(LostCircuitStories.Forgetful forgetful, Browser browser)
    : Story(forgetful.Portal, browser), IClassFixture<LostCircuitStories.Forgetful>
{
    [Fact]
    public Task Nothing_is_lost_with_it_and_nothing_sent_twice() => PlayOnABadLineAsync(async rachael =>
    {
        var line = await Line.OfAsync(rachael.Page);
        await rachael.GivePasswordAsync("rachael");
        await rachael.FollowAsync("I don't have any of these");
        await rachael.PressAsync("Enter new info");
        await rachael.GiveContactAsync("rachael@post.example");
        await rachael.IsAtAsync("Enter the code");
        await line.LoseAsync(rachael.Page);
        await rachael.IsAtAsync("Enter the code");
        await rachael.EnterCodeAsync("rachael@post.example");
        await rachael.IsAtAsync("Your new info");
        await line.LoseAsync(rachael.Page);
        await rachael.IsAtAsync("Your new info");
        await rachael.PressAsync("Review");
        await rachael.IsAtAsync("Replace my security info?");
        await line.LoseAsync(rachael.Page);
        await rachael.IsAtAsync("Replace my security info?");
        await rachael.PressAsync("Replace my security info");
        await rachael.IsAtAsync("Your security info is being updated");
        await line.LoseAsync(rachael.Page);
        await rachael.IsAtAsync("Your security info is being updated");

        Assert.Equal(
            [("code", "rachael@post.example"), ("replacementStarted", Mail("rachael")), ("replacementStarted", "rachael@post.example")],
            (await Backstage.LettersAsync()).Where(letter => letter.To.StartsWith("rachael", StringComparison.Ordinal)).Select(letter => (letter.Kind, letter.To)).Order());
    });

    [Fact]
    public Task What_was_typed_is_still_there_until_its_step_is_passed() => PlayOnABadLineAsync(async omar =>
    {
        var line = await Line.OfAsync(omar.Page);
        await omar.GivePasswordAsync("omar");
        await omar.FollowAsync("I don't have any of these");
        await omar.PressAsync("Enter new info");
        await omar.ChooseKindAsync("E-mail address");
        await omar.TypeAsync("E-mail address", "omar@post.example");

        await line.LoseAsync(omar.Page);
        await omar.WaitAsync();
        await Assertions.Expect(omar.Field("E-mail address")).ToHaveValueAsync("omar@post.example");
        await omar.PressAsync("Send a code");
        await omar.IsAtAsync("Enter the code");
        await omar.PressAsync("Use another phone or address");
        await omar.IsAtAsync("How can we reach you from now on?");
        await omar.ChooseKindAsync("E-mail address");
        await Assertions.Expect(omar.Field("E-mail address")).ToHaveValueAsync("");

        await omar.TypeAsync("E-mail address", "again@post.example");
        await omar.SignOutAsync();
        _ = await omar.Page.WaitForFunctionAsync("sessionStorage.length === 0");
    });

    public sealed class Forgetful : IDisposable
    {
        public PortalServer Portal { get; } = new()
        {
            Instead = services => services.Configure<CircuitOptions>(circuits =>
            {
                circuits.DisconnectedCircuitMaxRetained = 0;
                circuits.PersistedCircuitInMemoryMaxRetained = 0;
            }),
        };

        public void Dispose() => Portal.Dispose();
    }
}
