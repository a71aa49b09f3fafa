using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using SecurityPortal.Domain;
using SecurityPortal.Service;
using SecurityPortal.Storage;
using SecurityPortal.Tests.Support;
using static SecurityPortal.Tests.Support.Desk;
using static SecurityPortal.Tests.Support.People;

namespace SecurityPortal.Tests.Service;

/// <summary>R-HELP-5, R-FORM-3: cases of accounts and requests of applicants in one list, the oldest open ones first.</summary>
public sealed class CaseListTests : IAsyncLifetime
{
    private static readonly Visitor s_applicant = From("198.51.100.4") with { BrowserId = "abroad" };

    private Portal _portal = null!;
    private Owner _helper = null!;
    private AccountId _rachel;

    public async ValueTask InitializeAsync()
    {
        _portal = await Portal.OpenAsync(Unlimited.Settings);
        await _portal.SeedDeskAsync();
        _rachel = await _portal.AccountAsync(Rachel);
        _helper = await _portal.ActAsAsync(Helper);
    }

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task Both_kinds_are_in_it_the_oldest_first()
    {
        await OpenAsync("AAAA2222", 2.Hours);
        var request = await AskAsync(Rachel);
        await OpenAsync("BBBB2222", 3.Hours);

        var page = await ListAsync(new());

        Assert.Equal(["BBBB2222", "AAAA2222", request], page.Cases.Select(known => known.Number));
        Assert.Equal([CaseKind.LostDevice, CaseKind.LostDevice, CaseKind.RecoveryAsked], page.Cases.Select(known => known.Kind));
        Assert.All(page.Cases, known => Assert.Equal(("Rachel Hart", CaseState.New, null), (known.Name, known.State, known.AssignedTo)));
        Assert.Equal(3, (await _portal.Service.OpenCasesAsync(_helper, Cancel)).Count);
    }

    [Fact]
    public async Task Nobody_sees_a_request_whose_address_was_not_proved()
    {
        Assert.Null(await _portal.Service.AskForRecoveryAsync(s_applicant, Rachel, "somebody@holiday.example", "en", Cancel));

        Assert.Empty((await ListAsync(new(CaseShow.All))).Cases);
        var number = await _portal.ReadAsync(context => Task.FromResult(context.RecoveryRequests.Single().Number));
        Assert.Equal(new Refusal.NoSuchCase(), (await _portal.Service.CaseAsync(_helper, number, Cancel)).Refusal);
        Assert.Equal(new Refusal.NoSuchCase(), await _portal.Service.TakeUpRecoveryAsync(_helper, number, Cancel));
    }

    [Fact]
    public async Task Mine_are_the_open_ones_that_I_have()
    {
        await OpenAsync("AAAA2222", 3.Hours);
        await OpenAsync("BBBB2222", 2.Hours);
        await OpenAsync("CCCC2222", 1.Hours);
        var request = await AskAsync(Rachel);
        Assert.Null(await _portal.Service.TakeCaseAsync(_helper, "AAAA2222", from: null, Cancel));
        Assert.Null(await _portal.Service.TakeCaseAsync(_helper, "BBBB2222", from: null, Cancel));
        Assert.Null(await _portal.Service.TakeUpRecoveryAsync(_helper, request, Cancel));
        Assert.Null(await _portal.Service.CloseCaseAsync(_helper, "BBBB2222", "over", Cancel));

        var mine = (await ListAsync(new(CaseShow.Mine))).Cases;

        Assert.Equal([("AAAA2222", "Henry Poole"), (request, "Henry Poole")], mine.Select(known => (known.Number, known.AssignedTo)));
        Assert.Empty((await _portal.Service.CasesAsync(await _portal.SignInAsStaffAsync(SecondHelper), new(CaseShow.Mine), null, Cancel)).Cases);
        Assert.Equal(3, (await _portal.Service.OpenCasesAsync(_helper, Cancel)).Count);
    }

    [Fact]
    public async Task All_shows_what_is_done_after_what_is_open_and_the_newest_of_it_first()
    {
        await OpenAsync("AAAA2222", 3.Hours);
        await OpenAsync("BBBB2222", 2.Hours);
        await OpenAsync("CCCC2222", 1.Hours);
        var request = await AskAsync("nobody@contoso.example");
        Assert.Null(await _portal.Service.DeclineRecoveryAsync(_helper, request, "no", Cancel));
        Assert.Null(await _portal.Service.CloseCaseAsync(_helper, "AAAA2222", "over", Cancel));
        Assert.Null(await _portal.Service.CloseCaseAsync(_helper, "CCCC2222", "over", Cancel));

        var all = (await ListAsync(new(CaseShow.All))).Cases;

        Assert.Equal(
            [("BBBB2222", CaseState.New), (request, CaseState.Declined), ("CCCC2222", CaseState.Closed), ("AAAA2222", CaseState.Closed)],
            all.Select(known => (known.Number, known.State)));
        Assert.Equal(["BBBB2222"], (await ListAsync(new())).Cases.Select(known => known.Number));
    }

    [Fact]
    public async Task Of_one_kind_only_that_one()
    {
        await OpenAsync("AAAA2222", 3.Hours);
        await OpenAsync("BBBB2222", 2.Hours, CaseKind.ActivityDisputed);
        var request = await AskAsync(Rachel);

        Assert.Equal(["BBBB2222"], (await ListAsync(new(Kind: CaseKind.ActivityDisputed))).Cases.Select(known => known.Number));
        Assert.Equal([request], (await ListAsync(new(Kind: CaseKind.RecoveryAsked))).Cases.Select(known => known.Number));
        Assert.Empty((await ListAsync(new(Kind: CaseKind.AddressDisowned))).Cases);
    }

    /// <summary>Page by page each is there once, those of one instant too, and whatever is closed meanwhile.</summary>
    [Fact]
    public async Task Page_by_page_each_is_there_once()
    {
        for (var i = 0; i < 120; i++)
            await OpenAsync($"A{i:000}2222", (i / 3).Minutes);
        foreach (var i in Enumerable.Range(0, 60))
            Assert.Null(await _portal.Service.CloseCaseAsync(_helper, $"A{i:000}2222", "over", Cancel));

        List<string> seen = [];
        for (CaseKey? after = null; seen.Count == 0 || after is not null;)
        {
            var page = await _portal.Service.CasesAsync(_helper, new(CaseShow.All), after, Cancel);
            Assert.InRange(page.Cases.Length, 1, 50);
            seen.AddRange(page.Cases.Select(known => known.Number));
            after = CaseKey.Read(page.Next?.Text);
            Assert.Equal(page.Next, after);
        }

        Assert.Equal((120, 120), (seen.Count, seen.Distinct().Count()));
        Assert.Equal("A1172222", seen[0]);
    }

    [Theory]
    [InlineData("rachel@post.example", "ra•••••@•••••")]
    [InlineData("+447700900123", "•••••••23")]
    [InlineData("7", "••••••••7")]
    [InlineData("rachle@contoso.example", "rachle@contoso.example")]
    [InlineData("rachle", "rachle")]
    public async Task What_an_applicant_typed_for_a_name_is_masked_where_it_may_be_an_address(string typed, string shown)
    {
        var number = await AskAsync(typed);

        Assert.Equal(shown, Assert.Single((await ListAsync(new())).Cases).Name);
        var seen = (await _portal.Service.CaseAsync(_helper, number, Cancel)).Case!;
        Assert.Equal((shown, null, null), (seen.Typed, seen.Account, seen.WhyNotWork));
        Assert.IsType<Refusal.RecoveryClosed>(seen.WhyNotApprove);
    }

    /// <summary>R-HELP-1, R-FORM-3: staff see neither a code nor a whole address, and of the approvals who gave them by which call.</summary>
    [Fact]
    public async Task A_request_is_seen_masked_with_all_that_happened()
    {
        var number = await AskAsync(Rachel);
        Assert.Null(await _portal.Service.TakeUpRecoveryAsync(_helper, number, Cancel));
        Assert.Null(await _portal.Service.AskForMoreAsync(_helper, number, "Which office?", Cancel));
        Assert.Null(await _portal.Service.AnswerRecoveryAsync(s_applicant, number, "Leeds", Cancel));
        Assert.Null(await _portal.ApproveAsync(_helper, number, "called 14:02"));
        var first = (await _portal.Service.CaseAsync(_helper, number, Cancel)).Case!;
        Assert.Equal((CaseState.ApprovedByOne, new Refusal.NotByYou()), (first.State, first.WhyNotApprove));
        var lead = await _portal.SignInAsStaffAsync(Lead);
        Assert.Null((await _portal.Service.CaseAsync(lead, number, Cancel)).Case!.WhyNotApprove);
        Assert.Null(await _portal.ApproveAsync(lead, number, "called 15:40"));

        var seen = (await _portal.Service.CaseAsync(_helper, number, Cancel)).Case!;

        Assert.Equal((CaseState.Approved, "so•••••@•••••", _portal.Now + 7.Days), (seen.State, seen.Request!.Contact, seen.Request.WaitEndsAt!.Value));
        Assert.Equal(
            [
                (CaseHappening.Opened, null, ""), (CaseHappening.Taken, "Henry Poole", ""), (CaseHappening.MoreAsked, "Henry Poole", "Which office?"), (CaseHappening.Answered, null, "Leeds"),
                (CaseHappening.ApprovedByOne, "Henry Poole", "called 14:02"), (CaseHappening.Approved, "Lena Marsh", "called 15:40"),
            ],
            seen.Entries.Select(entry => (entry.What, entry.By, entry.Words)));
        var text = JsonSerializer.Serialize(seen);
        Assert.All(["somebody@holiday.example", RachelsMail.Value, RachelsPhone.Value, .. _portal.Messages.All.Select(message => message.Code).OfType<string>()], secret => Assert.DoesNotContain(secret, text, StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain("called", JsonSerializer.Serialize(await _portal.Service.RecoveryAsync(s_applicant, number, Cancel)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_account_shows_its_cases_of_both_kinds()
    {
        await OpenAsync("AAAA2222", 2.Hours);
        var request = await AskAsync(Rachel);

        var cases = (await _portal.Service.AccountForStaffAsync(_helper, _rachel, Cancel)).Account!.Cases;

        Assert.Equal([(request, CaseKind.RecoveryAsked, CaseState.New), ("AAAA2222", CaseKind.LostDevice, CaseState.New)], cases.Select(known => (known.Number, known.Kind, known.State)));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("x1-AAAA2222")]
    [InlineData("o-1-AAAA2222")]
    [InlineData("o99999999999999999999-AAAA2222")]
    [InlineData("o9999999999999999999-AAAA2222")]
    [InlineData("o1-AAAA")]
    public void What_is_no_place_in_the_list_is_none(string? text) => Assert.Null(CaseKey.Read(text));

    private Task<ListedCases> ListAsync(CaseFilter filter) => _portal.Service.CasesAsync(_helper, filter, null, Cancel);

    /// <summary>A case of Rachel's that was opened so long ago.</summary>
    private Task OpenAsync(string number, TimeSpan ago, CaseKind kind = CaseKind.LostDevice) => _portal.Services.GetRequiredService<WriteQueue>().RunAsync(
        context => context.Cases.Add(new() { Id = Guid.CreateVersion7(_portal.Now - ago), Number = number, Kind = kind, Account = _rachel, OpenedAt = _portal.Now - ago, Source = "192.0.2.1" }),
        Cancel);

    /// <summary>A request whose contact was proved; answers its number.</summary>
    private async Task<string> AskAsync(string name)
    {
        const string Contact = "somebody@holiday.example";
        Assert.Null(await _portal.Service.AskForRecoveryAsync(s_applicant, name, Contact, "en", Cancel));
        await _portal.SendMailAsync();
        var code = _portal.Messages.To(Contact).Last(message => message.Code is not null).Code!;
        return (await _portal.Service.ProveContactAsync(s_applicant, number: null, code, Cancel)).Number!;
    }
}
