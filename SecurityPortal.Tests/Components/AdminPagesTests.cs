using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using SecurityPortal.Components.AdminPages;
using SecurityPortal.Components.Layout;
using SecurityPortal.Domain;
using SecurityPortal.Service;
using SecurityPortal.Storage;
using SecurityPortal.Tests.Support;
using static SecurityPortal.Tests.Support.People;

namespace SecurityPortal.Tests.Components;

/// <summary>R-BLOCK-1, R-RISK-3, R-METH-9, R-HELP-8: the pages of whoever runs the portal.</summary>
public sealed class AdminPagesTests : AdminPageTest
{
    [Fact]
    public void The_way_to_each_part()
    {
        var page = Open<AdministrationPage>("/admin");

        Assert.Equal(
            ["/admin/people", "/admin/import", "/admin/regions", "/admin/channels", "/admin/blocks", "/admin/policy", "/admin/audit"],
            page.WaitForElements(".methods a", 7).Select(link => link.GetAttribute("href")));
        Assert.Empty(page.FindAll(".notice"));
    }

    [Fact]
    public async Task What_is_the_matter_stands_above_it()
    {
        Assert.Null(await Portal.Service.SetRegionAsync(Staff, RegionKind.Country, "FR", Portal.Now + 1.Hours, false, null, "attack", Cancel));
        Assert.Null(await Portal.Service.SetChannelStatusAsync(Staff, Channel.Sms, "GB", ChannelStatus.Unavailable, null, null, "cut", Cancel));

        var page = Open<AdministrationPage>("/admin");

        Assert.Equal(["France", "Texts to United Kingdom do not arrive at present."], page.WaitForElements(".notice-warning", 2).Select(notice => notice.QuerySelector(".notice-text > div")!.FirstChild!.TextContent.Trim()));
    }

    [Fact]
    public async Task Every_page_of_staff_warns_where_only_one_can_act()
    {
        _ = await Portal.Services.GetRequiredService<WriteQueue>().RunAsync(
            context => context.Profiles.Where(profile => profile.NameKey == Desk.Admin || profile.NameKey == Desk.OtherAdmin).AsEnumerable()
                .Count(profile => profile.TakeRole(Role.Administrator, Life.Policy, Portal.Now) is null),
            Cancel);
        var notices = Render<StaffNotices>(parameters => parameters.Add(notice => notice.Place, "/help-desk"));

        Assert.Contains("Only one administrator", notices.WaitForElement(".notice-warning").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_region_is_marked_listed_and_lifted()
    {
        var page = Open<RegionsPage>("/admin/regions");
        await SetAsync(page, "kind", "CallingCode");
        await SetAsync(page, "value", "+33");
        await SetAsync(page, "until", "2026-11-24T12:00");
        await SetAsync(page, "pace", "6");
        await SetAsync(page, "why", "wave of texts");
        await PressAsync(page, "Mark it");

        page.WaitForAssertion(() => Assert.Contains("The region is marked.", page.Find(".notice-good").TextContent, StringComparison.Ordinal));
        var line = page.Find(".activity-line").TextContent;
        Assert.All(["Calling code", "+33", "6 codes a minute", "24 November 2026, 12:00", "wave of texts"], said => Assert.Contains(said, line, StringComparison.Ordinal));
        Assert.Equal("", page.Find("#why").GetAttribute("value"));

        await TakeBackAsync(page, "+33", "Lift", "over");
        page.WaitForAssertion(() => Assert.Empty(page.FindAll(".activity-line")));
        Assert.Contains("+33 is no longer marked.", page.Find(".notice-good").TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("+1234", "2026-11-24T12:00", "", "x", "value")]
    [InlineData("+33", "", "", "x", "until")]
    [InlineData("+33", "2026-11-24T12:00", "many", "x", "pace")]
    [InlineData("+33", "2026-11-24T12:00", "", " ", "why")]
    public async Task What_is_wrong_is_said_beside_its_field_and_nothing_typed_is_lost(string value, string until, string pace, string why, string field)
    {
        var page = Open<RegionsPage>("/admin/regions");
        await SetAsync(page, "kind", "CallingCode");
        await SetAsync(page, "value", value);
        await SetAsync(page, "until", until);
        await SetAsync(page, "pace", pace);
        await SetAsync(page, "why", why);
        await PressAsync(page, "Mark it");

        page.WaitForAssertion(() => Assert.Equal($"{field}-error", Assert.Single(page.FindAll(".error")).Id));
        Assert.Equal(value, page.Find("#value").GetAttribute("value"));
        Assert.Empty(page.FindAll(".activity-line"));
    }

    [Fact]
    public async Task A_channel_is_said_and_left_to_the_measurement_again()
    {
        var page = Open<ChannelsPage>("/admin/channels");
        await SetAsync(page, "area", "fr");
        await SetAsync(page, "status", "Unavailable");
        await SetAsync(page, "why", "cable is cut");
        await PressAsync(page, "Say so");

        page.WaitForAssertion(() => Assert.Contains("Said by staff: cable is cut", page.Find(".activity-line").TextContent, StringComparison.Ordinal));
        Assert.Equal("Unavailable", page.Find(".activity-line .badge-bad").TextContent);

        await TakeBackAsync(page, "France", "Back to what is measured", "mended");
        page.WaitForAssertion(() => Assert.DoesNotContain("Said by staff", page.Markup, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_mailbox_is_blocked_shown_masked_and_lifted()
    {
        var page = Open<BlocksPage>("/admin/blocks");
        await page.WaitForElements("input[type=radio]", 2)[1].ChangeAsync(true);
        await SetAsync(page, "value", RachelsMail.Value);
        await SetAsync(page, "why", "spam trap");
        await PressAsync(page, "Block it");

        page.WaitForAssertion(() => Assert.Contains(RachelsMail.Masked, page.Find(".activity-line").TextContent, StringComparison.Ordinal));
        Assert.DoesNotContain(RachelsMail.Value, page.Markup, StringComparison.OrdinalIgnoreCase);

        await TakeBackAsync(page, RachelsMail.Masked, "Lift", " ");
        page.WaitForAssertion(() => Assert.Contains("Say why", page.Find(".activity-line .error").TextContent, StringComparison.Ordinal));
        await page.InvokeAsync(() => page.Find(".activity-line input").Change("mistake"));
        await page.InvokeAsync(() => page.Find(".activity-line form").SubmitAsync());
        page.WaitForAssertion(() => Assert.Empty(page.FindAll(".activity-line")));
    }

    [Theory]
    [InlineData(false, "198.51.100.250", "You are in this network yourself")]
    [InlineData(false, "203.0.113.0/24", "Enter one address")]
    [InlineData(true, "nobody@", "")]
    [InlineData(true, "0770090", "")]
    public async Task What_cannot_be_blocked_is_said_beside_it(bool isDestination, string typed, string said)
    {
        var page = Open<BlocksPage>("/admin/blocks");
        if (isDestination)
            await page.WaitForElements("input[type=radio]", 2)[1].ChangeAsync(true);
        await SetAsync(page, "value", typed);
        await SetAsync(page, "why", "tries");
        await PressAsync(page, "Block it");

        page.WaitForAssertion(() => Assert.Contains(said, page.Find("#value-error").TextContent, StringComparison.Ordinal));
        Assert.Empty(await Portal.AuditAsync());
    }

    [Fact]
    public async Task A_change_waits_for_a_proof_and_goes_on_by_itself()
    {
        var page = Open<BlocksPage>("/admin/blocks");
        Portal.Clock.Advance(6.Minutes);
        await SetAsync(page, "value", "203.0.113.7");
        await SetAsync(page, "why", "tries");
        var pressed = PressAsync(page, "Block it");

        await page.WaitForElement("section.flow button.method").ClickAsync(new());
        await page.WaitForElement("#proof-code").ChangeAsync(Desk.AppCodeAt(Portal.Now));
        await PressAsync(page, "Verify");

        page.WaitForAssertion(() => Assert.Contains("203.0.113.7", page.Find(".activity-line").TextContent, StringComparison.Ordinal));
        await pressed;
    }

    [Fact]
    public async Task Staff_with_their_roles_and_what_they_prove_themselves_by()
    {
        _ = await Portal.StaffAsync(Role.HelpDeskLead);

        var page = Open<PeoplePage>("/admin/people");

        var lead = page.WaitForElements(".log-table tbody tr", 10).Single(row => row.TextContent.Contains("One HelpDeskLead", StringComparison.Ordinal));
        Assert.All(["Help desk lead", "Authenticator app"], said => Assert.Contains(said, lead.TextContent, StringComparison.Ordinal));
        Assert.Contains("Nothing yet", page.FindAll(".log-table tbody tr").Single(row => row.TextContent.Contains("Audrey", StringComparison.Ordinal)).TextContent, StringComparison.Ordinal);
    }

    /// <summary>R-HELP-4: asked for by one, given by another.</summary>
    [Fact]
    public async Task A_role_is_asked_for_with_a_reason_and_waits_for_another_administrator()
    {
        await Portal.ProveAsStaffAsync(Staff, Purpose.GrantRole);
        var page = Open<PeoplePage>("/admin/people");
        await SetAsync(page, "role-name", "nobody@contoso.example");
        await PressAsync(page, "Ask for a second person");
        page.WaitForAssertion(() => Assert.NotEmpty(page.Find("#role-name-error").TextContent));

        await SetAsync(page, "role-name", Rachel);
        await PressAsync(page, "Ask for a second person");
        page.WaitForAssertion(() => Assert.Contains("Say why", page.Find("#role-why-error").TextContent, StringComparison.Ordinal));
        await SetAsync(page, "role-why", "Joins the desk");
        await PressAsync(page, "Ask for a second person");

        page.WaitForAssertion(() => Assert.StartsWith("/help-desk/approvals/", page.Find(".notice-good a").GetAttribute("href"), StringComparison.Ordinal));
        Assert.Empty((await Portal.ProfileAsync(Rachel)).Roles);
    }

    [Fact]
    public async Task What_came_of_the_last_import()
    {
        await Portal.Service.NoteImportAsync(new PortalItself(), new(3, 1, 2), Cancel);

        var page = Open<ImportPage>("/admin/import");

        Assert.Contains("Added: 3 · already there: 1 · refused: 2", page.WaitForElement(".activity-line").TextContent, StringComparison.Ordinal);
        Assert.Contains("never changed", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void The_policy_in_force_in_sentences()
    {
        var page = Open<PolicyPage>("/admin/policy");

        Assert.Equal(11, page.WaitForElements("section.card", 11).Count);
        Assert.Contains("A code is good for 10 minutes.", page.Markup, StringComparison.Ordinal);
        Assert.Contains("Codes and proofs are deleted 1 day after they were asked for.", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_role_that_may_not_is_told_so_and_shown_nothing()
    {
        var helper = await Portal.StaffAsync(Role.HelpDesk);
        SetClaims(helper);

        foreach (var page in (IRenderedComponent<IComponent>[])[Open<RegionsPage>("/admin/regions"), Open<ChannelsPage>("/admin/channels"), Open<BlocksPage>("/admin/blocks"), Open<PeoplePage>("/admin/people"), Open<ImportPage>("/admin/import"), Open<AuditLogPage>("/admin/audit")])
        {
            Assert.Equal("Your role does not let you see this.", page.WaitForElement(".notice-warning .notice-text").TextContent.Trim());
            Assert.Empty(page.FindAll(".activity-line, a[download], table"));
        }

        Assert.Equal("/admin/policy", Assert.Single(Open<AdministrationPage>("/admin").WaitForElements(".methods a")).GetAttribute("href"));
    }
}
