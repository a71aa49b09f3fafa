using Bunit;
using SecurityPortal.Components.AdminPages;
using SecurityPortal.Domain;
using SecurityPortal.Domain.Audit;
using SecurityPortal.Service;
using SecurityPortal.Tests.Support;
using static SecurityPortal.Tests.Support.People;

namespace SecurityPortal.Tests.Components;

/// <summary>R-HELP-8: the audit log in words, under the address of its filter.</summary>
public sealed class AuditLogPageTests : AdminPageTest
{
    private const string Log = "/admin/audit";

    [Fact]
    public async Task Each_record_in_words_with_its_facts()
    {
        var rachel = await Portal.ReadAsync(context => Task.FromResult(context.Profiles.Single(profile => profile.Name == Rachel)));
        Assert.Null(await Portal.Service.BlockAsync(Staff, rachel.Id, new(new(BlockScope.Method, rachel.Methods.Single(method => method.Kind == MethodKind.Email).Id), BlockReason.ReportedLost, null, "lost on the train"), Cancel));

        var page = Open<AuditLogPage>(Log);

        var line = page.WaitForElement(".activity-line").TextContent;
        Assert.All(
            ["#1", "Block set: rachel@contoso.example, by administrator@staff.example (Administrator)", "Reason: lost on the train", "cause: reported lost", RachelsMail.Masked, "Network: 198.51.100.250"],
            said => Assert.Contains(said, line, StringComparison.Ordinal));
        Assert.DoesNotContain(RachelsMail.Value, page.Markup, StringComparison.OrdinalIgnoreCase);
        Assert.Equal("/admin/audit.jsonl", page.Find("a[download]").GetAttribute("href"));
    }

    [Fact]
    public async Task A_filter_comes_into_the_address_and_out_of_it()
    {
        await Portal.Service.NoteImportAsync(new PortalItself(), new(3, 1, 2), Cancel);
        var page = Open<AuditLogPage>(Log);
        await SetAsync(page, "by", "portal");
        await SetAsync(page, "action", "AccountsImported");
        await SetAsync(page, "time", "7");
        await PressAsync(page, "Filter");

        page.WaitForAssertion(() => Assert.Equal($"{Log}?by=portal&action=AccountsImported&days=7", Place));
        page.WaitForAssertion(() => Assert.Contains("File imported, by the portal", page.Find(".activity-line").TextContent, StringComparison.Ordinal));
        Address.NavigateTo($"{Log}?action=BlockSet");
        page.WaitForAssertion(() => Assert.Contains("No record matches.", page.Markup, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_name_that_is_no_accounts_is_said_beside_it_and_never_in_the_address()
    {
        var page = Open<AuditLogPage>(Log);
        await SetAsync(page, "account", "rachel@mail.example");
        await PressAsync(page, "Filter");

        page.WaitForAssertion(() => Assert.Contains("No account has this name", page.Find("#account-error").TextContent, StringComparison.Ordinal));
        Assert.Equal(Log, Place);
    }

    [Theory]
    [InlineData("?action=Nothing")]
    [InlineData("?before=x")]
    public void An_address_that_names_no_filter_shows_nothing(string query)
    {
        var page = Open<AuditLogPage>(Log + query);

        Assert.Contains("names a filter that there is not", page.WaitForElement(".notice-warning").TextContent, StringComparison.Ordinal);
        Assert.Empty(page.FindAll(".activity-line, a[download]"));
    }

    /// <summary>What staff read is not what a file holds: each action and each fact has words for them.</summary>
    [Fact]
    public void There_are_words_for_every_action_and_every_fact()
    {
        var words = SecurityPortal.Resources.AuditLogWords.ResourceManager;
        var facts = typeof(AuditFact).GetFields().Select(field => (string)field.GetRawConstantValue()!).Except([AuditFact.Method]);

        Assert.All(Enum.GetNames<AuditAction>(), action => Assert.NotNull(words.GetString($"Action_{action}", System.Globalization.CultureInfo.InvariantCulture)));
        Assert.All(facts, fact => Assert.NotNull(words.GetString($"Fact_{fact}", System.Globalization.CultureInfo.InvariantCulture)));
    }
}
