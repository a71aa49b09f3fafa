using Bunit;
using SecurityPortal.Components.LimitedPages;
using SecurityPortal.Delivery;
using SecurityPortal.Domain;
using SecurityPortal.Service;
using SecurityPortal.Tests.Support;
using static SecurityPortal.Tests.Support.People;

namespace SecurityPortal.Tests.Components;

public sealed class RegisterPageTests : LimitedPageTest
{
    private const string NewAddress = "nell@post.example";
    private const string NewNumber = "+1 202 555 0177";

    [Fact]
    public async Task A_newcomer_registers_two_methods_and_is_fully_signed_in()
    {
        var nell = await Portal.GivePasswordAsync(Newcomer);
        var page = Open<RegisterPage>(nell, "/register");

        IsAt(page, "Keep your account secure");
        await ChooseOtherAsync(page);
        await EnterEmailAsync(page, NewAddress);
        IsAt(page, "Enter the code");
        await EnterCodeAsync(page, await CodeToAsync(NewAddress));
        IsAt(page, "You're set");
        Says(page, NewAddress);

        await PressAsync(page, "Add another");
        IsAt(page, "Add another way");
        await EnterPhoneAsync(page, NewNumber);
        await EnterCodeAsync(page, await CodeToAsync("+12025550177"));
        IsAt(page, "You're set");

        await PressAsync(page, "Finish");
        page.WaitForAssertion(() => Assert.Equal("/security-info", Place));
        var overview = await Portal.OverviewAsync(nell);
        Assert.True(overview is { IsFull: true, IsRegistering: false, MustRegister: false });
        Assert.All(overview.Methods, method => Assert.True(method.IsEstablished));
    }

    [Fact]
    public async Task A_reload_comes_back_to_the_same_step_and_sends_nothing()
    {
        var nell = await Portal.GivePasswordAsync(Newcomer);
        var page = Open<RegisterPage>(nell, "/register");
        await ChooseOtherAsync(page);
        await EnterEmailAsync(page, NewAddress);
        var sent = await SentAsync();

        IsAt(Reload<RegisterPage>(), "Enter the code");
        Assert.Equal(sent, await SentAsync());
        await EnterCodeAsync(page, await CodeToAsync(NewAddress));
        IsAt(page, "You're set");
        sent = await SentAsync();
        IsAt(Reload<RegisterPage>(), "You're set");

        await PressAsync(page, "Add another");
        IsAt(Reload<RegisterPage>(), "Add another way");
        Assert.Equal(sent, await SentAsync());
    }

    [Fact]
    public async Task Another_address_can_be_used_instead_of_a_mistyped_one()
    {
        var nell = await Portal.GivePasswordAsync(Newcomer);
        var page = Open<RegisterPage>(nell, "/register");
        await ChooseOtherAsync(page);
        await EnterEmailAsync(page, "nel@post.example");

        await PressAsync(page, "Use another phone or address");

        IsAt(page, "Keep your account secure");
        Assert.Empty((await Portal.OverviewAsync(nell)).Unconfirmed);
    }

    [Fact]
    public async Task When_its_time_is_over_it_says_so_and_names_the_help_desk()
    {
        Portal.Clock.Advance(14.Days);

        var page = Open<RegisterPage>(await Portal.GivePasswordAsync(Newcomer), "/register");

        IsAt(page, "This account can't be registered any more");
        Says(page, "extension 4711");
        Assert.Equal(["pass"], page.FindAll("input").Select(input => input.Id));
        IsAt(Reload<RegisterPage>(), "This account can't be registered any more");
    }

    [Fact]
    public async Task When_its_time_ends_while_an_address_is_typed_it_says_so_and_sends_nothing()
    {
        Portal.Clock.Advance(14.Days - 1.Minutes);
        var page = Open<RegisterPage>(await Portal.GivePasswordAsync(Newcomer), "/register");
        await ChooseOtherAsync(page);
        Portal.Clock.Advance(1.Minutes);

        await EnterEmailAsync(page, NewAddress);

        IsAt(page, "This account can't be registered any more");
        Assert.Equal(0, await SentAsync());
    }

    [Fact]
    public async Task What_the_organisation_has_on_file_is_offered_masked()
    {
        _ = await Portal.Service.ImportAsync(
            new PortalItself(),
            new(new("ida@contoso.example", "Ida", "en", "GB", []), Portal.Password, [new(MethodKind.Email, "ida@post.example")]),
            isDryRun: false,
            Cancel);
        var page = Open<RegisterPage>(await Portal.GivePasswordAsync("ida@contoso.example"), "/register");

        await ChooseOtherAsync(page);
        Says(page, "id•••••@•••••");
        Assert.DoesNotContain("ida@post.example", page.Markup, StringComparison.Ordinal);
        await page.FindAll("button.method").Single(button => button.TextContent.Contains("id•••••@•••••", StringComparison.Ordinal)).ClickAsync();

        IsAt(page, "Enter the code");
        Assert.Equal("Code", Assert.Single(await SentToAsync("ida@post.example")).Kind);
    }

    [Theory]
    [InlineData(false, "/sign-in/verify")]
    [InlineData(true, "/security-info")]
    public async Task Who_need_not_register_is_sent_on(bool isFull, string where)
    {
        var rachel = isFull ? await Portal.SignInAsync() : await Portal.GivePasswordAsync();

        var page = Open<RegisterPage>(rachel, "/register");

        page.WaitForAssertion(() => Assert.Equal(where, Place));
        Assert.Empty(page.FindAll("h1"));
    }

    private async Task<IReadOnlyList<Dispatch>> SentToAsync(string destination)
    {
        await Portal.SendMailAsync();
        return Portal.Messages.To(destination);
    }

    private static Task ChooseOtherAsync(IRenderedComponent<RegisterPage> page) => PressAsync(page, "I want to set up a different method");
}
