using Microsoft.AspNetCore.Components.Server;
using Microsoft.Extensions.DependencyInjection;
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
            (await Backstage.LettersAsync()).Select(letter => (letter.Kind, letter.To)).Order());
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
