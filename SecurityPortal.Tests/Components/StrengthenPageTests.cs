using Bunit;
using OtpNet;
using SecurityPortal.Components.LimitedPages;
using SecurityPortal.Domain;
using SecurityPortal.Service;
using SecurityPortal.Tests.Support;
using static SecurityPortal.Tests.Support.People;

namespace SecurityPortal.Tests.Components;

/// <summary>The Strict profile was switched on, and Rachel has neither passkey nor app.</summary>
public sealed class StrengthenPageTests : LimitedPageTest
{
    private const string Strong = "/register/strong?returnUrl=%2Fsecurity-info%2Fadvanced";

    protected override Dictionary<string, string?> Settings => new() { ["Security:Profile"] = "Strict" };

    [Fact]
    public async Task An_app_is_added_after_a_proof_and_leads_to_where_she_wanted_to_go()
    {
        var rachel = await SignInAsync();
        var page = Open<StrengthenPage>(rachel, Strong);
        IsAt(page, "Keep your account secure");
        Says(page, "Your organisation wants every account to have a passkey or an authenticator app.");
        Assert.Empty(page.FindAll("input"));

        await ProveAsync(page, rachel, () => Choose(page, "authenticator app"));
        IsAt(page, "Set up your authenticator app");
        var seed = Base32Encoding.ToBytes(page.Find(".app-key").TextContent.Replace(" ", ""));
        await EnterCodeAsync(page, new Totp(seed).ComputeTotp(Portal.Now.UtcDateTime));

        page.WaitForAssertion(() => Assert.Equal("/security-info/advanced", Place));
        Assert.False((await Portal.OverviewAsync(rachel)).MustStrengthen);
    }

    [Fact]
    public async Task A_reload_comes_back_to_the_app_and_turning_round_leaves_nothing_behind()
    {
        var rachel = await SignInAsync();
        await Portal.ProveAsync(rachel);
        Assert.Null(await Portal.Service.AddAppAsync(rachel, Cancel));

        var page = Open<StrengthenPage>(rachel, Strong);
        IsAt(page, "Set up your authenticator app");
        await PressAsync(page, "Choose another way");

        IsAt(page, "Keep your account secure");
        Assert.Empty((await Portal.OverviewAsync(rachel)).Unconfirmed);
    }

    [Fact]
    public async Task Whoever_has_one_goes_on_at_once()
    {
        var rachel = await SignInAsync();
        await Portal.ProveAsync(rachel);
        await Portal.AddAppAsync(rachel);

        _ = Open<StrengthenPage>(rachel, Strong);

        Assert.Equal("/security-info/advanced", Place);
    }

    /// <summary>Codes by mail do not sign in here.</summary>
    private async Task<Owner> SignInAsync()
    {
        var limited = await Portal.GivePasswordAsync();
        var phone = await Portal.MethodAsync(limited, RachelsPhone);
        Assert.Null(await Portal.Service.AskForCodeAsync(limited, Purpose.SignIn, phone, Cancel));
        var (challenge, code) = await Portal.CodeAsync(limited, Purpose.SignIn, phone);
        return (await Portal.Service.CompleteSignInAsync(limited, challenge, code, Cancel)).Owner!;
    }

    private async Task ProveAsync(IRenderedComponent<StrengthenPage> page, Owner rachel, Action change)
    {
        change();
        IsAt(page, "Verify that it is you");
        Choose(page, RachelsMail.Value);
        page.WaitForState(() => page.FindAll(".field-code input").Count > 0);
        await EnterCodeAsync(page, await CodeToAsync(RachelsMail.Value));
        Assert.NotNull((await Portal.OverviewAsync(rachel)).ProvedUntil);
    }

    // Not awaited to its end: the change may wait for a proof that the test gives next.
    private static void Choose(IRenderedComponent<StrengthenPage> page, string text) =>
        _ = page.InvokeAsync(() => page.FindAll("button.method").Single(button => button.TextContent.Contains(text, StringComparison.Ordinal)).ClickAsync());
}
