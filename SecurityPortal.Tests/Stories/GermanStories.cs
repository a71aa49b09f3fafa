using System.Text.Json;
using Microsoft.Playwright;
using SecurityPortal.Tests.Support;
using static SecurityPortal.Tests.Stories.SigningIn;

namespace SecurityPortal.Tests.Stories;

/// <summary>The same in German: nothing on the way is left in English.</summary>
public sealed class GermanStories(PortalServer portal, Browser browser) : Story(portal, browser)
{
    private const string TextsOfPage =
        "() => [...document.body.innerText.split('\\n'), document.title, "
        + "...[...document.querySelectorAll('[aria-label], [title], [placeholder]')].flatMap(e => ['aria-label', 'title', 'placeholder'].map(a => e.getAttribute(a) ?? ''))]";

    [Fact]
    public Task Signing_in_and_replacing_everything() => PlayInGermanAsync(async rachel =>
    {
        await rachel.OpenAsync("/sign-in");
        await IsGermanAsync(rachel);
        await rachel.GivePasswordAsync("rachel");
        await rachel.IsAtAsync("Verify your identity");
        await IsGermanAsync(rachel);
        await rachel.FollowAsync("I don't have any of these");
        await rachel.IsAtAsync("Replace all your security info");
        await IsGermanAsync(rachel);
        await rachel.PressAsync("Enter new info");
        await rachel.IsAtAsync("How can we reach you from now on?");
        await IsGermanAsync(rachel);
        await rachel.GiveContactAsync("+44 5600 000000");
        await rachel.IsToldAsync("Phone number", "VOIP numbers can't be used to sign in or get verification codes. Please add a mobile phone number.", "+44 5600 000000");
        await rachel.GiveContactAsync("rachel@post.example");
        await rachel.IsAtAsync("Enter the code");
        await IsGermanAsync(rachel);
        await rachel.EnterCodeAsync("rachel@post.example");
        await rachel.IsAtAsync("Your new info");
        await IsGermanAsync(rachel);
        await rachel.PressAsync("Review");
        await rachel.IsAtAsync("Replace my security info?");
        await IsGermanAsync(rachel);
        await rachel.PressAsync("Replace my security info");
        await rachel.IsAtAsync("Your security info is being updated");
        await IsGermanAsync(rachel);
        await rachel.FollowAsync("Sign in with an old method");
        await rachel.SeesAsync("Using this will cancel the update of your security info.");
        await rachel.ChooseAsync("E-mail");
        await IsGermanAsync(rachel);
        await rachel.EnterCodeAsync(Mail("rachel"));
        await rachel.IsHomeAsync();
        await rachel.PressAsync("Yes, I started it");
        await rachel.SeesAsync("Thank you. Nothing else changes.");
        await IsGermanAsync(rachel);
        await rachel.OpenAsync("/security-info/advanced");
        await IsGermanAsync(rachel);
    });

    private Task PlayInGermanAsync(Func<Person, Task> story) =>
        PlayAsync(person => story(new(person.Page, Backstage, German.Of)), new() { Locale = "de-DE" });

    private static async Task IsGermanAsync(Person person)
    {
        await Assertions.Expect(person.Page.Locator("html")).ToHaveAttributeAsync("lang", "de");
        var texts = await person.Page.EvaluateAsync<JsonElement>(TextsOfPage);
        Assert.Empty(German.EnglishIn(texts.EnumerateArray().Select(text => text.GetString()!)));
    }
}
