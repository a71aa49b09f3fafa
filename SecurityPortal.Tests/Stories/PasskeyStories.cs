using Microsoft.Playwright;
using SecurityPortal.Tests.Support;
using static SecurityPortal.Tests.Stories.SigningIn;

namespace SecurityPortal.Tests.Stories;

/// <summary>R-PASS-5, R-SIGN-4, R-PEND-5: passkeys, in a browser that has an authenticator.</summary>
public sealed class PasskeyStories(PortalServer portal, Browser browser) : Story(portal, browser)
{
    [Fact]
    public Task One_is_made_named_signed_in_with_stepped_up_with_and_removed() => PlayAsync(async rachel =>
    {
        var sensor = await Sensor.OnAsync(rachel);
        await rachel.SignInAsync("rachel");
        await rachel.AddPasskeyAsync(sensor, provedBy: Mail("rachel"));
        await rachel.TypeAsync("Name", "My desk");
        await rachel.PressAsync("Save");
        await rachel.SeesAsync("My desk");
        await rachel.IsAtAsync("Your account is protected by 3 methods");
        await rachel.SignOutAsync();

        await rachel.SignInByPasskeyAsync(sensor, rachel.IsHomeAsync);
        await rachel.OpenCardAsync("My desk");
        await rachel.PressAsync("Remove");
        await rachel.IsAtAsync("Verify that it is you");
        await sensor.TouchAsync(async () =>
        {
            await rachel.PressAsync(rachel.Row("Use a passkey"));
            await rachel.Dialog.GetByRole(AriaRole.Button, new() { Name = "Remove", Exact = true }).ClickAsync();
        });

        await rachel.IsAtAsync("Your account is protected by 2 methods");
        await rachel.SignOutAsync();
        await rachel.SignInByPasskeyAsync(sensor, () => rachel.SeesAsync("That passkey does not belong to this account"));
    });

    [Fact]
    public Task It_takes_the_place_of_a_code_after_the_password() => PlayAsync(async otis =>
    {
        var sensor = await Sensor.OnAsync(otis);
        await otis.SignInAsync("otis");
        await otis.AddPasskeyAsync(sensor, provedBy: Mail("otis"));
        await otis.SignOutAsync();

        await otis.GivePasswordAsync("otis");
        await otis.IsAtAsync("Verify your identity");
        await sensor.TouchAsync(async () =>
        {
            await otis.PressAsync(otis.Row("Use a passkey"));
            await otis.IsHomeAsync();
        });
    });

    [Fact]
    public Task The_field_for_the_name_offers_it_too() => PlayAsync(async audrey =>
    {
        var sensor = await Sensor.OnAsync(audrey);
        await audrey.SignInAsync("audrey");
        await audrey.AddPasskeyAsync(sensor, provedBy: Mail("audrey"));
        await audrey.SignOutAsync();

        await Sensor.OfferInFieldsAsync(audrey);
        await sensor.TouchAsync(async () =>
        {
            _ = await audrey.Page.GotoAsync("/sign-in", new() { WaitUntil = WaitUntilState.Commit });
            await audrey.IsHomeAsync();
        });
    });

    [Fact]
    public Task Where_none_can_be_asked_for_the_page_stays_and_a_password_signs_in() => PlayAsync(
        async rachel =>
        {
            var asked = 0;
            _ = await Sensor.OnAsync(rachel);
            await rachel.OpenAsync("/sign-in");
            await Sensor.OfferInFieldsAsync(rachel);
            await rachel.Page.RouteAsync("**/sign-in/passkey/ask", asking =>
            {
                asked++;
                return asking.FulfillAsync(new() { Status = 500 });
            });

            _ = await rachel.Page.RunAndWaitForResponseAsync(() => rachel.OpenAsync("/sign-in"), answer => answer.Status == 500);
            await rachel.TypeAsync("Account name", Account("rachael"));
            await rachel.PressAsync("Sign in with a passkey");
            await rachel.SeesAsync("The passkey could not be used");
            await Assertions.Expect(rachel.Field("Account name")).ToHaveValueAsync(Account("rachael"));
            Assert.Equal(2, asked);

            await rachel.SignInAsync("rachael");
        },
        expected: 500);

    [Fact]
    public Task A_strange_finger_opens_nothing_and_the_page_says_so() => PlayAsync(async lena =>
    {
        var sensor = await Sensor.OnAsync(lena);
        await lena.SignInAsync("lena");
        await lena.AddPasskeyAsync(sensor, provedBy: Mail("lena"));
        await lena.SignOutAsync();
        await sensor.RecogniseAsync(isOwner: false);

        await lena.SignInByPasskeyAsync(sensor, () => lena.SeesAsync("Your browser gave no passkey"));

        await lena.IsAtAsync("Sign in");
    });

    [Fact]
    public Task A_copy_is_refused_and_its_owner_is_told() => PlayAsync(async adam =>
    {
        var sensor = await Sensor.OnAsync(adam);
        await adam.SignInAsync("adam");
        await adam.AddPasskeyAsync(sensor, provedBy: Mail("adam"));
        await adam.SignOutAsync();
        await adam.SignInByPasskeyAsync(sensor, adam.IsHomeAsync);
        await adam.SignOutAsync();
        await sensor.CountFromAsync(0);

        await adam.SignInByPasskeyAsync(sensor, () => adam.SeesAsync("That passkey has counted backwards"));

        _ = await Backstage.NewestAsync(Mail("adam"), "passkeyCloned");
    });

    [Fact]
    public Task While_an_update_is_pending_it_asks_before_it_cancels() => PlayAsync(async henry =>
    {
        var sensor = await Sensor.OnAsync(henry);
        await henry.SignInAsync("henry");
        await henry.AddPasskeyAsync(sensor, provedBy: Mail("henry"));
        await henry.SignOutAsync();
        await henry.GivePasswordAsync("henry");
        await henry.StartReplacementAsync("henry@post.example");
        await henry.SignOutAsync();

        await henry.SignInByPasskeyAsync(sensor, () => henry.IsAtAsync("Cancel the update of your security info?"));
        await henry.FollowAsync("Leave it");
        await henry.IsAtPathAsync("/pending");
        await henry.OpenAsync("/");
        await henry.IsAtAsync("Cancel the update of your security info?");
        await henry.PressAsync("Cancel the update and sign in");

        await henry.IsHomeAsync();
        await henry.SeesAsync("The update of your security info was cancelled");
    });

    [Fact]
    public Task A_newcomer_is_guided_to_one_first() => PlayAsync(async nina =>
    {
        var sensor = await Sensor.OnAsync(nina);
        await nina.GivePasswordAsync("newcomer");
        await nina.IsAtAsync("Keep your account secure");
        await nina.SeesNoAsync("Use an authenticator app");
        await sensor.TouchAsync(async () =>
        {
            await nina.PressAsync(nina.Row("Use a passkey"));
            await nina.IsAtAsync("You're set");
        });
        await nina.PressAsync("Finish");

        await nina.IsHomeAsync();
        await nina.SignOutAsync();
        await nina.SignInByPasskeyAsync(sensor, nina.IsHomeAsync);
    });
}

file static class Doing
{
    extension(Person person)
    {
        public async Task AddPasskeyAsync(Sensor sensor, string provedBy)
        {
            await person.FollowAsync("Add a new way to sign in or verify");
            await person.IsAtAsync("Add a new way to sign in or verify");
            await person.PressAsync(person.Row("Use a passkey"));
            await sensor.TouchAsync(async () =>
            {
                await person.ProveAsync("E-mail", provedBy);
                await person.IsHomeAsync();
            });
            await Assertions.Expect(person.Field("Name")).ToBeVisibleAsync();
        }

        public async Task SignInByPasskeyAsync(Sensor sensor, Func<Task> until)
        {
            await person.OpenAsync("/sign-in");
            await sensor.TouchAsync(async () =>
            {
                await person.PressAsync("Sign in with a passkey");
                await until();
            });
        }
    }
}
