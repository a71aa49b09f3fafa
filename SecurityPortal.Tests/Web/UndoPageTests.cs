using SecurityPortal.Domain;
using SecurityPortal.Service;
using SecurityPortal.Tests.Support;

namespace SecurityPortal.Tests.Web;

/// <summary>A removed method, with the password, undoes the change of everything (R-RESTRICT-3).</summary>
public sealed class UndoPageTests
{
    [Fact]
    public async Task The_link_alone_only_reports()
    {
        await using var portal = await WebPortal.OpenAsync();
        using var tab = portal.Visit();
        var owner = await ChangeEverythingAsync(portal);
        await tab.OpenAsync(await LinkAsync(portal));

        await tab.PressAsync("This wasn't me");

        Assert.Equal("Did you change all your security info?", tab.Heading);
        Assert.NotNull((await portal.Inside.OverviewAsync(owner)).RestrictedUntil);
        await tab.ReloadAsync();
        Assert.DoesNotContain(tab.Buttons, button => button.TextContent.Contains("wasn't", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_wrong_password_undoes_nothing_and_names_no_name()
    {
        await using var portal = await WebPortal.OpenAsync();
        using var tab = portal.Visit();
        _ = await ChangeEverythingAsync(portal);
        await tab.OpenAsync(await LinkAsync(portal));

        await tab.PressAsync("Go on", ("password", ""));
        Assert.Contains("Type your password.", tab.Page.QuerySelector("#password-error")!.TextContent, StringComparison.Ordinal);
        await tab.PressAsync("Go on", ("password", "not the right one"));

        Assert.Contains("This is not the password of this account.", tab.Alert, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Undone_by_its_owner_both_stay()
    {
        await using var portal = await WebPortal.OpenAsync();
        using var tab = portal.Visit();
        _ = await ChangeEverythingAsync(portal);
        await AskAsync(portal, tab);

        await tab.PressAsync("Undo: keep both", ("code", "123"));
        Assert.Contains("digits only", tab.Alert, StringComparison.Ordinal);
        await tab.PressAsync("Undo: keep both", ("code", await portal.CodeToAsync(People.RachelsMail)));

        Assert.Equal("/sign-in", tab.Address);
        Assert.Contains("your old and your new info both work", tab.Text, StringComparison.Ordinal);
        await tab.GivePasswordAsync();
        Assert.NotNull(tab.Find(People.RachelsMail.Masked));
        Assert.NotNull(tab.Find(People.NewPhone.Masked));
    }

    [Fact]
    public async Task Its_code_is_followed_too_and_whoever_has_none_is_helped()
    {
        await using var portal = await WebPortal.OpenAsync();
        using var tab = portal.Visit();
        _ = await ChangeEverythingAsync(portal);
        await AskAsync(portal, tab);
        Assert.Contains("Didn't get a code?", tab.Page.QuerySelector(".trouble summary")!.TextContent, StringComparison.Ordinal);
        _ = await portal.CodeToAsync(People.RachelsMail);

        await tab.OpenAsync(tab.Page.QuerySelector("[data-live]")!.GetAttribute("data-live")!);

        Assert.StartsWith("/message/undo/way?", tab.Address, StringComparison.Ordinal);
        Assert.Contains("A code was sent by e-mail to", tab.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task There_is_no_other_method_so_none_is_said_to_be_best_and_help_outlives_the_code()
    {
        await using var portal = await WebPortal.OpenAsync();
        using var tab = portal.Visit();
        _ = await ChangeEverythingAsync(portal);
        await AskAsync(portal, tab);
        var sent = (await portal.SentToAsync(People.RachelsMail))[^1];
        _ = await portal.Inside.Service.ReportDeliveryAsync(new PortalItself(), new(sent.Id, DeliveryStage.Bounced, DeliveryCause.MailboxFull), TestContext.Current.CancellationToken);

        await tab.ReloadAsync();
        Assert.Contains("Best: ask our support", tab.Page.QuerySelector(".troubles .way-out")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("choose another method", tab.Text, StringComparison.Ordinal);

        for (var time = 0; time < 5; time++)
            await tab.PressAsync("This wasn't me", ("code", People.Not(sent.Code!)));
        Assert.NotNull(tab.Find("Send a code to"));
        Assert.NotNull(tab.Page.QuerySelector(".trouble"));
    }

    [Fact]
    public async Task Undone_because_of_a_stranger_a_new_password_is_chosen_first()
    {
        await using var portal = await WebPortal.OpenAsync();
        using var tab = portal.Visit();
        var stranger = await ChangeEverythingAsync(portal);
        await AskAsync(portal, tab);

        await tab.PressAsync("This wasn't me", ("code", await portal.CodeToAsync(People.RachelsMail)));
        Assert.Contains("the new one is gone", tab.Text, StringComparison.Ordinal);
        Assert.False(await portal.Inside.Service.IsAliveAsync(stranger, TestContext.Current.CancellationToken));

        portal.Clock.Advance(1.Minutes);
        await tab.SignInAsync(portal);
        Assert.Equal(("/change-password", "Choose a new password"), (tab.Address, tab.Heading));
        AssertCanBeLeft(tab);
        await ChoosePasswordAsync(portal, tab);
    }

    private static async Task ChoosePasswordAsync(WebPortal portal, Tab tab)
    {
        foreach (var (bad, said) in new[] { ("", "Type a new password."), ("short", "too short"), (new string('x', 129), "longer than 128"), (Portal.Password, "the password you have now"), ("my-rachel-password", "contains your account name") })
        {
            await tab.PressAsync("Change password", ("password", bad));
            Assert.Contains(said, tab.Page.QuerySelector("#password-error")!.TextContent, StringComparison.Ordinal);
        }

        await tab.PressAsync("Change password", ("password", "a quite different one"));
        Assert.Equal("/security-info", tab.Address);
        await tab.OpenAsync("/change-password");
        Assert.Equal("/security-info", tab.Address);
        Assert.Equal("PasswordChanged", (await portal.SentToAsync(People.RachelsMail))[^1].Kind);
    }

    private static void AssertCanBeLeft(Tab tab)
    {
        Assert.Contains(People.Rachel, tab.Text, StringComparison.Ordinal);
        Assert.NotNull(tab.Find("Wrong account?"));
        Assert.NotNull(tab.Find("Sign out"));
    }

    private static async Task AskAsync(WebPortal portal, Tab tab)
    {
        await tab.OpenAsync(await LinkAsync(portal));
        await tab.PressAsync("Go on", ("password", Portal.Password));
        Assert.Equal("/message/undo", tab.Address);
        await tab.OpenAsync("/sign-in/verify");
        Assert.Equal("/message/undo", tab.Address);
        AssertCanBeLeft(tab);
        await tab.PressAsync("Send a code to");
        await tab.ReloadAsync();
    }

    /// <summary>Adds a phone and takes out all that was there before.</summary>
    private static async Task<Owner> ChangeEverythingAsync(WebPortal portal)
    {
        var cancel = TestContext.Current.CancellationToken;
        var owner = await portal.Inside.SignInAsync();
        await portal.Inside.ProveAsync(owner);
        await portal.Inside.AddAsync(owner, People.NewPhone);
        foreach (var contact in new[] { People.RachelsPhone, People.RachelsMail })
            Assert.Null(await portal.Inside.Service.RemoveMethodAsync(owner, await portal.Inside.MethodAsync(owner, contact), knowingly: true, cancel));
        return owner;
    }

    private static async Task<string> LinkAsync(WebPortal portal) =>
        new Uri((await portal.SentToAsync(People.RachelsMail)).Last(message => message.Kind == "EverythingChanged").Links.Single()).AbsolutePath;
}
