using Bunit;
using Microsoft.EntityFrameworkCore;
using SecurityPortal.Components.OwnerPages;
using SecurityPortal.Tests.Support;
using static SecurityPortal.Tests.Support.People;

namespace SecurityPortal.Tests.Components;

/// <summary>R-HELP-5 on the card of a method.</summary>
public sealed class LosingPageTests : OwnerPageTest
{
    [Fact]
    public async Task Is_reported_without_a_proof_and_its_case_is_shown()
    {
        var phone = await Portal.MethodAsync(Rachels, RachelsPhone);
        var page = Open<SecurityInfoPage>($"/security-info?method={phone}");

        await ClickAsync(page, "It is lost or stolen");
        Dialogs.WaitForAssertion(() => Assert.Contains("rachel@mail.example", Dialogs.Find(".remains").TextContent, StringComparison.Ordinal));
        await ClickAsync(Dialogs, "Report it");

        Dialogs.WaitForAssertion(() => Assert.Contains("is reported lost or stolen", Dialogs.Markup, StringComparison.Ordinal));
        var opened = await Portal.ReadAsync(context => context.Cases.SingleAsync(Cancel));
        Assert.Equal(opened.Number, Dialogs.Find(".reference").TextContent);
        await ClickAsync(Dialogs, "Close");

        IsTold("is reported lost or stolen");
        page.WaitForAssertion(() => Assert.Contains("Reported lost", page.Find(".badge-bad").TextContent, StringComparison.Ordinal));
        Dialogs.WaitForAssertion(() => Assert.Empty(Dialogs.FindAll(".mud-dialog")));
    }

    [Fact]
    public async Task What_else_was_on_the_device_goes_with_it_and_mailboxes_are_on_none()
    {
        await Portal.ProveAsync(Rachels);
        await Portal.AddAppAsync(Rachels);
        var phone = await Portal.MethodAsync(Rachels, RachelsPhone);
        var page = Open<SecurityInfoPage>($"/security-info?method={phone}");
        await ClickAsync(page, "It is lost or stolen");
        Dialogs.WaitForAssertion(() => Assert.Single(Dialogs.FindAll("input[type=checkbox]")));
        Assert.Equal(2, Dialogs.FindAll(".remains li").Count);

        await Dialogs.Find("input[type=checkbox]").ChangeAsync(true);
        Dialogs.WaitForAssertion(() => Assert.Single(Dialogs.FindAll(".remains li")));
        await ClickAsync(Dialogs, "Report it");

        Dialogs.WaitForAssertion(() => Assert.NotEmpty(Dialogs.FindAll(".reference")));
        Assert.Equal(2, (await Portal.OverviewAsync(Rachels)).Methods.Count(method => method.LostAt is not null));
        Assert.Equal(1, await Portal.ReadAsync(context => context.Cases.CountAsync(Cancel)));
    }

    [Fact]
    public async Task The_last_one_stays_and_the_help_desk_is_named()
    {
        var phone = await Portal.MethodAsync(Rachels, RachelsPhone);
        _ = await Portal.Service.ReportLostAsync(Rachels, [phone], knowingly: false, Cancel);
        var page = Open<SecurityInfoPage>($"/security-info?method={await Portal.MethodAsync(Rachels, RachelsMail)}");

        await ClickAsync(page, "It is lost or stolen");

        Dialogs.WaitForAssertion(() => Assert.Contains("This is the last method that works", Dialogs.Markup, StringComparison.Ordinal));
        Assert.Contains("help desk", Dialogs.Find(".mud-dialog-content").TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(Dialogs.FindAll("button"), button => button.TextContent.Trim() == "Report it");
    }

    [Fact]
    public async Task Changing_everything_at_once_is_said_with_its_date_first()
    {
        await Portal.ProveAsync(Rachels);
        var phone = await Portal.MethodAsync(Rachels, RachelsPhone);
        await Portal.AddAppAsync(Rachels);
        Assert.Null(await Portal.Service.RemoveMethodAsync(Rachels, phone, knowingly: false, Cancel));
        var mail = await Portal.MethodAsync(Rachels, RachelsMail);
        var page = Open<SecurityInfoPage>($"/security-info?method={mail}");
        await ClickAsync(page, "It is lost or stolen");

        await ClickAsync(Dialogs, "Report it");
        Dialogs.WaitForAssertion(() => Assert.Contains("You are changing all your security info at once", Dialogs.Markup, StringComparison.Ordinal));
        Assert.Null((await Portal.OverviewAsync(Rachels)).Methods.Single(method => method.Id == mail).LostAt);
        await ClickAsync(Dialogs, "Report it anyway");

        Dialogs.WaitForAssertion(() => Assert.NotEmpty(Dialogs.FindAll(".reference")));
        Assert.NotNull((await Portal.OverviewAsync(Rachels)).RestrictedUntil);
    }

    [Fact]
    public async Task It_comes_back_by_another_method_and_its_own_code_is_not_offered()
    {
        var phone = await Portal.MethodAsync(Rachels, RachelsPhone);
        _ = await Portal.Service.ReportLostAsync(Rachels, [phone], knowingly: false, Cancel);
        var page = Open<SecurityInfoPage>($"/security-info?method={phone}");

        await ClickAsync(page, "Bring it back");
        page.WaitForAssertion(() => Assert.Contains("its own code does not bring it back", page.Markup, StringComparison.Ordinal));
        Assert.DoesNotContain(page.FindAll("button"), button => button.TextContent.Trim() == "Send a code to it");
        Assert.DoesNotContain(page.FindAll("button"), button => button.TextContent.Trim() == "It is lost or stolen");
        Press(page, "Use another method");
        await ProveAsync(page);

        IsTold("+44 7700 900123 is back");
    }
}
