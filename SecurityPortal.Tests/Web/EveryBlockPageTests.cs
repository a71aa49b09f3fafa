using SecurityPortal.Domain;
using SecurityPortal.Tests.Support;
using static SecurityPortal.Tests.Support.People;

namespace SecurityPortal.Tests.Web;

/// <summary>R-BLOCK-4, R-BLOCK-5: what the page of each block says, and that it offers what helps.</summary>
public sealed class EveryBlockPageTests
{
    /// <summary>Which ways out a block of that scope has.</summary>
    public static TheoryData<BlockScope, string, bool, bool> Scopes => new()
    {
        { BlockScope.MethodAtSource, "This method is blocked for your network", true, true },
        { BlockScope.Method, "This method is blocked everywhere", true, false },
        { BlockScope.Destination, "No codes go to this method at present", true, false },
        { BlockScope.Account, "This account is blocked", false, false },
        { BlockScope.AccountAtSource, "Signing in from your network is blocked", false, true },
        { BlockScope.Source, "Your network is blocked", false, true },
    };

    [Theory]
    [MemberData(nameof(Scopes))]
    public async Task Says_what_why_until_when_and_what_helps_and_never_that_a_code_was_sent(BlockScope scope, string heading, bool helpsOther, bool helpsElsewhere)
    {
        await using var portal = await WebPortal.OpenAsync();
        using var tab = portal.Visit();
        await tab.GivePasswordAsync();
        await SetAsync(portal, scope, portal.Clock.GetUtcNow() + 3.Hours);

        await tab.OpenAsync("/sign-in/verify");
        await tab.SendAsync(tab.Find(RachelsMail.Masked));

        Assert.Equal(heading, tab.Heading);
        Assert.Contains("The help desk has set this block. Reason: reported lost.", tab.Text, StringComparison.Ordinal);
        Assert.Contains("Nothing was sent.", tab.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("code sent", tab.Text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("we sent", tab.Text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("we have sent", tab.Text, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("Put it in my calendar", tab.Text, StringComparison.Ordinal);
        Assert.Equal(helpsOther, tab.Text.Contains("Use another method", StringComparison.Ordinal));
        Assert.Equal(helpsElsewhere, tab.Text.Contains("Use another network", StringComparison.Ordinal));
        Assert.Empty(await portal.SentToAsync(RachelsMail));
    }

    [Theory]
    [MemberData(nameof(Scopes))]
    public async Task One_of_staff_without_an_end_says_so_and_offers_no_calendar(BlockScope scope, string heading, bool helpsOther, bool helpsElsewhere)
    {
        await using var portal = await WebPortal.OpenAsync();
        using var tab = portal.Visit();
        await tab.GivePasswordAsync();
        await SetAsync(portal, scope, until: null);

        await tab.OpenAsync("/sign-in/verify");
        Assert.Contains("Blocked until the help desk lifts it", tab.Find(RachelsMail.Masked).TextContent, StringComparison.Ordinal);
        await tab.ClickAsync($"Why is {RachelsMail.Masked} blocked");

        Assert.Equal(heading, tab.Heading);
        Assert.Contains("When the help desk lifts it. It does not end by itself.", tab.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Put it in my calendar", tab.Text, StringComparison.Ordinal);
        Assert.True(helpsOther || helpsElsewhere || tab.Text.Contains("help desk", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task To_open_and_to_reload_is_no_try_however_often()
    {
        await using var portal = await WebPortal.OpenAsync();
        using var tab = portal.Visit();
        await tab.GivePasswordAsync();
        var end = await BlockMailAsync(portal, tab);

        portal.Clock.Advance(5.Minutes);
        foreach (var page in (string[])[tab.Address, "/sign-in/verify", "/sign-in/code", tab.Address.Replace("/blocked", "/code", StringComparison.Ordinal), tab.Address.Replace("/blocked", "/blocked.ics", StringComparison.Ordinal), "/sign-in"])
        {
            await tab.OpenAsync(page);
            await tab.ReloadAsync();
        }

        Assert.Equal(end, await EndAsync(portal));
    }

    [Fact]
    public async Task A_try_is_told_of_before_it_is_made_and_moves_the_end_that_is_shown()
    {
        await using var portal = await WebPortal.OpenAsync();
        using var tab = portal.Visit();
        await tab.GivePasswordAsync();
        _ = await BlockMailAsync(portal, tab);
        Assert.Contains("moves the end to 24 hours after it", tab.Text, StringComparison.Ordinal);

        portal.Clock.Advance(10.Minutes);
        await tab.OpenAsync("/sign-in/verify");
        await tab.SendAsync(tab.Find(RachelsMail.Masked));

        Assert.Equal(portal.Clock.GetUtcNow() + 24.Hours, await EndAsync(portal));
        Assert.Contains("in 24 hours", tab.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_wants_to_be_told_chooses_where_and_the_page_says_that_it_will()
    {
        await using var portal = await WebPortal.OpenAsync();
        using var tab = portal.Visit();
        await tab.GivePasswordAsync();
        _ = await BlockMailAsync(portal, tab);

        await tab.PressAsync(RachelsPhone.Masked);

        Assert.StartsWith("/sign-in/blocked?method=", tab.Address, StringComparison.Ordinal);
        Assert.Contains($"We will write to {RachelsPhone.Masked} when the block is over.", tab.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(tab.Buttons, button => button.TextContent.Contains(RachelsPhone.Masked, StringComparison.Ordinal));
        Assert.Single((await portal.Inside.ReadAsync(context => Task.FromResult(context.Profiles.Single(profile => profile.Name == Rachel)))).EndTellings);
    }

    [Fact]
    public async Task A_blocked_account_leads_from_the_right_password_to_its_page_and_back_when_it_is_over()
    {
        await using var portal = await WebPortal.OpenAsync();
        using var tab = portal.Visit();
        await SetAsync(portal, BlockScope.Account, portal.Clock.GetUtcNow() + 5.Minutes);

        await tab.GivePasswordAsync();
        Assert.Equal(("/sign-in/blocked", "This account is blocked"), (tab.Address, tab.Heading));
        await tab.OpenAsync("/security-info");
        Assert.Equal("/sign-in/blocked", tab.Address);

        portal.Clock.Advance(5.Minutes);
        await tab.ReloadAsync();
        Assert.Equal("Nothing is blocked", tab.Heading);
    }

    [Fact]
    public async Task Where_every_method_is_blocked_what_is_left_is_to_replace_them()
    {
        await using var portal = await WebPortal.OpenAsync();
        using var tab = portal.Visit();
        await tab.GivePasswordAsync();
        foreach (var contact in (Contact[])[RachelsMail, RachelsPhone])
            await SetAsync(portal, BlockScope.Method, until: null, contact);

        await tab.OpenAsync("/sign-in/verify");
        await tab.ClickAsync($"Why is {RachelsMail.Masked} blocked");
        Assert.DoesNotContain("Use another method", tab.Text, StringComparison.Ordinal);
        await tab.ClickAsync("I don't have any of these");
        Assert.Equal("/replace", tab.Address);
    }

    private static async Task<DateTimeOffset?> BlockMailAsync(WebPortal portal, Tab tab)
    {
        for (var code = 0; code < 2; code++)
        {
            await tab.OpenAsync("/sign-in/verify");
            await tab.ChooseAsync(RachelsMail);
            var wrong = Not(await portal.CodeToAsync(RachelsMail));
            for (var tries = 0; tries < 5; tries++)
                await tab.TypeCodeAsync(wrong);
            portal.Clock.Advance(1.Minutes);
        }

        Assert.Equal("This method is blocked for your network", tab.Heading);
        return await EndAsync(portal);
    }

    private static async Task<DateTimeOffset?> EndAsync(WebPortal portal) =>
        (await portal.Inside.ReadAsync(context => Task.FromResult(context.Profiles.Single(profile => profile.Name == Rachel)))).Blocks.Single().EndsAt;

    private static async Task SetAsync(WebPortal portal, BlockScope scope, DateTimeOffset? until, Contact? of = null)
    {
        var contact = of ?? RachelsMail;
        var service = portal.Inside.Service;
        var staff = await portal.Inside.StaffAsync();
        var profile = await portal.Inside.ReadAsync(context => Task.FromResult(context.Profiles.Single(known => known.Name == Rachel)));
        var source = profile.Sessions.FirstOrDefault()?.Source ?? "";
        BlockTarget target = new(
            scope,
            scope is BlockScope.Method or BlockScope.MethodAtSource ? profile.Methods.Single(method => method.Contact == contact).Id : null,
            scope is BlockScope.MethodAtSource or BlockScope.AccountAtSource ? source : "");
        Assert.Null(await (scope switch
        {
            BlockScope.Destination => service.BlockDestinationAsync(staff, contact, BlockReason.ReportedLost, until, "looked into", Cancel),
            BlockScope.Source => service.BlockSourceAsync(staff, source, BlockReason.ReportedLost, until, "looked into", Cancel),
            _ => service.BlockAsync(staff, profile.Id, new(target, BlockReason.ReportedLost, until, "looked into"), Cancel),
        }));
    }
}
