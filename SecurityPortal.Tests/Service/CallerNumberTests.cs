using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using SecurityPortal.Domain;
using SecurityPortal.Service;
using SecurityPortal.Storage;
using SecurityPortal.Tests.Support;
using static SecurityPortal.Tests.Support.People;

namespace SecurityPortal.Tests.Service;

/// <summary>R-HELP-6: a caller number over a real store.</summary>
public sealed class CallerNumberTests : IAsyncLifetime
{
    private Portal _portal = null!;
    private Owner _owner = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _portal = await Portal.OpenAsync();
        await _portal.SeedAsync();
        _owner = await _portal.SignInAsync(Rachel, RachelsMail);
    }

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task Is_eight_digits_that_are_right_once_however_they_are_said()
    {
        var number = await MakeAsync();

        Assert.Equal((8, _portal.Now + 10.Minutes), (number.Digits.Length, number.EndsAt));
        Assert.Null(await TakeAsync($" {number.Digits[..4]}-{number.Digits[4..]} "));
        Assert.Equal(new Refusal.NoCallerNumber(), await TakeAsync(number.Digits));
    }

    [Fact]
    public async Task A_wrong_one_is_counted_although_it_was_refused()
    {
        var number = await MakeAsync();
        for (var i = 0; i < 5; i++)
            Assert.Equal(new Refusal.WrongCallerNumber(), await TakeAsync(Not(number.Digits)));

        Assert.Equal(new Refusal.NoCallerNumber(), await TakeAsync(number.Digits));
        Assert.Equal(5, (await _portal.ProfileAsync(_owner)).CallerNumber!.Wrong);
    }

    [Fact]
    public async Task What_is_too_short_or_no_number_is_no_try()
    {
        var number = await MakeAsync();

        Assert.Equal(new Refusal.NotACallerNumber(), await TakeAsync(number.Digits[..6]));
        Assert.Equal(new Refusal.NotACallerNumber(), await TakeAsync("who are you?"));
        Assert.Equal(0, (await _portal.ProfileAsync(_owner)).CallerNumber!.Wrong);
    }

    [Fact]
    public async Task Of_sixty_four_who_say_it_at_once_one_is_served()
    {
        var number = await MakeAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 64).Select(_ => Task.Run(() => TakeAsync(number.Digits))));

        Assert.Single(answers, answer => answer is null);
        Assert.Equal(63, answers.Count(answer => answer is Refusal.NoCallerNumber));
    }

    [Fact]
    public async Task Of_sixty_four_wrong_ones_at_once_five_are_compared()
    {
        var number = await MakeAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 64).Select(_ => Task.Run(() => TakeAsync(Not(number.Digits)))));

        Assert.Equal(5, answers.Count(answer => answer is Refusal.WrongCallerNumber));
        Assert.Equal(59, answers.Count(answer => answer is Refusal.NoCallerNumber));
    }

    [Fact]
    public async Task There_are_five_an_hour_for_the_account()
    {
        for (var i = 0; i < 5; i++)
            _ = await MakeAsync();

        var other = await _portal.SignInAsync(Rachel, RachelsPhone);
        Assert.Equal(new Refusal.TooManyCallerNumbers(5, _portal.Now + 1.Hours), (await _portal.Service.MakeCallerNumberAsync(other, Cancel)).Refusal);
    }

    /// <summary>Its digits are in no table, nor are those of it that was typed wrongly.</summary>
    [Fact]
    public async Task Only_its_hash_is_kept()
    {
        var number = await MakeAsync();
        Assert.Null(await TakeAsync(number.Digits));

        await using SqliteConnection store = new($"Data Source={Path.Combine(_portal.Folder, "portal.db")};Mode=ReadOnly");
        await store.OpenAsync(Cancel);
        var kept = store.CreateCommand();
        kept.CommandText = "SELECT CallerNumber FROM profiles WHERE CallerNumber IS NOT NULL";
        Assert.DoesNotContain(number.Digits, (string)(await kept.ExecuteScalarAsync(Cancel))!, StringComparison.Ordinal);
        Assert.DoesNotContain(number.Digits, $"{new CallerNumberAnswer(null, number)}", StringComparison.Ordinal);
    }

    private async Task<CallerNumberView> MakeAsync()
    {
        var (refusal, number) = await _portal.Service.MakeCallerNumberAsync(_owner, Cancel);
        Assert.Null(refusal);
        return number!;
    }

    /// <summary>As an operation of the help desk takes it, in its own transaction.</summary>
    private Task<Refusal?> TakeAsync(string said)
    {
        var check = _portal.Services.GetRequiredService<OneTimeCodes>().CheckCaller(said);
        return _portal.Services.GetRequiredService<WriteQueue>().RunAsync(
            context => context.Profiles.Single(profile => profile.Id == _owner.Account).TakeCallerNumber(check, _portal.Now), Cancel);
    }

    private static string Not(string digits) => (digits[0] == '1' ? '2' : '1') + digits[1..];
}
