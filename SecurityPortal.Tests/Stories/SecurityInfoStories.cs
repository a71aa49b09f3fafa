using Microsoft.Playwright;
using SecurityPortal.Tests.Support;
using static SecurityPortal.Tests.Stories.SigningIn;

namespace SecurityPortal.Tests.Stories;

/// <summary>Keeping security info (R-METH).</summary>
public sealed class SecurityInfoStories(PortalServer portal, Browser browser) : Story(portal, browser)
{
    [Fact]
    public Task Rachel_adds_an_address_and_a_phone() => PlayAsync(async rachel =>
    {
        await rachel.SignInAsync("rachel");
        await rachel.AddAsync("rachel.hart@post.example", provedBy: Mail("rachel"));
        await rachel.AddAsync("+1 202-555-0142");

        await rachel.OpenAsync("/security-info");
        await rachel.IsAtAsync("Your account is protected by 4 methods");
        var told = (await Backstage.LettersAsync()).Where(letter => letter.Kind == "methodAdded" && (letter.Text.Contains("•42", StringComparison.Ordinal) || letter.Text.Contains("*42", StringComparison.Ordinal)));
        Assert.Equal(
            ["+12025550101", "+12025550142", "rachel.hart@post.example", "rachel@mail.example"],
            told.Select(letter => letter.To).Order());
    });

    [Fact]
    public Task A_number_over_the_internet_is_refused_beside_its_field() => PlayAsync(async rachael =>
    {
        const string Voip = "+44 5600 000000";
        await rachael.SignInAsync("rachael");
        await rachael.FollowAsync("Add a new way to sign in or verify");
        await rachael.GiveContactAsync(Voip);

        await rachael.IsToldAsync("Phone number", "VOIP numbers can't be used to sign in or get verification codes. Please add a mobile phone number.", Voip);
        await rachael.GiveContactAsync("+1 202-555-0143");
        await rachael.ProveAsync("E-mail", Mail("rachael"));

        await rachael.IsAtAsync("Enter the code");
        Assert.DoesNotContain(await Backstage.LettersAsync(), letter => letter.To.StartsWith("+44", StringComparison.Ordinal));
    });

    [Fact]
    public Task Removing_asks_twice_and_names_what_remains() => PlayAsync(async dora =>
    {
        await dora.SignInAsync("dormant");
        await dora.OpenCardAsync("+1 202-555-0105");
        await dora.PressAsync("Remove");
        await dora.ProveAsync("E-mail", Mail("dormant"));
        await Assertions.Expect(dora.Dialog).ToContainTextAsync("Remove +1 202-555-0105?");
        await Assertions.Expect(dora.Dialog).ToContainTextAsync("What remains:");
        await Assertions.Expect(dora.Dialog).ToContainTextAsync(Mail("dormant"));
        await dora.SeesAsync("2 of at most 10 methods");

        await dora.Dialog.GetByRole(AriaRole.Button, new() { Name = "Remove", Exact = true }).ClickAsync();

        await dora.SeesAsync("+1 202-555-0105 was removed.");
        await Assertions.Expect(dora.Dialog).ToHaveCountAsync(0);
        await dora.IsAtAsync("Your account is protected by 1 method");
        var told = (await Backstage.LettersAsync()).Where(letter => letter.Kind == "methodRemoved");
        Assert.Equal(["+12025550105", Mail("dormant")], told.Select(letter => letter.To).Order());
    });

    [Fact]
    public Task What_cannot_be_found_rests_until_it_turns_up() => PlayAsync(async otis =>
    {
        const string Phone = "+1 202-555-0106";
        await otis.SignInAsync("otis");
        await otis.OpenCardAsync(Phone);
        await otis.PressAsync("I can't find it");
        await otis.ProveAsync("E-mail", Mail("otis"));
        await otis.PressAsync("Suspend it");
        await otis.SeesAsync($"{Phone} is suspended.");
        await Assertions.Expect(otis.Dialog).ToHaveCountAsync(0);
        await otis.SignOutAsync();

        await otis.GivePasswordAsync("otis");
        await otis.IsAtAsync("Verify your identity");
        await otis.SeesNoAsync("Text message");
        await otis.ChooseAsync("E-mail");
        await otis.EnterCodeAsync(Mail("otis"));
        await otis.OpenCardAsync(Phone);
        await otis.PressAsync("Bring it back");
        await otis.PressAsync("Send a code to it");
        await otis.EnterCodeAsync("+12025550106");

        await otis.SeesAsync($"{Phone} is back and can be used again.");
        await otis.IsAtAsync("Your account is protected by 2 methods");
    });

    [Fact]
    public Task A_method_gets_its_messages_in_its_own_language() => PlayAsync(async henry =>
    {
        await henry.SignInAsync("henry");
        await henry.OpenCardAsync(Mail("henry"));
        await henry.PressAsync(henry.Row("Message language"));
        await henry.Field("Message language").SelectOptionAsync("de");
        await henry.PressAsync("Save");
        await henry.ProveAsync("E-mail", Mail("henry"));
        await henry.SeesAsync($"Messages to {Mail("henry")} are in Deutsch from now on.");
        await henry.SignOutAsync();

        await henry.GivePasswordAsync("henry");
        await henry.ChooseAsync("E-mail");

        var code = await Backstage.NewestAsync(Mail("henry"), "code");
        Assert.Equal("de", code.Language);
        Assert.Contains("Ihr Code", code.Subject, StringComparison.Ordinal);
        await henry.IsAtAsync("Enter your code");
    });

    [Fact]
    public Task A_name_of_ones_own_and_what_comes_first() => PlayAsync(async adam =>
    {
        await adam.SignInAsync("adam");
        await adam.AddAsync("adam@post.example", provedBy: Mail("adam"));
        await adam.PressAsync("Rename");
        await adam.TypeAsync("Name", "My own mailbox");
        await adam.PressAsync("Save");
        await Assertions.Expect(adam.Card("My own mailbox")).ToBeVisibleAsync();

        await adam.PressAsync("Make default");

        await adam.SeesAsync("is offered first from now on.");
        await Assertions.Expect(adam.Card("My own mailbox")).ToContainTextAsync("Default");
        await adam.SignOutAsync();
        await adam.GivePasswordAsync("adam");
        await adam.IsAtAsync("Verify your identity");
        await Assertions.Expect(adam.Page.Locator(".methods li").First).ToContainTextAsync("ad•••••@•••••");
    });

    [Fact]
    public Task Adding_needs_no_mouse() => PlayAsync(async audrey =>
    {
        var keys = audrey.Page.Keyboard;
        await audrey.SignInAsync("audrey");
        await audrey.TabToAsync(audrey.Link("Add a new way to sign in or verify"));
        await keys.PressAsync("Enter");
        await audrey.IsAtAsync("Add a new way to sign in or verify");
        await audrey.TabToAsync(audrey.Choice("Phone number"));
        await keys.PressAsync("ArrowDown");
        await audrey.TabToAsync(audrey.Field("E-mail address"));
        await keys.TypeAsync("audrey@post.example");
        await keys.PressAsync("Enter");
        await audrey.IsAtAsync("Verify that it is you");
        await audrey.TabToAsync(audrey.Row("E-mail a code"));
        await keys.PressAsync("Enter");
        await audrey.SeesAsync("Look for the message marked");
        await audrey.TabToAsync(audrey.Field("Code"));
        await keys.TypeAsync(await audrey.ReadCodeAsync(Mail("audrey")));
        await keys.PressAsync("Enter");
        await audrey.IsAtAsync("Enter the code");
        await audrey.TabToAsync(audrey.Field("Code"));
        await keys.TypeAsync(await audrey.ReadCodeAsync("audrey@post.example"));
        await keys.PressAsync("Enter");

        await audrey.IsAtAsync("Your account is protected by 2 methods");
    });
}
