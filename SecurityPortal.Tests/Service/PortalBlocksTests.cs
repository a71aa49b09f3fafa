using System.Text.Json;
using SecurityPortal.Domain;
using SecurityPortal.Domain.Audit;
using SecurityPortal.Domain.Staff;
using SecurityPortal.Service;
using SecurityPortal.Tests.Support;
using static SecurityPortal.Tests.Support.People;

namespace SecurityPortal.Tests.Service;

/// <summary>R-BLOCK-1, R-HELP-7: who sets and lifts what for everybody, with which reason, and what stands of it.</summary>
public sealed class PortalBlocksTests : IAsyncLifetime
{
    private Portal _portal = null!;

    public async ValueTask InitializeAsync()
    {
        _portal = await Portal.OpenAsync();
        await _portal.SeedAsync();
    }

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Theory]
    [InlineData(Role.HelpDesk)]
    [InlineData(Role.HelpDeskLead)]
    [InlineData(Role.Auditor)]
    public async Task No_other_role_does_what_concerns_the_whole_portal(Role role)
    {
        var staff = await _portal.StaffAsync(role);

        Refusal?[] answers =
        [
            await BlockAsync(staff), await _portal.Service.LiftSourceAsync(staff, "203.0.113.7", "over", Cancel),
            await _portal.Service.BlockDestinationAsync(staff, RachelsMail, BlockReason.TermsOfService, null, "spam", Cancel),
            await _portal.Service.LiftDestinationAsync(staff, RachelsMail, "over", Cancel),
            await _portal.Service.LiftPortalBlockAsync(staff, "none", "over", Cancel),
            (await _portal.Service.PortalBlocksAsync(staff, Cancel)).Refusal,
            await _portal.Service.SetRegionAsync(staff, RegionKind.Country, "FR", _portal.Now + 1.Hours, false, null, "attack", Cancel),
            await _portal.Service.LiftRegionAsync(staff, RegionKind.Country, "FR", "over", Cancel),
            (await _portal.Service.RegionsAsync(staff, Cancel)).Refusal,
            await _portal.Service.SetChannelStatusAsync(staff, Channel.Sms, "FR", ChannelStatus.Limited, null, null, "late", Cancel),
            (await _portal.Service.ChannelsAsync(staff, Cancel)).Refusal,
            (await _portal.Service.StaffPeopleAsync(staff, Cancel)).Refusal,
            (await _portal.Service.ImportsAsync(staff, Cancel)).Refusal,
        ];

        Assert.All(answers, answer => Assert.Equal(new Refusal.NoRight(), answer));
        Assert.Empty(await _portal.AuditAsync());
    }

    [Fact]
    public async Task It_takes_a_proof_that_is_five_minutes_old_at_most()
    {
        var staff = await _portal.StaffAsync();
        _portal.Clock.Advance(5.Minutes);

        Assert.Equal(new Refusal.ProofNeeded(), await BlockAsync(staff));
        Assert.Equal(new Refusal.ProofNeeded(), await _portal.Service.SetRegionAsync(staff, RegionKind.Country, "FR", _portal.Now + 1.Hours, false, null, "attack", Cancel));
        Assert.Null((await _portal.Service.PortalBlocksAsync(staff, Cancel)).Refusal);
    }

    [Theory]
    [InlineData(Role.HelpDesk, true)]
    [InlineData(Role.HelpDeskLead, true)]
    [InlineData(Role.Administrator, true)]
    [InlineData(Role.Auditor, false)]
    public async Task Who_may_block_a_user_may_lift_it_and_bring_a_method_back(Role role, bool may)
    {
        var staff = await _portal.StaffAsync(role);
        var rachel = await IdAsync(Rachel);

        Refusal?[] answers =
        [
            await _portal.Service.BlockAsync(staff, rachel, new(new(BlockScope.Account), BlockReason.ReportedLost, null, "lost"), Cancel),
            await _portal.Service.LiftBlockAsync(staff, rachel, new(BlockScope.Account), "found", Cancel),
            await _portal.Service.EnableMethodAsync(staff, rachel, default, "seen", Cancel),
        ];

        Assert.Equal(may ? [null, null, new Refusal.NoSuchMethod()] : [new Refusal.NoRight(), new Refusal.NoRight(), new Refusal.NoRight()], answers);
    }

    [Theory]
    [InlineData(Role.HelpDesk, typeof(Refusal.NoRight))]
    [InlineData(Role.HelpDeskLead, null)]
    [InlineData(Role.Administrator, null)]
    public async Task A_helper_never_blocks_one_of_staff_and_nobody_themselves(Role role, Type? refused)
    {
        var auditor = await _portal.StaffAsync(Role.Auditor);
        var staff = await _portal.StaffAsync(role);
        BlockOrder order = new(new(BlockScope.Account), BlockReason.ReportedLost, null, "lost");

        Assert.Equal(refused, (await _portal.Service.BlockAsync(staff, auditor.Account, order, Cancel))?.GetType());
        Assert.IsType<Refusal.NotOnYourself>(await _portal.Service.BlockAsync(staff, staff.Account, order, Cancel));
        Assert.IsType<Refusal.NotOnYourself>(await _portal.Service.LiftBlockAsync(staff, staff.Account, order.Target, "found", Cancel));
    }

    [Fact]
    public async Task Without_a_reason_that_can_be_read_nothing_is_done()
    {
        var staff = await _portal.StaffAsync();
        foreach (var why in (string[])["", "  ", new('x', 201), "two\nlines"])
        {
            Refusal?[] answers =
            [
                await BlockAsync(staff, why: why),
                await _portal.Service.LiftSourceAsync(staff, "203.0.113.7", why, Cancel),
                await _portal.Service.BlockAsync(staff, await IdAsync(Rachel), new(new(BlockScope.Account), BlockReason.ReportedLost, null, why), Cancel),
                await _portal.Service.LiftBlockAsync(staff, await IdAsync(Rachel), new(BlockScope.Account), why, Cancel),
                await _portal.Service.EnableMethodAsync(staff, await IdAsync(Rachel), default, why, Cancel),
                await _portal.Service.SetRegionAsync(staff, RegionKind.Country, "FR", _portal.Now + 1.Hours, false, null, why, Cancel),
                await _portal.Service.LiftRegionAsync(staff, RegionKind.Country, "FR", why, Cancel),
                await _portal.Service.SetChannelStatusAsync(staff, Channel.Sms, "FR", ChannelStatus.Limited, null, null, why, Cancel),
            ];
            Assert.All(answers, answer => Assert.Equal(new Refusal.NotWrittenDown(OrderField.Reason, 200), answer));
        }

        Assert.Null(await BlockAsync(staff, why: $" {new string('x', 200)} "));
    }

    [Theory]
    [InlineData("somewhere", typeof(Refusal.NotASource))]
    [InlineData("203.0.113.0/24", typeof(Refusal.NotOneSource))]
    [InlineData("portal", typeof(Refusal.NotOneSource))]
    [InlineData(Staff.Source, typeof(Refusal.OwnSource))]
    [InlineData("2001:db8:1::7", null)]
    public async Task One_network_that_is_not_ones_own(string typed, Type? refused)
    {
        Assert.Equal(refused, (await BlockAsync(await _portal.StaffAsync(), typed))?.GetType());

        var listed = (await _portal.Service.PortalBlocksAsync(await _portal.StaffAsync(), Cancel)).Blocks;
        Assert.Equal(refused is null ? ["2001:db8:1::/64"] : [], listed.Select(block => block.Shown));
    }

    [Fact]
    public async Task What_stands_is_listed_masked_and_lifted_from_the_list()
    {
        var staff = await _portal.StaffAsync();
        Assert.Null(await _portal.Service.BlockDestinationAsync(staff, RachelsMail, BlockReason.TermsOfService, _portal.Now + 1.Days, "spam", Cancel));
        Assert.Null(await _portal.Service.BlockDestinationAsync(staff, RachelsPhone, BlockReason.TermsOfService, null, "spam", Cancel));
        Assert.Null(await BlockAsync(staff));

        var listed = await _portal.Service.PortalBlocksAsync(staff, Cancel);
        Assert.Equal(["203.0.113.7", RachelsMail.Masked, RachelsPhone.Masked], listed.Blocks.Select(block => block.Shown).Order(StringComparer.Ordinal));
        Assert.All([RachelsMail.Value, RachelsPhone.Value], whole => Assert.DoesNotContain(whole, JsonSerializer.Serialize(listed), StringComparison.OrdinalIgnoreCase));

        foreach (var block in listed.Blocks)
            Assert.Null(await _portal.Service.LiftPortalBlockAsync(staff, block.Id, "over", Cancel));
        Assert.Empty((await _portal.Service.PortalBlocksAsync(staff, Cancel)).Blocks);
        Assert.Equal(new Refusal.NoSuchBlock(), await _portal.Service.LiftPortalBlockAsync(staff, listed.Blocks[0].Id, "over", Cancel));
        var records = await _portal.AuditAsync();
        Assert.Equal(2, records.Count(record => record.Action == AuditAction.DestinationBlockLifted));
        Assert.All(records, record => Assert.Equal((staff.Account, Role.Administrator), (record.By, record.Role)));
    }

    [Fact]
    public async Task The_owner_reads_who_of_staff_did_it_by_role_and_why_and_no_name()
    {
        var staff = await _portal.StaffAsync(Role.HelpDesk);
        var mail = await _portal.ReadAsync(context => Task.FromResult(context.Methods.Single(method => method.Key == RachelsMail.Key).Id));
        Assert.Null(await _portal.Service.BlockAsync(staff, await IdAsync(Rachel), new(new(BlockScope.Method, mail), BlockReason.ReportedLost, null, " lost on the train "), Cancel));

        var rows = (await _portal.Service.ActivityAsync(await _portal.SignInAsync(with: RachelsPhone), null, Cancel))!.Rows;

        var row = Assert.Single(rows, row => row.Kind == ActivityEntry.BlockSet);
        Assert.Equal((true, "HelpDesk", "lost on the train", staff.RequestId), (row.IsByStaff, row.Browser, row.Reason, await RequestAsync()));
        Assert.DoesNotContain(Staff.NameOf(Role.HelpDesk), JsonSerializer.Serialize(row), StringComparison.Ordinal);
    }

    private Task<Refusal?> BlockAsync(Owner staff, string source = "203.0.113.7", string why = "tries") =>
        _portal.Service.BlockSourceAsync(staff, source, BlockReason.UnusualActivity, null, why, Cancel);

    private Task<AccountId> IdAsync(string name) => _portal.ReadAsync(context => Task.FromResult(context.Profiles.Single(profile => profile.Name == name).Id));

    private Task<string> RequestAsync() => _portal.ReadAsync(context => Task.FromResult(context.Activity.Single(entry => entry.Kind == ActivityEntry.BlockSet).RequestId));
}
