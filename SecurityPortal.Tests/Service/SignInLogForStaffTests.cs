using SecurityPortal.Domain;
using SecurityPortal.Domain.Audit;
using SecurityPortal.Service;
using SecurityPortal.Storage;
using SecurityPortal.Tests.Support;
using static SecurityPortal.Tests.Support.Desk;
using static SecurityPortal.Tests.Support.People;

namespace SecurityPortal.Tests.Service;

/// <summary>R-HELP-9: the sign-in log, by any filter, page by page, counted and exported.</summary>
public sealed class SignInLogForStaffTests : IAsyncLifetime
{
    private Portal _portal = null!;
    private Owner _helper = null!;

    public async ValueTask InitializeAsync()
    {
        _portal = await Portal.OpenAsync();
        await _portal.SeedDeskAsync();
        await TryAsync("192.0.2.7", Rachel, "wrong");
        await TryAsync("192.0.2.99", Rachel, Portal.Password);
        await TryAsync("198.51.100.4", "rachle@contoso.example", "wrong");
        _portal.Clock.Advance(2.Days);
        await TryAsync("2001:db8:1::/64", Rachael, "wrong");
        _helper = await _portal.SignInAsStaffAsync();
    }

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task All_of_it_newest_first()
    {
        var page = await PageAsync(SignInFilter.All);

        Assert.Equal(page.SignIns.Select(tried => tried.Id).OrderDescending(), page.SignIns.Select(tried => tried.Id));
        Assert.Equal([SignInCause.SignedIn, SignInCause.PasswordRight, SignInCause.WrongPassword, SignInCause.UnknownAccount, SignInCause.PasswordRight, SignInCause.WrongPassword], page.SignIns.Select(tried => tried.Cause));
        Assert.Equal(MethodKind.AuthenticatorApp, page.SignIns[0].Kind);
        Assert.Null(page.Older);
    }

    [Theory]
    [InlineData("name=RACHEL%40contoso.example", 2)]
    [InlineData("name=rachle%40contoso.example", 1)]
    [InlineData("name=nobody", 0)]
    [InlineData("source=192.0.2.7", 1)]
    [InlineData("source=192.0.2.0/24", 4)]
    [InlineData("source=192.0.0.0/16", 4)]
    [InlineData("source=192.0.20.0/24", 0)]
    [InlineData("source=2001:db8:1:0::/64", 1)]
    [InlineData("source=2001:db8::/32", 1)]
    [InlineData("source=2001:db8:1::/48", 1)]
    [InlineData("source=2001:db8:10::/48", 0)]
    [InlineData("result=Failed", 3)]
    [InlineData("result=GotOn", 2)]
    [InlineData("result=Failed&cause=SignedIn", 0)]
    [InlineData("cause=UnknownAccount", 1)]
    [InlineData("group=User", 3)]
    [InlineData("method=AuthenticatorApp", 1)]
    [InlineData("method=Passkey", 0)]
    [InlineData("request=request-1", 4)]
    [InlineData("days=1", 3)]
    [InlineData("days=7", 6)]
    [InlineData("until=2026-11-24T00:00:00Z", 3)]
    [InlineData("from=2026-11-24T00:00:00Z", 3)]
    [InlineData("from=2026-11-23T12:00:00Z&until=2026-11-23T12:00:01Z&source=192.0.2.7", 1)]
    public async Task By_each_filter(string query, int expected)
    {
        var filter = SignInFilter.Read(query)!;

        var page = await PageAsync(filter);

        Assert.Null(page.Refusal);
        Assert.Equal(expected, page.SignIns.Length);
        Assert.Equal(filter, SignInFilter.Read(filter.Query));
        Assert.Equal(expected, (await _portal.Service.CountSignInsAsync(_helper, filter, Cancel)).All);
        Assert.Equal(page.SignIns.Select(tried => tried.Id), (await ExportAsync(filter)).Select(tried => tried.Id));
    }

    [Theory]
    [InlineData("name=rachel%40mail.example")]
    [InlineData("name=nobody%40elsewhere.example")]
    [InlineData("name=%2B447700900123")]
    [InlineData("name=07700%20900123")]
    public async Task Never_by_somebodys_number_or_address(string query)
    {
        Assert.Equal(new Refusal.NotAnAccountName(), (await PageAsync(SignInFilter.Read(query)!)).Refusal);
        Assert.Equal(new Refusal.NotAnAccountName(), await _portal.Service.SaveFilterAsync(_helper, "x", SignInFilter.Read(query)!, Cancel));
    }

    [Theory]
    [InlineData("cause=Wrong")]
    [InlineData("cause=1")]
    [InlineData("days=2")]
    [InlineData("from=yesterday")]
    [InlineData("nmae=rachel")]
    [InlineData("name=a&name=b")]
    public void What_no_filter_says_is_none(string query) => Assert.Null(SignInFilter.Read(query));

    [Theory]
    [InlineData("somewhere")]
    [InlineData("192.0.2.0/23")]
    [InlineData("192.0.2.0/")]
    [InlineData("2001:db8::/40")]
    [InlineData("%")]
    public async Task What_is_no_network_is_refused(string source) =>
        Assert.Equal(new Refusal.NotASource(), (await PageAsync(new() { Source = source })).Refusal);

    [Fact]
    public async Task Page_by_page_none_twice_and_none_left_out()
    {
        await FillAsync(350, rare: 70_000);
        List<long> seen = [];
        for (long? before = null; ;)
        {
            var page = await _portal.Service.SignInsForStaffAsync(_helper, SignInFilter.All, before, Cancel);
            seen.AddRange(page.SignIns.Select(tried => tried.Id));
            before = page.Older;
            if (before is null)
                break;
        }

        Assert.Equal(356, seen.Count);
        Assert.Equal(seen.Distinct().OrderDescending(), seen);
    }

    [Fact]
    public async Task What_is_rare_is_found_far_back()
    {
        // Keys that far apart are as many windows, though nothing is in them.
        await FillAsync(10, rare: 4_000_000);

        var near = await PageAsync(new() { Cause = SignInCause.UnknownAccount });
        var far = await _portal.Service.SignInsForStaffAsync(_helper, new() { Cause = SignInCause.UnknownAccount }, near.Older, Cancel);

        Assert.True(near is { IsCutShort: true, SignIns.IsEmpty: true });
        Assert.Equal(SignInCause.UnknownAccount, Assert.Single(far.SignIns).Cause);
        Assert.Single(await ExportAsync(new() { Cause = SignInCause.UnknownAccount }));
    }

    [Fact]
    public async Task Counted_by_hour_cause_method_and_country()
    {
        var counts = await _portal.Service.CountSignInsAsync(_helper, SignInFilter.All, Cancel);

        Assert.Equal(6, counts.All);
        Assert.Equal([(Portal.Noon, SignInResult.GotOn, 1), (Portal.Noon, SignInResult.Failed, 2)], counts.Hours.Where(hour => hour.Hour == Portal.Noon).Order());
        Assert.Equal((MethodKind.AuthenticatorApp, 1), Assert.Single(counts.Kinds));
        Assert.Equal(2, counts.Causes.Single(cause => cause.Cause == SignInCause.WrongPassword).Count);
        Assert.Empty(counts.Countries);
    }

    [Fact]
    public async Task One_with_its_account_and_its_method_masked()
    {
        var tried = (await PageAsync(new() { Name = Rachel, Result = SignInResult.Failed })).SignIns.Single();

        var detail = await _portal.Service.SignInForStaffAsync(_helper, tried.Id, Cancel);

        Assert.Equal(("Rachel Hart", "192.0.2.7"), (detail.AccountName, detail.SignIn!.Source));
        Assert.Equal(new Refusal.NoSuchSignIn(), (await _portal.Service.SignInForStaffAsync(_helper, 4711, Cancel)).Refusal);
    }

    [Fact]
    public async Task Who_took_what_is_in_the_audit_log_before_the_first_row()
    {
        var export = await _portal.Service.ExportSignInsAsync(_helper, new() { Name = Rachel }, Cancel);

        var record = Assert.Single(await _portal.AuditAsync());
        Assert.Equal((AuditAction.SignInsExported, Helper, Rachel), (record.Action, record.ByName, record.TargetName));
        Assert.Equal(("name=rachel%40contoso.example", "2"), (record.Facts[AuditFact.Filter], record.Facts[AuditFact.Rows]));
        Assert.Null(export.Refusal);
    }

    [Fact]
    public async Task An_ended_session_takes_nothing_more()
    {
        await FillAsync(2_500, rare: 10);
        var export = await _portal.Service.ExportSignInsAsync(_helper, SignInFilter.All, Cancel);
        List<SignInBatch> batches = [];
        await foreach (var batch in export.Batches)
        {
            batches.Add(batch);
            await _portal.Service.SignOutAsync(_helper, Cancel);
        }

        Assert.Equal([1_000, 0], batches.Select(batch => batch.SignIns.Count));
        Assert.NotNull(batches[1].Refusal);
    }

    [Fact]
    public async Task Filters_are_kept_under_a_name_for_oneself_and_twenty_of_them()
    {
        for (var number = 1; number <= 20; number++)
            Assert.Null(await _portal.Service.SaveFilterAsync(_helper, $"Filter {number:00}", new() { Days = 7 }, Cancel));

        Assert.Equal(new Refusal.TooManyFilters(20), await _portal.Service.SaveFilterAsync(_helper, "one more", new() { Days = 7 }, Cancel));
        Assert.Null(await _portal.Service.SaveFilterAsync(_helper, " Filter 01 ", new() { Days = 1 }, Cancel));
        Assert.IsType<Refusal.NoFilterName>(await _portal.Service.SaveFilterAsync(_helper, " ", new() { Days = 1 }, Cancel));

        var saved = (await _portal.Service.SavedFiltersAsync(_helper, Cancel)).Filters;
        Assert.Equal((20, "Filter 01", 1), (saved.Length, saved[0].Name, saved[0].Filter.Days));
        Assert.Null(await _portal.Service.ForgetFilterAsync(_helper, saved[0].Id, Cancel));
        Assert.Equal(19, (await _portal.Service.SavedFiltersAsync(_helper, Cancel)).Filters.Length);
    }

    private Task<LoggedSignIns> PageAsync(SignInFilter filter) => _portal.Service.SignInsForStaffAsync(_helper, filter, null, Cancel);

    private async Task<List<LoggedSignIn>> ExportAsync(SignInFilter filter)
    {
        List<LoggedSignIn> rows = [];
        await foreach (var batch in (await _portal.Service.ExportSignInsAsync(_helper, filter, Cancel)).Batches)
            rows.AddRange(batch.SignIns);
        return rows;
    }

    private async Task TryAsync(string source, string name, string password) =>
        _ = await _portal.Service.SignInAsync(From(source) with { RequestId = "request-1" }, name, password, Cancel);

    /// <param name="rare">How far apart the keys are of what was there and of the many.</param>
    private async Task FillAsync(int many, long rare)
    {
        var writes = (WriteQueue)_portal.Services.GetService(typeof(WriteQueue))!;
        _ = await writes.RunAsync(
            context =>
            {
                context.SignIns.AddRange(Enumerable.Range(0, many).Select(number => new SignInEvent
                {
                    Id = 100 + (number * rare / 10),
                    At = _portal.Now,
                    NameKey = "somebody",
                    Source = "203.0.113.1",
                    Browser = "",
                    Cause = SignInCause.WrongPassword,
                    RequestId = $"{number}",
                }));
                return true;
            },
            Cancel);
    }
}
