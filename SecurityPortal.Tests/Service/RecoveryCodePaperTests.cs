using System.Text.RegularExpressions;
using SecurityPortal.Domain;
using SecurityPortal.Service;
using SecurityPortal.Tests.Support;
using static SecurityPortal.Tests.Support.People;

namespace SecurityPortal.Tests.Service;

/// <summary>R-PASS-6: codes on paper, over the real service.</summary>
public sealed partial class RecoveryCodePaperTests : IAsyncLifetime
{
    private Portal _portal = null!;
    private Owner _rachel = null!;

    public async ValueTask InitializeAsync()
    {
        _portal = await Portal.OpenAsync(Unlimited.Settings);
        await _portal.SeedAsync();
        _rachel = await _portal.SignInAsync();
        await _portal.ProveAsync(_rachel);
    }

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task There_are_ten_of_eighty_bits_and_each_signs_in_once()
    {
        var made = await SavedAsync();
        Assert.Equal(RecoveryCodeSet.Size, made.Codes.Distinct().Count());
        Assert.All(made.Codes, code => Assert.Matches(Form(), code));

        foreach (var code in made.Codes)
        {
            Assert.Null((await SignInAsync(code)).Refusal);
            Assert.IsType<Refusal.RecoveryCodeSpent>((await SignInAsync(code)).Refusal);
        }

        Assert.False((await _portal.OverviewAsync(await _portal.GivePasswordAsync())).HasRecoveryCodes);
    }

    [Fact]
    public async Task One_opens_once_however_many_type_it_at_the_same_time()
    {
        var code = (await SavedAsync()).Codes[3];
        var sessions = await Task.WhenAll(Enumerable.Range(0, 64).Select(_ => _portal.GivePasswordAsync()));

        var answers = await Task.WhenAll(sessions.Select(owner => Task.Run(() => _portal.Service.CompleteSignInByRecoveryCodeAsync(owner, code, Cancel))));

        Assert.Single(answers, answer => answer.Refusal is null);
    }

    [Fact]
    public async Task New_ones_kill_the_old_ones_when_they_are_said_to_be_kept()
    {
        var old = await SavedAsync();
        var made = (await _portal.Service.MakeRecoveryCodesAsync(_rachel, Cancel)).Codes!;
        Assert.IsType<Refusal.WrongRecoveryCode>((await SignInAsync(made.Codes[0])).Refusal);
        Assert.Null((await SignInAsync(old.Codes[0])).Refusal);

        Assert.Null(await _portal.Service.SaveRecoveryCodesAsync(_rachel, made.Set, Cancel));

        Assert.IsType<Refusal.WrongRecoveryCode>((await SignInAsync(old.Codes[1])).Refusal);
        Assert.Null((await SignInAsync(made.Codes[0])).Refusal);
    }

    [Fact]
    public async Task However_it_is_copied_from_paper_it_is_the_same()
    {
        var made = await SavedAsync();

        Assert.Null((await SignInAsync($" {made.Codes[0].ToUpperInvariant().Replace('-', ' ')} ")).Refusal);
        Assert.Null((await SignInAsync(made.Codes[1].Replace("-", "", StringComparison.Ordinal))).Refusal);
        Assert.Null((await SignInAsync(made.Codes[2].Replace('0', 'O').Replace('1', 'l'))).Refusal);
        Assert.Null((await SignInAsync(string.Concat(made.Codes[4].Select(letter => letter == '-' ? letter : (char)(letter + 0xFEE0))))).Refusal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("1234")]
    [InlineData("uuuu-uuuu-uuuu-uuuu")]
    [InlineData("\ud83d\ude00")]
    public async Task What_cannot_be_one_is_no_try(string typed)
    {
        _ = await SavedAsync();

        Assert.IsType<Refusal.NotARecoveryCode>((await SignInAsync(typed)).Refusal);
    }

    [Fact]
    public async Task One_stands_for_the_proof_that_a_change_takes()
    {
        var code = (await SavedAsync()).Codes[0];
        var signedIn = await _portal.SignInAsync(source: "192.0.2.8");
        Assert.IsType<Refusal.ProofNeeded>(await _portal.Service.AddMethodAsync(signedIn, NewMail, Cancel));

        Assert.Null(await _portal.Service.ProveByRecoveryCodeAsync(signedIn, code, Cancel));

        Assert.Null(await _portal.Service.AddMethodAsync(signedIn, NewMail, Cancel));
    }

    [Fact]
    public async Task One_that_is_used_while_a_replacement_is_pending_cancels_it_and_is_told()
    {
        var code = (await SavedAsync()).Codes[0];
        _ = await _portal.StartReplacementAsync();

        var answer = await SignInAsync(code);

        Assert.True(await _portal.OverviewAsync(answer.Owner!) is { IsFull: true, Pending: null, RecoveryCodes.Left: 9 });
        await _portal.SendMailAsync();
        Assert.Contains(_portal.Messages.To(RachelsMail.Value), message => message.Kind == nameof(SecurityEvent.RecoveryCodeUsed));
    }

    [Fact]
    public async Task They_go_on_working_while_every_method_is_blocked()
    {
        var made = await SavedAsync();
        foreach (var method in (await _portal.ProfileAsync(_rachel)).Methods)
            Assert.Null(await _portal.Service.BlockAsync(await _portal.StaffAsync(), _rachel.Account, new(new(BlockScope.Method, method.Id), BlockReason.UnusualActivity, null, "tried"), Cancel));

        Assert.Null((await SignInAsync(made.Codes[0])).Refusal);
    }

    private async Task<NewRecoveryCodes> SavedAsync()
    {
        var made = (await _portal.Service.MakeRecoveryCodesAsync(_rachel, Cancel)).Codes!;
        Assert.Null(await _portal.Service.SaveRecoveryCodesAsync(_rachel, made.Set, Cancel));
        return made;
    }

    private async Task<SignInAnswer> SignInAsync(string code) =>
        await _portal.Service.CompleteSignInByRecoveryCodeAsync(await _portal.GivePasswordAsync(), code, Cancel);

    [GeneratedRegex("^[0-9a-hjkmnp-tv-z]{4}(-[0-9a-hjkmnp-tv-z]{4}){3}$")]
    private static partial Regex Form();
}
