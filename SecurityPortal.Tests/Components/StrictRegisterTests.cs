using Bunit;
using SecurityPortal.Components.LimitedPages;
using SecurityPortal.Domain;
using SecurityPortal.Tests.Support;
using static SecurityPortal.Tests.Support.People;

namespace SecurityPortal.Tests.Components;

/// <summary>Registering where the Strict profile is on.</summary>
public sealed class StrictRegisterTests : LimitedPageTest
{
    protected override Dictionary<string, string?> Settings => new() { ["Security:Profile"] = "Strict" };

    [Fact]
    public async Task Begins_with_a_passkey_or_an_app_and_says_why()
    {
        var page = Open<RegisterPage>(await Portal.GivePasswordAsync(Newcomer), "/register");

        IsAt(page, "Keep your account secure");
        Says(page, "Your organisation wants every account to have a passkey or an authenticator app.");
        Assert.NotEmpty(page.FindAll("button.method"));
        Assert.Empty(page.FindAll("input"));
        Assert.DoesNotContain("different method", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_a_phone_alone_it_leads_to_an_app_and_does_not_finish()
    {
        var nell = await Portal.GivePasswordAsync(Newcomer);
        await Portal.AddAsync(nell, NewPhone);
        var page = Open<RegisterPage>(nell, "/register");

        IsAt(page, "One more is needed");
        Assert.DoesNotContain(page.FindAll("button"), button => button.TextContent.Trim() == "Finish");
        await PressAsync(page, "Add a passkey or an app");

        IsAt(page, "Add another way");
        Assert.Empty(page.FindAll("input"));
        Assert.Equal(new Refusal.StrongMethodNeeded(), await Portal.Service.FinishRegistrationAsync(nell, Cancel));
    }

    [Fact]
    public async Task With_an_app_a_phone_can_be_added_and_it_finishes()
    {
        var nell = await Portal.GivePasswordAsync(Newcomer);
        await Portal.AddAppAsync(nell);
        var page = Open<RegisterPage>(nell, "/register");

        IsAt(page, "You're set");
        await PressAsync(page, "Add another");
        _ = page.WaitForElement("input[type=radio]");
        await PressAsync(Open<RegisterPage>(nell, "/register"), "Finish");

        Assert.True(await Portal.OverviewAsync(nell) is { IsRegistering: false, NeedsStrongMethod: false });
    }
}
