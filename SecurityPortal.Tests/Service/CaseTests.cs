using System.Text.Json;
using SecurityPortal.Domain;
using SecurityPortal.Domain.Staff;
using SecurityPortal.Service;
using SecurityPortal.Tests.Support;
using static SecurityPortal.Tests.Support.Desk;
using static SecurityPortal.Tests.Support.People;

namespace SecurityPortal.Tests.Service;

/// <summary>R-HELP-5, R-HELP-10: what people are to look into is taken by one of them, noted on by all, and closed with a reason.</summary>
public sealed class CaseTests : IAsyncLifetime
{
    private Portal _portal = null!;
    private Owner _helper = null!;
    private string _number = "";

    public async ValueTask InitializeAsync()
    {
        _portal = await Portal.OpenAsync(Unlimited.Settings);
        await _portal.SeedDeskAsync();
        _number = await ReportLostAsync(Rachel);
        _helper = await _portal.ActAsAsync(Helper);
    }

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task Is_taken_noted_on_and_closed()
    {
        Assert.Equal(CaseState.New, (await SeeAsync()).State);

        Assert.Null(await TakeAsync(_helper));
        Assert.True(await SeeAsync() is { State: CaseState.InWork, AssignedTo: { Name: "Henry Poole", IsReader: true } });
        Assert.Null(await _portal.Service.NoteOnCaseAsync(_helper, _number, " She has a new phone.\nSame number. ", Cancel));
        Assert.Null(await _portal.Service.CloseCaseAsync(_helper, _number.ToLowerInvariant(), "She added it again.", Cancel));

        var seen = await SeeAsync();
        Assert.Equal(CaseState.Closed, seen.State);
        Assert.Equal(
            [(CaseHappening.Opened, null, ""), (CaseHappening.Taken, "Henry Poole", ""), (CaseHappening.Noted, "Henry Poole", "She has a new phone.\nSame number."), (CaseHappening.Closed, "Henry Poole", "She added it again.")],
            seen.Entries.Select(entry => (entry.What, entry.By, entry.Words)));
    }

    /// <summary>R-HELP-1.</summary>
    [Fact]
    public async Task What_is_seen_of_it_is_masked()
    {
        var seen = JsonSerializer.Serialize(await SeeAsync());

        Assert.Equal(RachelsPhone.Masked, JsonSerializer.Deserialize<JsonElement>(seen).GetProperty("Method").GetProperty("Shown").GetString());
        Assert.DoesNotContain(RachelsMail.Value, seen, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(RachelsPhone.Value, seen, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_two_who_take_it_at_once_one_has_it_and_the_other_is_told_who()
    {
        var hanna = await _portal.ActAsAsync(SecondHelper);

        var answers = await Task.WhenAll(TakeAsync(_helper), TakeAsync(hanna));

        var told = Assert.IsType<Refusal.CaseTaken>(Assert.Single(answers, answer => answer is not null));
        Assert.Equal(answers[0] is null ? "Henry Poole" : "Hanna Reed", told.By);
        Assert.Single((await SeeAsync()).Entries, entry => entry.What == CaseHappening.Taken);
    }

    [Fact]
    public async Task Is_taken_over_only_by_whoever_has_seen_who_has_it()
    {
        Assert.Null(await TakeAsync(_helper));
        var hanna = await _portal.ActAsAsync(SecondHelper);

        Assert.Equal(new Refusal.CaseTaken("Henry Poole"), await TakeAsync(_helper, _helper.Account));
        Assert.Equal(new Refusal.CaseTaken("Henry Poole"), await TakeAsync(hanna));
        Assert.Null(await TakeAsync(hanna, _helper.Account));
        Assert.Equal("Hanna Reed", (await SeeAsync()).AssignedTo!.Name);
    }

    [Fact]
    public async Task Nothing_is_done_to_one_that_is_closed()
    {
        Assert.Null(await _portal.Service.CloseCaseAsync(_helper, _number, "It was found.", Cancel));

        Assert.Equal(new Refusal.CaseClosed(), await TakeAsync(_helper));
        Assert.Equal(new Refusal.CaseClosed(), await _portal.Service.NoteOnCaseAsync(_helper, _number, "and yet", Cancel));
        Assert.Equal(new Refusal.CaseClosed(), await _portal.Service.CloseCaseAsync(_helper, _number, "again", Cancel));
        Assert.Equal(2, (await SeeAsync()).Entries.Length);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \n ")]
    [InlineData("a\u0007bell")]
    [InlineData("a\ttab")]
    public async Task Words_that_say_nothing_or_cannot_be_shown_are_none(string words)
    {
        Assert.Equal(new Refusal.NotWrittenDown(OrderField.Words, 2_000), await _portal.Service.NoteOnCaseAsync(_helper, _number, words, Cancel));
        Assert.Equal(new Refusal.NotWrittenDown(OrderField.Words, 2_000), await _portal.Service.CloseCaseAsync(_helper, _number, words, Cancel));
        Assert.Equal(CaseState.New, (await SeeAsync()).State);
    }

    [Fact]
    public async Task Two_thousand_letters_are_taken_and_not_one_more()
    {
        Assert.IsType<Refusal.NotWrittenDown>(await _portal.Service.NoteOnCaseAsync(_helper, _number, new('x', 2_001), Cancel));
        Assert.Null(await _portal.Service.NoteOnCaseAsync(_helper, _number, new('x', 2_000), Cancel));
    }

    [Fact]
    public async Task Takes_a_proof_of_the_last_five_minutes()
    {
        _portal.Clock.Advance(5.Minutes);

        Assert.Equal(new Refusal.ProofNeeded(), await TakeAsync(_helper));
        await _portal.ProveAsStaffAsync(_helper);
        Assert.Null(await TakeAsync(_helper));
    }

    /// <summary>R-HELP-4, R-HELP-7.</summary>
    [Theory]
    [InlineData(Helper, null)]
    [InlineData(Lead, null)]
    [InlineData(Inspector, nameof(Refusal.NoRight))]
    [InlineData(Admin, nameof(Refusal.NoRight))]
    public async Task Helpers_and_leads_work_on_it_and_all_staff_read_it(string name, string? refused)
    {
        var staff = name == Helper ? _helper : await _portal.ActAsAsync(name);

        var seen = (await _portal.Service.CaseAsync(staff, _number, Cancel)).Case!;

        Assert.Equal(refused, seen.WhyNotWork?.GetType().Name);
        Assert.Equal(refused, (await _portal.Service.NoteOnCaseAsync(staff, _number, "words", Cancel))?.GetType().Name);
        Assert.Equal(refused, (await TakeAsync(staff))?.GetType().Name);
        Assert.Equal(refused, (await _portal.Service.CloseCaseAsync(staff, _number, "words", Cancel))?.GetType().Name);
    }

    [Fact]
    public async Task A_user_neither_reads_nor_works_on_any()
    {
        var rachel = await _portal.SignInAsync();

        Assert.Equal(new Refusal.NotStaff(), (await _portal.Service.CaseAsync(rachel, _number, Cancel)).Refusal);
        Assert.Equal(new Refusal.NotStaff(), (await _portal.Service.CasesAsync(rachel, new(), null, Cancel)).Refusal);
        Assert.Equal(new Refusal.NotStaff(), await TakeAsync(rachel));
    }

    [Fact]
    public async Task One_of_staff_is_for_a_lead_and_never_for_oneself()
    {
        _number = await ReportLostAsync(Lead, app: true);
        var (lead, other) = (await _portal.ActAsAsync(Lead), await _portal.ActAsAsync(HelpersOther));

        Assert.Equal(new Refusal.NoRight(), await TakeAsync(_helper));
        Assert.Equal(new Refusal.NotOnYourself(), await TakeAsync(lead));
        Assert.Equal(new Refusal.NotOnYourself(), (await _portal.Service.CaseAsync(lead, _number, Cancel)).Case!.WhyNotWork);
        Assert.Null(await TakeAsync(other));
    }

    [Fact]
    public async Task Nor_is_one_of_another_account_of_theirs()
    {
        _number = await ReportLostAsync(HelpersOwn, new(MethodKind.Email, "helper@mail.example"));

        Assert.Equal(new Refusal.NotOnYourself(), await _portal.Service.CloseCaseAsync(_helper, _number, "nothing to see", Cancel));
        Assert.Equal(new Refusal.NotOnYourself(), (await SeeAsync()).WhyNotWork);
        Assert.Null(await _portal.Service.CloseCaseAsync(await _portal.ActAsAsync(SecondHelper), _number, "He has it back.", Cancel));
    }

    [Fact]
    public async Task A_number_that_no_case_has_is_told_so()
    {
        Assert.Equal(new Refusal.NoSuchCase(), (await _portal.Service.CaseAsync(_helper, "ZZZZ2222", Cancel)).Refusal);
        Assert.Equal(new Refusal.NoSuchCase(), await _portal.Service.TakeCaseAsync(_helper, "ZZZZ2222", from: null, Cancel));
        Assert.Equal(new Refusal.NoSuchCase(), await _portal.Service.TakeUpRecoveryAsync(_helper, _number, Cancel));
    }

    private Task<Refusal?> TakeAsync(Owner staff, AccountId? from = null) => _portal.Service.TakeCaseAsync(staff, _number, from, Cancel);

    private async Task<CaseView> SeeAsync() => (await _portal.Service.CaseAsync(_helper, _number, Cancel)).Case!;

    /// <summary>Opens a case by itself; answers its number.</summary>
    private async Task<string> ReportLostAsync(string name, Contact? mail = null, bool app = false)
    {
        var owner = app ? await _portal.SignInAsStaffAsync(name) : await _portal.SignInAsync(name, mail);
        if (mail is not null)
        {
            // The last usable one cannot be reported.
            await _portal.ProveAsync(owner, mail);
            await _portal.AddAsync(owner, NewPhone);
        }

        var methods = (await _portal.OverviewAsync(owner)).Methods;
        var lost = (methods.FirstOrDefault(method => method.Kind == MethodKind.Phone && mail is null) ?? methods.First(method => method.Kind == MethodKind.Email)).Id;
        var answer = await _portal.Service.ReportLostAsync(owner, [lost], knowingly: true, Cancel);
        Assert.Null(answer.Refusal);
        return answer.Case!;
    }
}
