using Microsoft.Playwright;
using SecurityPortal.Tests.Support;
using static SecurityPortal.Tests.Stories.SigningIn;

namespace SecurityPortal.Tests.Stories;

/// <summary>What people type, paste and send by mistake or on purpose: they are told what is wrong with it, and nothing is lost.</summary>
public sealed class BadInputStories(PortalServer portal, Browser browser) : Story(portal, browser)
{
    private static readonly string s_endless = new('7', 10_000);

    private static readonly (string Typed, string Fault)[] s_addresses =
    [
        ("", "Type an e-mail address"),
        ($"{s_endless}@post.example", "This is longer than an e-mail address can be."),
        ("a\u0007b@post.example", "There are invisible characters in this address"),
        ("Name <a@b.c>", "This is not one plain address."),
        ("a@[127.0.0.1]", "This address ends in the number of a machine."),
        ("\u0430dmin@post.example", "There are letters in this address that only look like plain ones"),
    ];

    private static readonly (string Typed, string Country, string Fault)[] s_phones =
    [
        ("", "US", "Type a phone number."),
        (s_endless, "US", "This is longer than a phone number can be."),
        ("202-555-0147", "", "Choose the country of this number"),
        ("my phone", "US", "There is no such number in this country."),
        ("+1 900 555 0147", "US", "Messages to this number cost extra"),
    ];

    [Fact]
    public Task An_address_or_number_that_is_none() => PlayAsync(async omar =>
    {
        await omar.SignInAsync("omar");
        await omar.FollowAsync("Add a new way to sign in or verify");
        foreach (var (typed, fault) in s_addresses)
        {
            await omar.GiveContactAsync("E-mail address", typed);
            await omar.IsToldAsync("E-mail address", fault, typed);
        }

        foreach (var (typed, country, fault) in s_phones)
        {
            await omar.ChooseKindAsync("Phone number");
            await omar.Field("Country or region").SelectOptionAsync(country);
            await omar.GiveContactAsync("Phone number", typed);
            await omar.IsToldAsync("Phone number", fault, typed);
            await Assertions.Expect(omar.Field("Country or region")).ToHaveValueAsync(country);
        }
    });

    [Fact]
    public Task A_name_or_password_that_can_be_none() => PlayAsync(async somebody =>
    {
        await somebody.OpenAsync("/sign-in");
        await somebody.TriesAsync("Account name", "", "Next", "Type your account name.");
        await somebody.TriesAsync("Account name", s_endless, "Next", "An account name has at most");
        await somebody.TriesAsync("Account name", "ra\u0007chel@contoso.example", "Next", "There are characters in this name that cannot be seen");
        await somebody.TypeAsync("Account name", Account("rachael"));
        await somebody.PressAsync("Next");
        await somebody.TriesAsync("Password", "", "Sign in", "Type your password.");
        await somebody.TypeAsync("Password", s_endless);
        await somebody.PressAsync("Sign in");
        await somebody.SeesAsync("A password has at most 128 characters.");
        await somebody.SeesAsync(Account("rachael"));
    });

    [Fact]
    public Task A_code_that_is_none_or_not_the_one() => PlayAsync(async rachel =>
    {
        await rachel.GivePasswordAsync("rachel");
        await rachel.ChooseAsync("E-mail");
        await rachel.TriesAsync("Code", "", "Verify", "Type the code from the message.");
        await rachel.TriesAsync("Code", "12ab34", "Verify", "A code is made of digits only.");
        await rachel.TriesAsync("Code", s_endless, "Verify", "A code is made of digits only.");
        var byMail = await rachel.ReadCodeAsync(Mail("rachel"));
        await rachel.FollowAsync("Try another way");
        await rachel.ChooseAsync("Text message");
        await rachel.TypeAsync("Code", byMail);
        await rachel.PressAsync("Verify");
        await rachel.SeesAsync("This is not the code.");
        await rachel.SeesAsync("4 tries are left");

        // Pasted as it was sent, with a blank in it.
        var byText = await rachel.ReadCodeAsync("+12025550101");
        await rachel.TypeAsync("Code", $" {byText[..3]} {byText[3..]}");
        await rachel.PressAsync("Verify");
        await rachel.IsHomeAsync();
    });

    [Fact]
    public Task A_code_that_comes_too_late() => PlayAsync(async dora =>
    {
        await dora.GivePasswordAsync("dormant");
        await dora.ChooseAsync("Text message");
        var late = await dora.ReadCodeAsync("+12025550105");
        await Backstage.AdvanceAsync(10.Minutes);
        await dora.TypeAsync("Code", late);
        await dora.PressAsync("Verify");

        await dora.SeesAsync("The time of this code is over.");
        await dora.PressAsync(dora.Row("Send a code to"));
        await dora.EnterCodeAsync("+12025550105");
        await dora.IsHomeAsync();
    });

    [Fact]
    public Task A_code_that_was_used() => PlayAsync(async henry =>
    {
        await henry.SignInAsync("henry");
        await henry.OpenAsync("/security-info/verify");
        await henry.PressAsync(henry.Row("E-mail a code"));
        Person tab = new(await henry.Page.Context.NewPageAsync(), Backstage);
        await tab.OpenAsync("/security-info/verify");
        await tab.SeesAsync("Look for the message marked");
        var code = await henry.ReadCodeAsync(Mail("henry"));
        await henry.EnterCodeAsync(Mail("henry"));
        await henry.IsHomeAsync();

        await tab.TypeAsync("Code", code);
        await tab.PressAsync("Verify");

        await tab.SeesAsync("This code was used already, and each works once.");
    });

    [Fact]
    public Task A_form_or_link_that_somebody_has_changed() => PlayAsync(
        async lena =>
        {
            await lena.OpenAsync("/sign-in");
            await lena.TypeAsync("Account name", Account("lena"));
            await lena.Page.Locator("form:has(#account) input[name=__RequestVerificationToken]").EvaluateAsync("field => { field.value = field.value.replace(/.$/, '_'); }");
            await lena.PressAsync("Next");
            await lena.IsAtAsync("Please send that again");
            await lena.Page.GoBackAsync();
            await Assertions.Expect(lena.Field("Account name")).ToHaveValueAsync(Account("lena"));

            await lena.OpenAsync("/message/0123456789abcdef");
            await lena.IsAtAsync("This link does not work");
            await lena.FollowAsync("Type the word from a text");
            await lena.TriesAsync("Word from the text", "", "Next", "Type the word from the text.");
            await lena.TriesAsync("Word from the text", "../../x", "Next", "The word has letters and digits only.");
        },
        null,
        400,
        404);

    [Fact]
    public Task An_eleventh_method() => PlayAsync(async audrey =>
    {
        await audrey.SignInAsync("audrey");
        await audrey.AddAsync("audrey2@post.example", provedBy: Mail("audrey"));
        for (var number = 3; number <= 10; number++)
            await audrey.AddAsync($"audrey{number}@post.example");
        await audrey.FollowAsync("Add a new way to sign in or verify");

        await audrey.GiveContactAsync("E-mail address", "audrey11@post.example");

        await audrey.IsToldAsync("E-mail address", "An account has at most 10 methods.", "audrey11@post.example");
        Assert.Empty(await Backstage.LettersAsync("audrey11@post.example"));
    });
}

file static class Trying
{
    extension(Person person)
    {
        public async Task TriesAsync(string label, string typed, string button, string fault)
        {
            await person.TypeAsync(label, typed);
            await person.PressAsync(button);
            await person.IsToldAsync(label, fault, typed);
        }
    }
}
