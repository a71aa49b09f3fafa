using Microsoft.EntityFrameworkCore;
using SecurityPortal.Domain;
using SecurityPortal.Tests.Support;
using static SecurityPortal.Tests.Support.People;

namespace SecurityPortal.Tests.Service;

/// <summary>R-SIGN-2, R-CODE-3: what guessing shuts, and for whom.</summary>
public sealed class SignInGateTests : IAsyncLifetime
{
    private const string Thief = "203.0.113.9";

    private Portal _portal = null!;

    public async ValueTask InitializeAsync()
    {
        _portal = await Portal.OpenAsync();
        await _portal.SeedAsync();
    }

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Theory]
    [InlineData(Rachel)]
    [InlineData("nobody@contoso.example")]
    public async Task Ten_wrong_passwords_shut_the_account_at_that_source_whether_or_not_there_is_one(string name)
    {
        for (var i = 0; i < 9; i++)
            Assert.Equal(new Refusal.WrongNameOrPassword(), await GuessAsync(name));

        Assert.Equal(new Refusal.SourceBlocked(_portal.Now + 24.Hours), await GuessAsync(name));
        _portal.Clock.Advance(23.Hours);
        Assert.Equal(new Refusal.SourceBlocked(_portal.Now + 24.Hours), await GuessAsync(name));
    }

    [Fact]
    public async Task The_right_password_is_refused_there_and_taken_everywhere_else()
    {
        for (var i = 0; i < 10; i++)
            _ = await GuessAsync(Rachel);

        var there = await _portal.Service.SignInAsync(From(Thief), Rachel, Portal.Password, Cancel);
        Assert.IsType<Refusal.SourceBlocked>(there.Refusal);
        _ = await _portal.SignInAsync();
        _ = await _portal.GivePasswordAsync(Newcomer, Thief);
    }

    [Fact]
    public async Task The_right_password_starts_the_row_again_and_other_spellings_do_not()
    {
        for (var i = 0; i < 9; i++)
            _ = await GuessAsync(" RACHEL@contoso.example");
        _ = await _portal.GivePasswordAsync(source: Thief);

        for (var i = 0; i < 9; i++)
            Assert.Equal(new Refusal.WrongNameOrPassword(), await GuessAsync(Rachel));
        Assert.IsType<Refusal.SourceBlocked>(await GuessAsync("Rachel@Contoso.example "));
    }

    [Fact]
    public async Task Ten_wrong_codes_block_the_method_at_one_source_and_the_owner_signs_in_elsewhere()
    {
        var thief = await _portal.GivePasswordAsync(source: Thief);
        var mail = await _portal.MethodAsync(thief, RachelsMail);
        Refusal? last = null;
        for (var i = 0; i < 10; i++)
        {
            if (i % 5 == 0)
                _portal.Clock.Advance(2.Minutes);
            Assert.Null(await _portal.Service.AskForCodeAsync(thief, Purpose.SignIn, mail, Cancel));
            var (challenge, code) = await _portal.CodeAsync(thief, Purpose.SignIn, mail);
            last = (await _portal.Service.CompleteSignInAsync(thief, challenge, Not(code), Cancel)).Refusal;
        }

        Assert.Equal(new Refusal.Blocked(BlockScope.MethodAtSource, BlockReason.UnusualActivity, _portal.Now + 24.Hours), last);
        Assert.Equal(_portal.Now + 24.Hours, (await _portal.OverviewAsync(thief)).Methods.Single(method => method.Id == mail).Block?.Until);
        _portal.Messages.Clear();
        Assert.IsType<Refusal.Blocked>(await _portal.Service.AskForCodeAsync(thief, Purpose.SignIn, mail, Cancel));
        await _portal.SendMailAsync();
        Assert.Empty(_portal.Messages.All);

        _ = await _portal.SignInAsync(with: RachelsPhone, source: Thief);
        _ = await _portal.SignInAsync();
    }

    [Fact]
    public async Task The_password_that_a_replacement_asks_for_is_guessed_no_more_often()
    {
        var owner = await _portal.SignInAsync();
        for (var i = 0; i < 9; i++)
            Assert.Equal(new Refusal.WrongPassword(), await _portal.Service.ConfirmPasswordAsync(owner, "wrong", Cancel));

        Assert.IsType<Refusal.SourceBlocked>(await _portal.Service.ConfirmPasswordAsync(owner, "wrong", Cancel));
        Assert.IsType<Refusal.SourceBlocked>(await _portal.Service.ConfirmPasswordAsync(owner, Portal.Password, Cancel));
    }

    [Fact]
    public async Task Guesses_that_come_together_count_for_the_password_that_a_replacement_asks_for_too()
    {
        var owner = await _portal.SignInAsync();
        var wrong = Enumerable.Range(0, 20).Select(_ => Task.Run(() => _portal.Service.ConfirmPasswordAsync(owner, "wrong", Cancel)));
        var answers = await Task.WhenAll(wrong);

        Assert.Equal(9, answers.Count(answer => answer is Refusal.WrongPassword));
        Assert.IsType<Refusal.SourceBlocked>(await _portal.Service.ConfirmPasswordAsync(owner, Portal.Password, Cancel));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("rachel\0@contoso.example")]
    public Task A_name_that_nobody_can_have_is_wrong_and_leaves_no_trace(string name) => LeavesNoTraceAsync(name);

    [Fact]
    public async Task Neither_does_one_of_ten_thousand_letters_or_half_a_letter()
    {
        await LeavesNoTraceAsync(new('a', 10_000));
        await LeavesNoTraceAsync("rachel@contoso.example\ud800");
    }

    private async Task LeavesNoTraceAsync(string name)
    {
        Assert.Equal(new Refusal.WrongNameOrPassword(), await GuessAsync(name));
        Assert.Equal(0, await _portal.ReadAsync(context => context.PasswordGates.CountAsync(Cancel)));
    }

    private async Task<Refusal?> GuessAsync(string name) => (await _portal.Service.SignInAsync(From(Thief), name, "wrong", Cancel)).Refusal;
}
