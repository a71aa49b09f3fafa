using SecurityPortal.Domain;
using SecurityPortal.Service;
using SecurityPortal.Tests.Support;
using static SecurityPortal.Tests.Support.People;
using static SecurityPortal.Tests.Support.Traffic;

namespace SecurityPortal.Tests.Service;

/// <summary>R-HELP-4, R-HELP-11, R-DEL-9: what those see who run the portal, and what all of staff are warned of.</summary>
public sealed class AdministrationTests : IAsyncLifetime
{
    private Portal _portal = null!;

    public async ValueTask InitializeAsync()
    {
        _portal = await Portal.OpenAsync(new() { ["Health:Countries:0:Country"] = "DE", ["Health:Countries:0:Status"] = "Limited" });
        await _portal.SeedAsync();
    }

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task All_of_staff_are_warned_until_two_administrators_can_act()
    {
        var helper = await _portal.StaffAsync(Role.HelpDesk);
        Assert.Equal((0, true), await WarningsAsync(helper));

        _ = await _portal.StaffAsync();
        Assert.Equal((1, true), await WarningsAsync(helper));

        // Who has no app yet cannot act as one.
        await ImportAsync("second@contoso.example");
        Assert.Equal((1, true), await WarningsAsync(helper));

        var second = await _portal.GivePasswordAsync("second@contoso.example");
        await _portal.AddAppAsync(second);
        Assert.Equal((2, false), await WarningsAsync(helper));
    }

    [Theory]
    [InlineData(Role.HelpDesk, false, false)]
    [InlineData(Role.HelpDeskLead, false, false)]
    [InlineData(Role.Auditor, false, true)]
    [InlineData(Role.Administrator, true, true)]
    public async Task Each_role_is_led_to_what_it_may_see(Role role, bool mayRun, bool mayReadAudit)
    {
        var admin = await _portal.StaffAsync();
        Assert.Null(await _portal.Service.SetRegionAsync(admin, RegionKind.Country, "FR", _portal.Now + 1.Hours, false, null, "attack", Cancel));
        var staff = await _portal.StaffAsync(role);

        var view = await _portal.Service.AdministrationAsync(staff, Cancel);

        Assert.Equal((null, mayRun, mayReadAudit), (view.Refusal, view.MayRun, view.MayReadAudit));
        Assert.Equal((mayRun ? 1 : 0, mayRun ? 1 : 0), (view.Attacked.Length, view.Troubled.Length));
        Assert.Null((await _portal.Service.PolicyAsync(staff, Cancel)).Refusal);
        Assert.Equal(mayReadAudit, (await _portal.Service.AuditForStaffAsync(staff, AuditQuery.All, null, Cancel)).Refusal is null);
        Assert.Equal(mayReadAudit, (await _portal.OverviewAsync(staff)).MayAdminister);
    }

    [Fact]
    public async Task Who_is_no_staff_sees_none_of_it()
    {
        var rachel = await _portal.SignInAsync();

        Assert.Equal(new Refusal.NotStaff(), (await _portal.Service.StaffWarningsAsync(rachel, Cancel)).Refusal);
        Assert.Equal(new Refusal.NotStaff(), (await _portal.Service.AdministrationAsync(rachel, Cancel)).Refusal);
        Assert.Equal(new Refusal.NotStaff(), (await _portal.Service.PolicyAsync(rachel, Cancel)).Refusal);
        Assert.False((await _portal.OverviewAsync(rachel)).MayAdminister);
    }

    [Fact]
    public async Task Everybody_with_a_role_and_whether_they_can_act()
    {
        var admin = await _portal.StaffAsync();
        await ImportAsync("second@contoso.example");

        var people = (await _portal.Service.StaffPeopleAsync(admin, Cancel)).People;

        Assert.Equal(
            [(Staff.NameOf(Role.Administrator), true, false, true), ("second@contoso.example", false, false, false)],
            people.Select(person => (person.Name, person.HasApp, person.HasPasskey, person.LastSignInAt is not null)));
        Assert.Equal([Role.Administrator], people[1].Roles);
    }

    [Fact]
    public async Task What_came_of_the_last_files()
    {
        PortalItself command = new();
        await _portal.Service.NoteImportAsync(command, new(3, 1, 2), Cancel);
        _portal.Clock.Advance(1.Hours);
        await _portal.Service.NoteImportAsync(command, new(0, 4, 0), Cancel);
        await _portal.Service.NoteImportAsync(command, new(1, 5, 0), Cancel);

        var files = (await _portal.Service.ImportsAsync(await _portal.StaffAsync(), Cancel)).Files;

        Assert.Equal([(new(1, 5, 0), _portal.Now), (new ImportCounts(3, 1, 2), _portal.Now - 1.Hours)], files.Select(file => (file.Counts, file.At)));
    }

    [Fact]
    public async Task Channels_with_their_measured_health_what_is_the_matter_first()
    {
        var rachel = await _portal.SignInAsync();
        await _portal.TextsAsync(rachel, 20, DeliveredAfter(4.Seconds), "+447700900");
        _ = await _portal.Service.MeasureChannelsAsync(new PortalItself(), Cancel);
        var admin = await _portal.StaffAsync();
        Assert.Null(await SayAsync(admin, "fr", ChannelStatus.Unavailable, "cable is cut"));

        var areas = (await _portal.Service.ChannelsAsync(admin, Cancel)).Areas;

        Assert.Equal([("FR", ChannelStatus.Unavailable, true, false, "cable is cut"), ("DE", ChannelStatus.Limited, true, true, null)], areas.Take(2).Select(area => (area.Area, area.Status, area.IsSaid, area.IsBySettings, area.Note)));
        var measured = areas.First(area => area.Count == 20);
        Assert.Equal((1d, 4.Seconds, ChannelStatus.Available), (measured.Rate, measured.Median, measured.Status));

        Assert.Null(await _portal.Service.SetChannelStatusAsync(admin, Channel.Sms, "FR", null, null, null, "mended", Cancel));
        Assert.All((await _portal.Service.ChannelsAsync(admin, Cancel)).Areas.Where(area => area.Area == "FR"), area => Assert.Equal((ChannelStatus.Available, false), (area.Status, area.IsSaid)));
    }

    [Fact]
    public async Task What_cannot_be_said_of_a_channel_is_refused()
    {
        var admin = await _portal.StaffAsync();

        Assert.Equal(new Refusal.NoSuchArea(Channel.Sms), await SayAsync(admin, "Atlantis", ChannelStatus.Limited));
        Assert.Equal(new Refusal.SaidBySettings(), await SayAsync(admin, "DE", ChannelStatus.Available));
        Assert.Equal(new Refusal.EndNotAhead(), await SayAsync(admin, "FR", ChannelStatus.Limited, until: _portal.Now));
        Assert.Equal(new Refusal.NoPace(10_000), await SayAsync(admin, "FR", ChannelStatus.Limited, pace: 0));
        Assert.Equal(new Refusal.NoPace(10_000), await _portal.Service.SetRegionAsync(admin, RegionKind.Country, "FR", _portal.Now + 1.Hours, false, 10_001, "attack", Cancel));
        Assert.Null(await _portal.Service.SetChannelStatusAsync(admin, Channel.Email, " Mail.Example ", ChannelStatus.Limited, null, null, "late", Cancel));
        Assert.Contains((await _portal.Service.ChannelsAsync(admin, Cancel)).Areas, area => area is { Channel: Channel.Email, Area: "mail.example", Status: ChannelStatus.Limited });
    }

    private async Task<(int, bool)> WarningsAsync(Owner staff)
    {
        var warnings = await _portal.Service.StaffWarningsAsync(staff, Cancel);
        return (warnings.Administrators, warnings.IsShortOfAdministrators);
    }

    private Task<Refusal?> SayAsync(Owner staff, string area, ChannelStatus status, string why = "late", DateTimeOffset? until = null, int? pace = null) =>
        _portal.Service.SetChannelStatusAsync(staff, Channel.Sms, area, status, until, pace, why, Cancel);

    private async Task ImportAsync(string name) => Assert.Equal(ImportOutcome.Added, (await _portal.Service.ImportAsync(
        new PortalItself(), new(new(name, "Second", "en", "GB", [Role.Administrator]), Portal.Password, []), isDryRun: false, Cancel)).Outcome);
}
