using Microsoft.EntityFrameworkCore;
using SecurityPortal.Domain;
using SecurityPortal.Service;
using SecurityPortal.Tests.Support;
using static SecurityPortal.Tests.Support.People;

namespace SecurityPortal.Tests.Service;

/// <summary>R-HELP-11.</summary>
public sealed class ImportTests : IAsyncLifetime
{
    private Portal _portal = null!;

    public async ValueTask InitializeAsync()
    {
        _portal = await Portal.OpenAsync();
        await _portal.SeedAsync();
    }

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task Never_changes_an_account_that_exists()
    {
        var before = await RachelAsync();

        var answer = await ImportAsync(" RACHEL@Contoso.Example", isDryRun: false);

        Assert.Equal(ImportOutcome.AlreadyThere, answer.Outcome);
        var after = await RachelAsync();
        Assert.Equal((before.Version, before.PasswordHash, before.DisplayName, before.Methods.Count, 0, 0), (after.Version, after.PasswordHash, after.DisplayName, after.Methods.Count, after.Roles.Length, after.Suggested.Length));
    }

    [Fact]
    public async Task Adds_an_account_once_however_often_it_is_repeated()
    {
        Assert.Equal(ImportOutcome.WouldBeAdded, (await ImportAsync("new@contoso.example", isDryRun: true)).Outcome);
        Assert.Equal(2, await CountAsync());

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => ImportAsync("new@contoso.example", isDryRun: false))));

        Assert.Single(answers, answer => answer.Outcome == ImportOutcome.Added);
        Assert.Equal(3, await CountAsync());
    }

    [Fact]
    public async Task Contacts_that_it_brings_count_for_nothing_before_their_code_was_entered()
    {
        _ = await ImportAsync("new@contoso.example", isDryRun: false);

        var overview = await _portal.OverviewAsync(await _portal.GivePasswordAsync("new@contoso.example"));

        Assert.True(overview.MustRegister);
        Assert.Empty(overview.Methods);
        Assert.Equal([NewMail], overview.Suggested);
    }

    private Task<ImportAnswer> ImportAsync(string name, bool isDryRun) => _portal.Service.ImportAsync(
        new(), new(new(name, "Somebody Else", "de", "DE", [Role.Administrator]), Portal.Password, [NewMail]), isDryRun, Cancel);

    private Task<SecurityProfile> RachelAsync() => _portal.ReadAsync(context => context.Profiles.AsNoTracking().SingleAsync(profile => profile.NameKey == Rachel, Cancel));

    private Task<int> CountAsync() => _portal.ReadAsync(context => context.Profiles.CountAsync(Cancel));
}
