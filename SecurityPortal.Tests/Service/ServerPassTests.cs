using SecurityPortal.Domain;
using SecurityPortal.Domain.Audit;
using SecurityPortal.Service;
using SecurityPortal.Tests.Support;
using static SecurityPortal.Tests.Support.Desk;
using static SecurityPortal.Tests.Support.People;

namespace SecurityPortal.Tests.Service;

/// <summary>R-HELP-4: the last way back for staff is on the server.</summary>
public sealed class ServerPassTests : IAsyncLifetime
{
    private static readonly PortalItself s_command = new();

    private Portal _portal = null!;

    public async ValueTask InitializeAsync()
    {
        _portal = await Portal.OpenAsync();
        await _portal.SeedDeskAsync();
    }

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task Everything_goes_and_the_pass_leads_back_in()
    {
        var open = await _portal.SignInAsStaffAsync(Admin);

        var given = await _portal.Service.GivePassAsync(s_command, " ADMIN@contoso.example ", Cancel);

        Assert.Equal((null, _portal.Now + EnrolmentPass.Life), (given.Refusal, given.PassEndsAt));
        var profile = await _portal.ProfileAsync(Admin);
        Assert.DoesNotContain(profile.Methods, method => method.IsUsable);
        Assert.DoesNotContain(profile.Sessions, session => session.Id == open.Session);

        var admin = await _portal.GivePasswordAsync(Admin);
        Assert.Equal(new Refusal.PassNeeded(), await _portal.Service.AddAppAsync(admin, Cancel));
        Assert.Null(await _portal.Service.TakePassAsync(admin, given.Pass!, Cancel));
        Assert.Null(await _portal.Service.AddAppAsync(admin, Cancel));
    }

    [Fact]
    public async Task All_others_of_the_staff_are_told_and_it_is_audited()
    {
        _ = await _portal.Service.GivePassAsync(s_command, Admin, Cancel);

        await _portal.SendMailAsync();
        Assert.Equal(["admin@mail.example"], ToldOf(nameof(SecurityEvent.ClearedOnServer)));
        Assert.Equal(
            ["Helper@mail.example", "ada@mail.example", "auditor@mail.example", "hanna@mail.example", "helper@mail.example", "inspector@mail.example", "lead@mail.example"],
            ToldOf(nameof(SecurityEvent.StaffPassGiven)).Order(StringComparer.Ordinal));
        Assert.Contains("ad•••••@contoso.example", _portal.Messages.All.First(message => message.Kind == nameof(SecurityEvent.StaffPassGiven)).Text, StringComparison.Ordinal);

        var record = (await _portal.AuditAsync())[^1];
        Assert.Equal((AuditAction.PassGiven, null, Admin), (record.Action, record.By, record.TargetName));
        Assert.Equal(["AuthenticatorApp", "Email ad•••••@•••••"], record.Facts[AuditFact.Went].Split(", ").Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(Rachel, typeof(Refusal.PassForStaffOnly))]
    [InlineData("nobody@contoso.example", typeof(Refusal.NoSuchAccount))]
    [InlineData("", typeof(Refusal.NoSuchAccount))]
    public async Task Where_it_is_refused_nothing_changes(string name, Type refusal)
    {
        var before = (await _portal.AuditAsync()).Count;

        var given = await _portal.Service.GivePassAsync(s_command, name, Cancel);

        Assert.IsType(refusal, given.Refusal);
        Assert.Null(given.Pass);
        Assert.Equal(before, (await _portal.AuditAsync()).Count);
        Assert.Contains((await _portal.ProfileAsync(Rachel)).Methods, method => method.IsUsable);
    }

    [Fact]
    public async Task Whoever_has_not_registered_yet_needs_one_only_when_the_password_alone_is_not_enough_any_more()
    {
        await using var other = await Portal.OpenAsync();
        await other.SeedDeskAsync(new DemoAccount(new("new@contoso.example", "Nina", "en", "GB", [Role.HelpDesk]), Portal.Password, [], null, ""));

        var unregistered = await other.Service.GivePassAsync(s_command, "new@contoso.example", Cancel);
        Assert.Equal(new Refusal.RegistersAlone(other.Now + 14.Days), unregistered.Refusal);

        other.Clock.Advance(15.Days);
        Assert.NotNull((await other.Service.GivePassAsync(s_command, "new@contoso.example", Cancel)).Pass);
    }

    [Fact]
    public async Task A_pass_that_was_lost_is_made_again_and_the_first_is_worth_nothing()
    {
        var first = (await _portal.Service.GivePassAsync(s_command, Admin, Cancel)).Pass!;
        var second = (await _portal.Service.GivePassAsync(s_command, Admin, Cancel)).Pass!;

        var admin = await _portal.GivePasswordAsync(Admin);
        Assert.IsType<Refusal.WrongPass>(await _portal.Service.TakePassAsync(admin, first, Cancel));
        Assert.Null(await _portal.Service.TakePassAsync(admin, second, Cancel));
    }

    private IEnumerable<string> ToldOf(string kind) => _portal.Messages.All.Where(message => message.Kind == kind).Select(message => message.To);
}
