using SecurityPortal.Domain;
using SecurityPortal.Domain.Audit;
using SecurityPortal.Service;
using SecurityPortal.Tests.Support;
using static SecurityPortal.Tests.Support.Desk;
using static SecurityPortal.Tests.Support.People;

namespace SecurityPortal.Tests.Service;

/// <summary>R-HELP-1: one box for all by which a caller can be found, and nothing of what was typed is completed.</summary>
public sealed class FindingTests : IAsyncLifetime
{
    private Portal _portal = null!;
    private Owner _helper = null!;

    public async ValueTask InitializeAsync()
    {
        _portal = await Portal.OpenAsync();
        await _portal.SeedDeskAsync();
        _helper = await _portal.SignInAsStaffAsync();
    }

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Theory]
    [InlineData("rachel@contoso.example")]
    [InlineData("  RACHEL@contoso.example ")]
    [InlineData("rachel")]
    [InlineData("Rachel Hart")]
    public async Task By_a_name_or_its_beginning(string typed) =>
        Assert.Contains((await FindAsync(typed)).Accounts, account => account.Name == Rachel && account.By == FoundBy.Name);

    [Theory]
    [InlineData("hart")]
    [InlineData("CHEL HA")]
    [InlineData("chel@cont")]
    public async Task By_a_part(string typed)
    {
        Assert.Empty((await FindAsync(typed)).Accounts);

        Assert.Contains((await _portal.Service.FindByPartAsync(_helper, typed, Cancel)).Accounts, account => account.Name == Rachel);
    }

    [Fact]
    public async Task What_begins_so_comes_before_what_only_holds_it()
    {
        var found = (await FindAsync("rach")).Accounts;

        Assert.Equal(["rachael@contoso.example", Rachel], found.Take(2).Select(account => account.Name));
    }

    [Theory]
    [InlineData("+44 7700 900123")]
    [InlineData("+447700900123")]
    [InlineData("rachel@mail.example")]
    public async Task By_a_whole_number_or_address(string typed)
    {
        var found = Assert.Single((await FindAsync(typed)).Accounts);

        Assert.Equal((Rachel, FoundBy.Contact), (found.Name, found.By));
    }

    [Theory]
    [InlineData("+44 7700 90012")]
    [InlineData("achel@mail.example")]
    [InlineData("rachel@mail")]
    [InlineData("7700900123 OR 1=1")]
    [InlineData("\" OR \"")]
    [InlineData("%")]
    [InlineData("*")]
    [InlineData("\u0007")]
    [InlineData("\uD800")]
    [InlineData("")]
    public async Task A_part_of_one_or_what_is_none_finds_nobody(string typed)
    {
        var found = await FindAsync(typed);

        Assert.Null(found.Refusal);
        Assert.Empty(found.Accounts);
        Assert.Empty((await _portal.Service.FindByPartAsync(_helper, typed, Cancel)).Accounts);
    }

    [Fact]
    public async Task What_looks_like_an_address_may_be_a_part_of_a_name_too()
    {
        var found = await FindAsync("chel@contoso.example");

        Assert.True(found is { Accounts.IsEmpty: true, HasParts: true });
        Assert.Contains((await _portal.Service.FindByPartAsync(_helper, "chel@contoso.example", Cancel)).Accounts, account => account.Name == Rachel);
    }

    [Fact]
    public async Task A_search_for_a_whole_contact_is_audited_with_nothing_of_it_whole()
    {
        _ = await FindAsync(RachelsMail.Value);
        _ = await FindAsync("rachel");

        var record = Assert.Single(await _portal.ReadAsync(context => Task.FromResult(context.Audit.ToList())));
        Assert.Equal((AuditAction.ContactSought, _helper.Account, Role.HelpDesk, RachelsMail.Masked), (record.Action, record.By!.Value, record.Role!.Value, record.TargetName));
    }

    [Fact]
    public async Task By_a_request_of_theirs()
    {
        var visitor = From("192.0.2.7") with { RequestId = "0HN7:00000042" };
        _ = await _portal.Service.SignInAsync(visitor, Rachel, "wrong", Cancel);

        var found = Assert.Single((await FindAsync("0HN7:00000042")).Accounts);

        Assert.Equal((Rachel, FoundBy.Request), (found.Name, found.By));
    }

    [Fact]
    public async Task Twenty_whole_contacts_an_hour_and_names_without_end()
    {
        for (var i = 0; i < 20; i++)
            Assert.Null((await FindAsync($"nobody{i}@elsewhere.example")).Refusal);

        Assert.Equal(new Refusal.TooManySearches(20, _portal.Now + 1.Hours), (await FindAsync("nobody@elsewhere.example")).Refusal);
        Assert.NotEmpty((await FindAsync("rachel")).Accounts);
        _portal.Clock.Advance(5.Minutes);
        Assert.IsType<Refusal.TooManySearches>((await FindAsync(RachelsMail.Value)).Refusal);
    }

    [Fact]
    public async Task Nobody_but_staff_finds_anybody()
    {
        var rachel = await _portal.SignInAsync();

        Assert.Equal(new Refusal.NotStaff(), (await _portal.Service.FindAccountsAsync(rachel, "rachel", Cancel)).Refusal);
        Assert.Equal(new Refusal.NotStaff(), (await _portal.Service.AccountForStaffAsync(rachel, rachel.Account, Cancel)).Refusal);
        var limited = await _portal.GivePasswordAsync(Helper);
        Assert.Equal(new Refusal.NotFullySignedIn(), (await _portal.Service.FindAccountsAsync(limited, "rachel", Cancel)).Refusal);
    }

    private Task<FoundAccounts> FindAsync(string typed) => _portal.Service.FindAccountsAsync(_helper, typed, Cancel);
}
