using Microsoft.EntityFrameworkCore;
using SecurityPortal.Domain;
using SecurityPortal.Tests.Support;
using static SecurityPortal.Tests.Support.People;

namespace SecurityPortal.Tests.Service;

/// <summary>Every try to sign in is one event, with its cause (R-SIGN-6).</summary>
public sealed class SignInLogTests : IAsyncLifetime
{
    private Portal _portal = null!;

    public async ValueTask InitializeAsync()
    {
        _portal = await Portal.OpenAsync();
        await _portal.SeedAsync();
    }

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task A_sign_in_is_its_password_and_its_code()
    {
        _ = await _portal.SignInAsync();

        Assert.Equal([SignInCause.PasswordRight, SignInCause.SignedIn], await CausesAsync());
    }

    [Fact]
    public async Task Each_failure_is_one_with_its_cause()
    {
        _ = await _portal.Service.SignInAsync(From("192.0.2.1"), Rachel, "wrong", Cancel);
        _ = await _portal.Service.SignInAsync(From("192.0.2.1"), "nobody@contoso.example", "wrong", Cancel);
        var limited = await _portal.GivePasswordAsync();
        var mail = await _portal.MethodAsync(limited, RachelsMail);
        _ = await _portal.Service.CompleteSignInAsync(limited, new(Guid.Empty), "123456", Cancel);
        Assert.Null(await _portal.Service.AskForCodeAsync(limited, Purpose.SignIn, mail, Cancel));
        var (challenge, code) = await _portal.CodeAsync(limited, Purpose.SignIn, mail);
        _ = await _portal.Service.CompleteSignInAsync(limited, challenge, Not(code), Cancel);
        _portal.Clock.Advance(10.Minutes);
        _ = await _portal.Service.CompleteSignInAsync(limited, challenge, code, Cancel);

        Assert.Equal(
            [SignInCause.WrongPassword, SignInCause.UnknownAccount, SignInCause.PasswordRight, SignInCause.NoCode, SignInCause.WrongCode, SignInCause.CodeExpired],
            await CausesAsync());
    }

    [Fact]
    public async Task A_shut_door_is_one_too()
    {
        for (var i = 0; i < 10; i++)
            _ = await _portal.Service.SignInAsync(From("192.0.2.1"), Rachel, "wrong", Cancel);
        _ = await _portal.Service.SignInAsync(From("192.0.2.1"), Rachel, Portal.Password, Cancel);

        Assert.Equal(SignInCause.SourceBlocked, (await CausesAsync())[^1]);
    }

    [Fact]
    public async Task Registering_is_one_as_soon_as_it_signs_in()
    {
        var owner = await _portal.GivePasswordAsync(Newcomer);
        await _portal.AddAsync(owner, NewMail);
        Assert.Equal([SignInCause.PasswordRight, SignInCause.Registered], await CausesAsync());

        await _portal.AddAsync(owner, NewPhone);
        Assert.Null(await _portal.Service.FinishRegistrationAsync(owner, Cancel));

        Assert.Equal([SignInCause.PasswordRight, SignInCause.Registered], await CausesAsync());
    }

    [Fact]
    public async Task A_wrong_code_in_registering_is_one_too()
    {
        var owner = await _portal.GivePasswordAsync(Newcomer);
        Assert.Null(await _portal.Service.AddMethodAsync(owner, NewMail, Cancel));
        var added = (await _portal.OverviewAsync(owner)).Unconfirmed[0].Id;
        var (challenge, code) = await _portal.CodeAsync(owner, Purpose.ConfirmMethod, added);
        Assert.Equal(new Refusal.WrongCode(4), await _portal.Service.ConfirmMethodAsync(owner, challenge, Not(code), Cancel));

        Assert.Equal([SignInCause.PasswordRight, SignInCause.WrongCode], await CausesAsync());
    }

    [Fact]
    public async Task Says_who_from_where_and_under_which_request()
    {
        var from = From("192.0.2.1");
        _ = await _portal.Service.SignInAsync(from, $" {Rachel.ToUpperInvariant()} ", "wrong", Cancel);

        var happened = await _portal.ReadAsync(context => context.SignIns.AsNoTracking().SingleAsync(Cancel));
        Assert.Equal((Rachel, from.Source, from.Browser, from.RequestId), (happened.NameKey, happened.Source, happened.Browser, happened.RequestId));
        Assert.NotNull(happened.Account);
        Assert.Equal(CauseGroup.User, happened.Group);
    }

    private Task<List<SignInCause>> CausesAsync() =>
        _portal.ReadAsync(context => context.SignIns.OrderBy(happened => happened.Id).Select(happened => happened.Cause).ToListAsync(Cancel));
}
