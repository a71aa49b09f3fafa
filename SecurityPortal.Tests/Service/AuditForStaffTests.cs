using SecurityPortal.Domain;
using SecurityPortal.Domain.Audit;
using SecurityPortal.Service;
using SecurityPortal.Storage;
using SecurityPortal.Tests.Support;
using static SecurityPortal.Tests.Support.People;

namespace SecurityPortal.Tests.Service;

/// <summary>R-HELP-8: the audit log as staff read it and take it along.</summary>
public sealed class AuditForStaffTests : IAsyncLifetime
{
    private Portal _portal = null!;
    private Owner _auditor = null!;

    public async ValueTask InitializeAsync()
    {
        _portal = await Portal.OpenAsync();
        await _portal.SeedAsync();
        var rachel = await _portal.ReadAsync(context => Task.FromResult(context.Profiles.Single(profile => profile.Name == Rachel).Id));
        Assert.Null(await _portal.Service.BlockAsync(await _portal.StaffAsync(Role.HelpDesk), rachel, new(new(BlockScope.Account), BlockReason.ReportedLost, null, "lost"), Cancel));
        await _portal.Service.NoteImportAsync(new PortalItself(), new(1, 0, 0), Cancel);
        _portal.Clock.Advance(2.Days);
        Assert.Null(await _portal.Service.LiftBlockAsync(await _portal.StaffAsync(), rachel, new(BlockScope.Account), "found", Cancel));
        _auditor = await _portal.StaffAsync(Role.Auditor);
    }

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Theory]
    [InlineData("", "3 2 1")]
    [InlineData("account=RACHEL%40contoso.example", "3 1")]
    [InlineData("by=helpdesk%40staff.example", "1")]
    [InlineData("by=portal", "2")]
    [InlineData("action=BlockLifted", "3")]
    [InlineData("action=BlockLifted&by=portal", "")]
    [InlineData("days=1", "3")]
    [InlineData("days=7", "3 2 1")]
    [InlineData("until=2026-11-24T00:00:00Z", "2 1")]
    [InlineData("from=2026-11-24T00:00:00Z", "3")]
    public async Task By_each_filter_newest_first(string query, string expected)
    {
        var read = AuditQuery.Read(query)!;

        var page = await _portal.Service.AuditForStaffAsync(_auditor, read, null, Cancel);

        Assert.Equal(expected, string.Join(' ', page.Records.Select(record => record.Number)));
        Assert.Equal(read, AuditQuery.Read(read.Query));
        Assert.Null(page.Older);
    }

    [Theory]
    [InlineData("account=nobody", false)]
    [InlineData("by=nobody", true)]
    [InlineData("account=rachel%40mail.example", false)]
    public async Task By_the_whole_name_of_an_account_alone(string query, bool isBy)
    {
        var page = await _portal.Service.AuditForStaffAsync(_auditor, AuditQuery.Read(query)!, null, Cancel);

        Assert.Equal((new Refusal.NoSuchAccount(), isBy), (page.Refusal, page.IsNotBy));
    }

    [Theory]
    [InlineData("action=Nothing")]
    [InlineData("action=1")]
    [InlineData("days=2")]
    [InlineData("who=me")]
    [InlineData("by=a&by=b")]
    public void What_no_filter_says_is_none(string query) => Assert.Null(AuditQuery.Read(query));

    [Fact]
    public async Task Page_by_page_none_twice_and_none_left_out()
    {
        await FillAsync(120);
        List<long> seen = [];
        for (long? before = null; ;)
        {
            var page = await _portal.Service.AuditForStaffAsync(_auditor, AuditQuery.All, before, Cancel);
            seen.AddRange(page.Records.Select(record => record.Number));
            before = page.Older;
            if (before is null)
                break;
        }

        Assert.Equal(Enumerable.Range(1, 123).Select(number => (long)number).Reverse(), seen);
    }

    [Fact]
    public async Task All_of_it_is_taken_and_who_took_it_is_its_last_record()
    {
        await FillAsync(1_200);

        var export = await _portal.Service.ExportAuditAsync(_auditor, Cancel);

        var stored = await _portal.AuditAsync();
        Assert.Equal((AuditAction.AuditExported, _auditor.Account, Role.Auditor, "1204"), (stored[^1].Action, stored[^1].By, stored[^1].Role, stored[^1].Facts[AuditFact.Rows]));
        await FillAsync(1);
        List<AuditRecord> taken = [];
        await foreach (var batch in export.Batches)
            taken.AddRange(batch.Records);
        Assert.Equal(stored.Select(AuditLine.Write), taken.Select(AuditLine.Write));
        Assert.Null(AuditCheck.FirstBreak(taken));
    }

    [Fact]
    public async Task An_ended_session_takes_nothing_more()
    {
        await FillAsync(1_200);
        List<AuditBatch> batches = [];
        await foreach (var batch in (await _portal.Service.ExportAuditAsync(_auditor, Cancel)).Batches)
        {
            batches.Add(batch);
            await _portal.Service.SignOutAsync(_auditor, Cancel);
        }

        Assert.Equal([500, 0], batches.Select(batch => batch.Records.Count));
        Assert.NotNull(batches[1].Refusal);
    }

    [Theory]
    [InlineData(Role.HelpDesk)]
    [InlineData(Role.HelpDeskLead)]
    public async Task Who_may_not_read_it_takes_nothing_and_leaves_no_record(Role role)
    {
        var staff = await _portal.StaffAsync(role);

        Assert.Equal(new Refusal.NoRight(), (await _portal.Service.AuditForStaffAsync(staff, AuditQuery.All, null, Cancel)).Refusal);
        Assert.Equal(new Refusal.NoRight(), (await _portal.Service.ExportAuditAsync(staff, Cancel)).Refusal);
        Assert.Equal(3, (await _portal.AuditAsync()).Count);
    }

    private async Task FillAsync(int many) => _ = await ((WriteQueue)_portal.Services.GetService(typeof(WriteQueue))!).RunAsync(
        context =>
        {
            for (var i = 0; i < many; i++)
                AuditLog.Append(context, new PortalItself(), new(AuditAction.AccountsImported), _portal.Now);
            return true;
        },
        Cancel);
}
