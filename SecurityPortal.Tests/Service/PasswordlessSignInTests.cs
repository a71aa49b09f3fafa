using OtpNet;
using SecurityPortal.Domain;
using SecurityPortal.Service;
using SecurityPortal.Tests.Support;
using static SecurityPortal.Tests.Support.People;

namespace SecurityPortal.Tests.Service;

/// <summary>R-PASS-3: an account without a password, over the real service.</summary>
public sealed class PasswordlessSignInTests : IAsyncLifetime
{
    private static readonly Visitor s_anybody = From("192.0.2.1");

    private Portal _portal = null!;
    private Owner _rachel = null!;
    private byte[] _seed = [];

    public async ValueTask InitializeAsync()
    {
        _portal = await Portal.OpenAsync(Unlimited.Settings);
        await _portal.SeedAsync();
        _rachel = await _portal.SignInAsync();
        await _portal.ProveAsync(_rachel);
        await AddAppAsync();
        var made = (await _portal.Service.MakeRecoveryCodesAsync(_rachel, Cancel)).Codes!;
        Assert.Null(await _portal.Service.SaveRecoveryCodesAsync(_rachel, made.Set, Cancel));
        Assert.IsType<Refusal.PasswordlessUnread>(await _portal.Service.GoPasswordlessAsync(_rachel, hasRead: false, Cancel));
        Assert.Null(await _portal.Service.GoPasswordlessAsync(_rachel, hasRead: true, Cancel));
        _portal.Clock.Advance(1.Minutes);
    }

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task No_password_opens_it_any_more()
    {
        foreach (var typed in new[] { Portal.Password, "", " ", "null" })
            Assert.IsType<Refusal.WrongNameOrPassword>((await _portal.Service.SignInAsync(s_anybody, Rachel, typed, Cancel)).Refusal);

        Assert.NotNull(await _portal.Service.ConfirmPasswordAsync(_rachel, Portal.Password, Cancel));
    }

    [Fact]
    public async Task An_apps_code_and_then_another_method_sign_in()
    {
        var limited = (await _portal.Service.SignInByAppAsync(s_anybody, Rachel, CodeNow(), Cancel)).Owner!;
        var overview = await _portal.OverviewAsync(limited);
        Assert.False(overview.IsFull);
        Assert.DoesNotContain(overview.Usable, method => method.Kind == MethodKind.AuthenticatorApp);

        var mail = overview.Usable.First(method => method.Kind == MethodKind.Email).Id;
        Assert.Null(await _portal.Service.AskForCodeAsync(limited, Purpose.SignIn, mail, Cancel));
        var (challenge, code) = await _portal.CodeAsync(limited, Purpose.SignIn, mail);
        var full = await _portal.Service.CompleteSignInAsync(limited, challenge, code, Cancel);

        Assert.True((await _portal.OverviewAsync(full.Owner!)).IsFull);
    }

    [Fact]
    public async Task The_same_app_is_not_the_other_method()
    {
        var limited = (await _portal.Service.SignInByAppAsync(s_anybody, Rachel, CodeNow(), Cancel)).Owner!;
        var app = (await _portal.ProfileAsync(_rachel)).Methods.Single(method => method.Kind == MethodKind.AuthenticatorApp).Id;

        Assert.IsType<Refusal.NoSuchMethod>(await _portal.Service.AskForCodeAsync(limited, Purpose.SignIn, app, Cancel));
    }

    [Fact]
    public async Task Of_the_same_code_typed_many_times_at_once_one_opens()
    {
        var code = CodeNow();

        var answers = await Task.WhenAll(Enumerable.Range(0, 64).Select(_ => Task.Run(() => _portal.Service.SignInByAppAsync(s_anybody, Rachel, code, Cancel))));

        Assert.Single(answers, answer => answer.Owner is not null);
    }

    [Theory]
    [InlineData(Rachel, "a wrong code of an account without a password")]
    [InlineData(Newcomer, "an account that has a password")]
    [InlineData("nobody@contoso.example", "no account")]
    public async Task Before_the_first_proof_nothing_is_told_and_nothing_sent(string name, string what)
    {
        _ = what;
        var sent = (await _portal.MessagesAsync()).Count;
        var wrong = Not(CodeNow());

        for (var i = 0; i < 9; i++)
            Assert.Equal(new Refusal.WrongNameOrCode(), (await _portal.Service.SignInByAppAsync(s_anybody, name, wrong, Cancel)).Refusal);

        Assert.IsType<Refusal.SourceBlocked>((await _portal.Service.SignInByAppAsync(s_anybody, name, wrong, Cancel)).Refusal);
        Assert.IsType<Refusal.SourceBlocked>((await _portal.Service.SignInByAppAsync(s_anybody, name, CodeNow(), Cancel)).Refusal);
        Assert.Equal(sent, (await _portal.MessagesAsync()).Count);
        if (name == Rachel)
            Assert.NotNull((await _portal.Service.SignInByAppAsync(From("198.51.100.9"), Rachel, CodeNow(), Cancel)).Owner);
    }

    [Fact]
    public async Task A_code_of_an_app_opens_no_account_that_has_a_password()
    {
        Assert.Null(await _portal.Service.SetPasswordAsync(_rachel, "Four-quiet-words-77", Cancel));

        Assert.IsType<Refusal.WrongNameOrCode>((await _portal.Service.SignInByAppAsync(s_anybody, Rachel, CodeNow(), Cancel)).Refusal);
        Assert.NotNull((await _portal.Service.SignInAsync(s_anybody, Rachel, "Four-quiet-words-77", Cancel)).Owner);
    }

    [Fact]
    public async Task What_signs_in_alone_is_said_to_have_to_stay_and_so_it_does()
    {
        var app = (await _portal.OverviewAsync(_rachel)).Methods.Single(method => method.Kind == MethodKind.AuthenticatorApp).Id;
        Assert.Equal([app], await KeptAsync());

        Assert.Null(await _portal.Service.RemoveMethodAsync(_rachel, await _portal.MethodAsync(_rachel, RachelsMail), knowingly: true, Cancel));

        var phone = await _portal.MethodAsync(_rachel, RachelsPhone);
        Assert.Equal([phone, app], await KeptAsync());
        foreach (var kept in new[] { phone, app })
            Assert.Equal(new Refusal.PasswordlessNeedsMethods(), await _portal.Service.RemoveMethodAsync(_rachel, kept, knowingly: true, Cancel));
    }

    [Fact]
    public async Task There_is_no_replacement()
    {
        var limited = (await _portal.Service.SignInByAppAsync(s_anybody, Rachel, CodeNow(), Cancel)).Owner!;

        Assert.IsType<Refusal.NoPassword>(await _portal.Service.EnterNewInfoAsync(limited, NewMail, Cancel));
    }

    private async Task<MethodId[]> KeptAsync()
    {
        var overview = await _portal.OverviewAsync(_rachel);
        return [.. overview.Methods.Where(method => overview.WhyKept(method) is Refusal.PasswordlessNeedsMethods).Select(method => method.Id)];
    }

    private string CodeNow() => new Totp(_seed).ComputeTotp(_portal.Now.UtcDateTime);

    private async Task AddAppAsync()
    {
        Assert.Null(await _portal.Service.AddAppAsync(_rachel, Cancel));
        _seed = Base32Encoding.ToBytes((await _portal.Service.AppKeyAsync(_rachel, Cancel))!.Key);
        var added = (await _portal.OverviewAsync(_rachel)).Unconfirmed.Last();
        var challenge = (await _portal.OverviewAsync(_rachel)).ChallengeFor(Purpose.ConfirmMethod, added.Id)!;
        Assert.Null(await _portal.Service.ConfirmMethodAsync(_rachel, challenge.Id, CodeNow(), Cancel));
    }
}
