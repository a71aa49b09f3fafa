using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SecurityPortal.Domain;
using SecurityPortal.Domain.Audit;
using SecurityPortal.Service;
using SecurityPortal.Storage;
using SecurityPortal.Tests.Support;
using static SecurityPortal.Tests.Support.People;

namespace SecurityPortal.Tests.Service;

/// <summary>R-HELP-8: every change by staff or the portal itself stands in the audit log, with its facts and without secrets.</summary>
public sealed class AuditTests : IAsyncLifetime
{
    private static readonly AuditAction[] s_toldElsewhere =
    [
        AuditAction.MethodsCleared, AuditAction.CallerNumberRefused, AuditAction.ApprovalAsked, AuditAction.ApprovalGiven, AuditAction.ApprovalDeclined, AuditAction.ApprovalWithdrawn,
        AuditAction.RoleGiven, AuditAction.RoleTaken, AuditAction.PassGiven,
    ];

    private const string Applicant = "rachel@holiday.example";

    private static readonly PortalItself s_portal = new();
    private static readonly Visitor s_applicant = From("198.51.100.4") with { BrowserId = "abroad" };

    private Owner? _helper;
    private Owner? _lead;
    private AccountId _rachel;
    private MethodId _mail;
    private Portal _portal = null!;

    private DateTimeOffset Tomorrow => _portal.Now + 1.Days;

    public async ValueTask InitializeAsync()
    {
        _portal = await Portal.OpenAsync(Unlimited.Settings);
        Assert.True(await _portal.Service.SeedAsync(
            s_portal,
            [
                Account(Rachel, [], RachelsMail, RachelsPhone),
                Desk.Member("hal@contoso.example", "Hal", "hal@mail.example", Role.HelpDesk),
                Desk.Member("lea@contoso.example", "Lea", "lea@mail.example", Role.HelpDeskLead, Role.Auditor),
            ],
            Cancel));
        _rachel = await IdAsync(Rachel);
        _mail = await _portal.ReadAsync(context => context.Methods.Where(method => method.Key == RachelsMail.Value).Select(method => method.Id).SingleAsync(Cancel));

        // Nothing was proved lately.
        _portal.Clock.Advance(31.Days);
        _ = await _portal.StaffAsync();
    }

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task Every_change_leaves_exactly_one_record_with_its_facts()
    {
        var (first, second) = (await AskForRecoveryAsync(Rachel), await AskForRecoveryAsync("nobody@contoso.example"));
        (string Record, Func<Task> Change)[] changes =
        [
            ("BlockSet [rachel@contoso.example] “lost” atSource=192.0.2.1 cause=ReportedLost contact=ra•••••@••••• methodKind=Email scope=MethodAtSource until=2026-12-25T12:00:00Z", () => BlockAsync(BlockScope.MethodAtSource)),
            ("BlockLifted [rachel@contoso.example] “found” atSource=192.0.2.1 contact=ra•••••@••••• methodKind=Email scope=MethodAtSource", () => LiftAsync(BlockScope.MethodAtSource)),
            ("MethodEnabled [rachel@contoso.example] “seen” contact=ra•••••@••••• methodKind=Email", EnableAsync),
            ("DestinationBlocked [•••••••23] “spam” cause=TermsOfService contact=•••••••23 methodKind=Phone", async () => await DoneAsync(_portal.Service.BlockDestinationAsync(await _portal.StaffAsync(), RachelsPhone, BlockReason.TermsOfService, null, "spam", Cancel))),
            ("DestinationBlockLifted [•••••••23] “none” contact=•••••••23 methodKind=Phone", async () => await DoneAsync(_portal.Service.LiftDestinationAsync(await _portal.StaffAsync(), RachelsPhone, "none", Cancel))),
            ("SourceBlocked [203.0.113.7] “tries” cause=UnusualActivity until=2026-12-25T12:00:00Z", async () => await DoneAsync(_portal.Service.BlockSourceAsync(await _portal.StaffAsync(), "203.0.113.7", BlockReason.UnusualActivity, Tomorrow, "tries", Cancel))),
            ("SourceBlockLifted [203.0.113.7] “over”", async () => await DoneAsync(_portal.Service.LiftSourceAsync(await _portal.StaffAsync(), "203.0.113.7", "over", Cancel))),
            ("RegionMarked [+44] “attack” isClosed=true isMeasured=false pace=6 region=+44 regionKind=CallingCode until=2026-12-25T12:00:00Z", async () => await DoneAsync(_portal.Service.SetRegionAsync(await _portal.StaffAsync(), RegionKind.CallingCode, "+44", Tomorrow, isClosed: true, 6, "attack", Cancel))),
            ("RegionLifted [+44] “over” region=+44 regionKind=CallingCode", async () => await DoneAsync(_portal.Service.LiftRegionAsync(await _portal.StaffAsync(), RegionKind.CallingCode, "+44", "over", Cancel))),
            ("ChannelSaid [GB] “late” area=GB channel=Sms pace=6 status=Limited until=2026-12-25T12:00:00Z", async () => await DoneAsync(_portal.Service.SetChannelStatusAsync(await _portal.StaffAsync(), Channel.Sms, "gb", ChannelStatus.Limited, Tomorrow, 6, "late", Cancel))),
            ("ChannelMeasured [GB] “well again” area=GB channel=Sms", async () => await DoneAsync(_portal.Service.SetChannelStatusAsync(await _portal.StaffAsync(), Channel.Sms, "GB", null, null, null, "well again", Cancel))),
            ("RecoveryTakenUp [rachel@contoso.example] “”", async () => await DoneAsync(_portal.Service.TakeUpRecoveryAsync(await HelperAsync(), first, Cancel))),
            ("RecoveryApproved [rachel@contoso.example] “” approvals=1 callerCheck=DirectoryCall reference=called at noon", async () => await DoneAsync(_portal.ApproveAsync(await HelperAsync(), first))),
            ("RecoveryApproved [rachel@contoso.example] “” approvals=2 callerCheck=DirectoryCall reference=called at noon until=2026-12-27T12:03:00Z", async () => await DoneAsync(_portal.ApproveAsync(await LeadAsync(), first))),
            ("RecoveryMoreAsked [] “Which office?”", async () => await DoneAsync(_portal.Service.AskForMoreAsync(await HelperAsync(), second, "Which office?", Cancel))),
            ("RecoveryDeclined [] “There is no such account.”", async () => await DoneAsync(_portal.Service.DeclineRecoveryAsync(await HelperAsync(), second, " There is no such account. ", Cancel))),
            ("CaseTaken [rachel@contoso.example] “” caseKind=LostDevice", async () => await DoneAsync(_portal.Service.TakeCaseAsync(await HelperAsync(), await ReportLostAsync(), from: null, Cancel))),
            ("CaseNoted [rachel@contoso.example] “She has a new one.” caseKind=LostDevice", async () => await DoneAsync(_portal.Service.NoteOnCaseAsync(await HelperAsync(), await CaseAsync(), "She has a new one.", Cancel))),
            ("CaseClosed [rachel@contoso.example] “Added.” caseKind=LostDevice", async () => await DoneAsync(_portal.Service.CloseCaseAsync(await HelperAsync(), await CaseAsync(), "Added.\n", Cancel))),
            ("AccountImported [otto] “” contacts=1 hasPassword=true roles=Auditor", () => ImportAsync("otto")),
            ("AccountsImported [] “” added=1 alreadyThere=2 refused=3", () => _portal.Service.NoteImportAsync(s_portal, new(1, 2, 3), Cancel)),
        ];

        List<string> left = [];
        foreach (var (_, change) in changes)
        {
            await change();
            left.Add(string.Join(" and ", (await _portal.AuditAsync()).Skip(left.Count).Select(record => record.InWords())));
        }

        Assert.Equal(changes.Select(change => change.Record), left);
        var records = await _portal.AuditAsync();

        // What staff look for is no change, and what they do to accounts has tests of its own: those tell of these records.
        Assert.Equal(Enum.GetValues<AuditAction>().Except([AuditAction.ContactSought, AuditAction.SignInsExported, AuditAction.AuditExported, .. s_toldElsewhere]), records.Select(record => record.Action).Distinct().Order());
        Assert.Null(AuditCheck.FirstBreak(records));
        AssertNoSecrets(records);
    }

    [Fact]
    public async Task Who_decided_is_named_in_the_role_that_lets_them()
    {
        var number = await AskForRecoveryAsync(Rachel);
        var (helper, lead) = (await HelperAsync(), await LeadAsync());
        await DoneAsync(_portal.Service.TakeUpRecoveryAsync(helper, number, Cancel));
        await DoneAsync(_portal.ApproveAsync(lead, number));
        await BlockAsync(BlockScope.Account);

        var staff = await _portal.StaffAsync();
        var records = await _portal.AuditAsync();

        Assert.Equal(
            [("hal@contoso.example", helper.Account, Role.HelpDesk), ("lea@contoso.example", lead.Account, Role.HelpDeskLead), (Staff.NameOf(Role.Administrator), staff.Account, Role.Administrator)],
            records.Select(record => (record.ByName, record.By!.Value, record.Role!.Value)));
        Assert.Equal([(helper.Source, helper.RequestId), (lead.Source, lead.RequestId), (staff.Source, staff.RequestId)], records.Select(record => (record.Source, record.RequestId)));
        Assert.All(records, record => Assert.Equal(_rachel, record.Target));
        Assert.All(records.Take(2), record => Assert.Equal(number, record.Facts[AuditFact.Request]));
    }

    [Fact]
    public async Task What_was_refused_leaves_none()
    {
        var number = await AskForRecoveryAsync(Rachel);
        var helper = await HelperAsync();
        await DoneAsync(_portal.Service.TakeUpRecoveryAsync(helper, number, Cancel));
        await DoneAsync(_portal.ApproveAsync(helper, number));
        var before = (await _portal.AuditAsync()).Count;

        Refusal?[] refusals =
        [
            await _portal.Service.BlockAsync(await _portal.StaffAsync(), _rachel, new(new(BlockScope.Method, default(MethodId)), BlockReason.ReportedLost, null, "lost"), Cancel),
            await _portal.Service.BlockAsync(await _portal.StaffAsync(), _rachel, new(new(BlockScope.Account), BlockReason.ReportedLost, null, " "), Cancel),
            await _portal.Service.BlockAsync(await _portal.StaffAsync(), _rachel, new(new(BlockScope.Account), BlockReason.ReportedLost, _portal.Now, "lost"), Cancel),
            await _portal.Service.LiftBlockAsync(await _portal.StaffAsync(), _rachel, new(BlockScope.Account), "found", Cancel),
            await _portal.Service.EnableMethodAsync(await _portal.StaffAsync(), _rachel, _mail, "seen", Cancel),
            await _portal.Service.LiftDestinationAsync(await _portal.StaffAsync(), RachelsMail, "none", Cancel),
            await _portal.Service.LiftSourceAsync(await _portal.StaffAsync(), "203.0.113.7", "none", Cancel),
            await _portal.Service.SetRegionAsync(await _portal.StaffAsync(), RegionKind.Country, "nowhere", Tomorrow, false, null, "attack", Cancel),
            await _portal.Service.LiftRegionAsync(await _portal.StaffAsync(), RegionKind.Country, "FR", "over", Cancel),
            await _portal.Service.SetChannelStatusAsync(await _portal.StaffAsync(), Channel.Email, "GB", ChannelStatus.Limited, null, null, "late", Cancel),
            await _portal.Service.TakeUpRecoveryAsync(helper, number, Cancel),
            await _portal.ApproveAsync(helper, number),
            await _portal.Service.DeclineRecoveryAsync(helper, "ZZZZ2222", "no", Cancel),
            await _portal.Service.TakeCaseAsync(helper, number, from: null, Cancel),
        ];
        Assert.Equal(ImportOutcome.AlreadyThere, (await ImportAsync(Rachel)).Outcome);
        Assert.Equal(ImportOutcome.WouldBeAdded, (await ImportAsync("otto", isDryRun: true)).Outcome);
        await _portal.Service.NoteImportAsync(s_portal, new(0, 7, 7), Cancel);

        Assert.All(refusals, Assert.NotNull);
        Assert.Equal(before, (await _portal.AuditAsync()).Count);
    }

    [Fact]
    public async Task A_change_whose_record_cannot_be_kept_is_not_made()
    {
        _ = await _portal.ReadAsync(context => context.Database.ExecuteSqlRawAsync("CREATE TRIGGER full BEFORE INSERT ON audit BEGIN SELECT RAISE(ABORT, 'no room'); END", Cancel));

        _ = await Assert.ThrowsAsync<DbUpdateException>(() => BlockAsync(BlockScope.Account));
        _ = await Assert.ThrowsAsync<DbUpdateException>(async () => await DoneAsync(_portal.Service.BlockSourceAsync(await _portal.StaffAsync(), "203.0.113.7", BlockReason.UnusualActivity, null, "tries", Cancel)));
        _ = await Assert.ThrowsAsync<DbUpdateException>(() => ImportAsync("otto"));

        Assert.Empty((await _portal.ReadAsync(context => context.Profiles.AsNoTracking().SingleAsync(profile => profile.Id == _rachel, Cancel))).Blocks);
        Assert.False(await _portal.ReadAsync(context => context.Throttles.AnyAsync(row => row.BlockedSince != null, Cancel)));
        Assert.False(await _portal.ReadAsync(context => context.Profiles.AnyAsync(profile => profile.Name == "otto", Cancel)));
    }

    [Fact]
    public async Task A_change_that_cannot_be_kept_leaves_no_record()
    {
        _ = await _portal.ReadAsync(context => context.Database.ExecuteSqlRawAsync("CREATE TRIGGER full BEFORE INSERT ON throttles BEGIN SELECT RAISE(ABORT, 'no room'); END", Cancel));

        _ = await Assert.ThrowsAsync<DbUpdateException>(async () => await DoneAsync(_portal.Service.BlockSourceAsync(await _portal.StaffAsync(), "203.0.113.7", BlockReason.UnusualActivity, null, "tries", Cancel)));

        Assert.Empty(await _portal.AuditAsync());
    }

    [Fact]
    public async Task One_unit_can_append_several()
    {
        _ = await _portal.Services.GetRequiredService<WriteQueue>().RunAsync(
            context =>
            {
                for (var i = 0; i < 20; i++)
                    AuditLog.Append(context, s_portal, new(AuditAction.AccountsImported), _portal.Now);
                return true;
            },
            Cancel);

        var records = await _portal.AuditAsync();
        Assert.Equal((20, null), (records.Count, AuditCheck.FirstBreak(records)));
    }

    [Fact]
    public async Task It_is_read_by_account_and_by_time_and_over_many_pages_in_order()
    {
        _ = await _portal.Services.GetRequiredService<WriteQueue>().RunAsync(
            context =>
            {
                for (var i = 0; i < 1_203; i++)
                    AuditLog.Append(context, s_portal, new(AuditAction.AccountsImported), _portal.Now);
                return true;
            },
            Cancel);
        var since = _portal.Now + 1.Hours;
        _portal.Clock.Advance(1.Hours);
        await BlockAsync(BlockScope.Account);

        Assert.Equal(Enumerable.Range(1, 1_204).Select(number => (long)number), (await _portal.AuditAsync()).Select(record => record.Number));
        Assert.Equal(1_204, Assert.Single(await _portal.AuditAsync(new(Target: _rachel))).Number);
        Assert.Equal(1_204, Assert.Single(await _portal.AuditAsync(new(From: since))).Number);
        Assert.Equal(1_203, (await _portal.AuditAsync(new(Until: since))).Count);
    }

    [Fact]
    public async Task Records_are_kept_for_three_years_to_the_second_and_the_last_for_good()
    {
        await BlockAsync(BlockScope.Account);
        _portal.Clock.Advance(1.Days);
        await BlockAsync(BlockScope.Account);
        await BlockAsync(BlockScope.Account);

        _portal.Clock.Advance(1_094.Days - 1.Seconds);
        await ForgetAsync();
        Assert.Equal([1, 2, 3], (await _portal.AuditAsync()).Select(record => record.Number));

        _portal.Clock.Advance(1.Seconds);
        await ForgetAsync();
        Assert.Equal([2, 3], (await _portal.AuditAsync()).Select(record => record.Number));

        _portal.Clock.Advance(1_000.Days);
        await ForgetAsync();
        await BlockAsync(BlockScope.Account);
        var left = await _portal.AuditAsync();
        Assert.Equal([3, 4], left.Select(record => record.Number));
        Assert.Null(AuditCheck.FirstBreak(left));
    }

    /// <summary>A clock that was set back leaves younger records before older ones.</summary>
    [Fact]
    public async Task Nothing_is_taken_out_from_behind_one_that_stays()
    {
        _ = await _portal.Services.GetRequiredService<WriteQueue>().RunAsync(
            context =>
            {
                foreach (var at in (DateTimeOffset[])[_portal.Now, _portal.Now + 10.Days, _portal.Now, _portal.Now])
                    AuditLog.Append(context, s_portal, new(AuditAction.AccountsImported), at);
                return true;
            },
            Cancel);
        _portal.Clock.Advance(1_095.Days);

        await ForgetAsync();

        Assert.Equal([2, 3, 4], (await _portal.AuditAsync()).Select(record => record.Number));
    }

    [Fact]
    public async Task Many_are_forgotten_some_at_a_time()
    {
        _ = await _portal.Services.GetRequiredService<WriteQueue>().RunAsync(
            context =>
            {
                for (var i = 0; i < 2_500; i++)
                    AuditLog.Append(context, s_portal, new(AuditAction.AccountsImported), _portal.Now);
                return true;
            },
            Cancel);
        _portal.Clock.Advance(1_095.Days);

        var signIns = await _portal.ReadAsync(context => context.SignIns.CountAsync(Cancel));
        Assert.Equal(1_000 + signIns, await _portal.Service.ForgetAsync(s_portal, Cancel));
        await ForgetAsync();

        Assert.Equal(2_500, Assert.Single(await _portal.AuditAsync()).Number);
    }

    private static DemoAccount Account(string name, Role[] roles, params Contact[] methods) => new(new(name, "", "en", "GB", [.. roles]), Portal.Password, methods, 1.Days, "");

    private static async Task DoneAsync(Task<Refusal?> change) => Assert.Null(await change);

    private BlockTarget TargetOf(BlockScope scope) => scope == BlockScope.Account ? new(scope) : new(scope, _mail, "192.0.2.1");

    private async Task BlockAsync(BlockScope scope) => await DoneAsync(_portal.Service.BlockAsync(await _portal.StaffAsync(), _rachel, new(TargetOf(scope), BlockReason.ReportedLost, Tomorrow, "lost"), Cancel));

    private async Task LiftAsync(BlockScope scope) => await DoneAsync(_portal.Service.LiftBlockAsync(await _portal.StaffAsync(), _rachel, TargetOf(scope), "found", Cancel));

    private async Task EnableAsync()
    {
        _ = await _portal.ReadAsync(context => context.Database.ExecuteSqlRawAsync("""UPDATE "methods" SET "DisabledAt" = 1 WHERE "Key" = 'rachel@mail.example'""", Cancel));
        await DoneAsync(_portal.Service.EnableMethodAsync(await _portal.StaffAsync(), _rachel, _mail, "seen", Cancel));
    }

    private async Task<Owner> HelperAsync() => _helper ??= await _portal.ActAsAsync("hal@contoso.example");

    private async Task<Owner> LeadAsync() => _lead ??= await _portal.ActAsAsync("lea@contoso.example");

    /// <summary>A case; answers its number.</summary>
    private async Task<string> ReportLostAsync()
    {
        var rachel = await _portal.SignInAsync();
        return (await _portal.Service.ReportLostAsync(rachel, [await _portal.MethodAsync(rachel, RachelsPhone)], knowingly: true, Cancel)).Case!;
    }

    private Task<string> CaseAsync() => _portal.ReadAsync(context => context.Cases.Select(opened => opened.Number).SingleAsync(Cancel));

    private Task<ImportAnswer> ImportAsync(string name, bool isDryRun = false) => _portal.Service.ImportAsync(
        s_portal, new(new(name, name, "de", "DE", [Role.Auditor]), Portal.Password, [NewMail]), isDryRun, Cancel);

    /// <summary>A request whose contact was proved; answers its number.</summary>
    private async Task<string> AskForRecoveryAsync(string name)
    {
        Assert.Null(await _portal.Service.AskForRecoveryAsync(s_applicant, name, Applicant, "en", Cancel));
        await _portal.SendMailAsync();
        var code = _portal.Messages.To(Applicant).Last(message => message.Code is not null).Code!;
        return (await _portal.Service.ProveContactAsync(s_applicant, number: null, code, Cancel)).Number!;
    }

    private void AssertNoSecrets(List<AuditRecord> records)
    {
        string[] secrets =
        [
            Portal.Password, Applicant, RachelsMail.Value, RachelsPhone.Value, RachelsPhone.Value[1..], NewMail.Value, "nobody@contoso.example",
            .. _portal.Messages.All.Select(message => message.Code).OfType<string>(),
        ];
        Assert.True(secrets.Length > 7);
        Assert.All(records, record => Assert.All(secrets, secret => Assert.DoesNotContain(secret, AuditLine.Write(record with { Hash = "", PreviousHash = "" }), StringComparison.OrdinalIgnoreCase)));
    }

    private async Task ForgetAsync()
    {
        while (await _portal.Service.ForgetAsync(s_portal, Cancel) > 0)
        {
        }
    }

    private Task<AccountId> IdAsync(string name) => _portal.ReadAsync(context => context.Profiles.Where(profile => profile.Name == name).Select(profile => profile.Id).SingleAsync(Cancel));
}
