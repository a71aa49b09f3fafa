using Microsoft.EntityFrameworkCore;
using SecurityPortal.Domain;
using SecurityPortal.Service;
using SecurityPortal.Tests.Support;
using static SecurityPortal.Tests.Support.People;

namespace SecurityPortal.Tests.Service;

public sealed class MethodTests : IAsyncLifetime
{
    private Portal _portal = null!;

    public async ValueTask InitializeAsync()
    {
        _portal = await Portal.OpenAsync(Unlimited.Settings);
        await _portal.SeedAsync();
    }

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    /// <summary>R-METH-15.</summary>
    [Fact]
    public async Task A_phone_serves_five_accounts_and_no_sixth_by_any_path()
    {
        for (var number = 1; number <= 5; number++)
            await _portal.AddAsync(await ImportedAsync($"person{number}@contoso.example"), NewPhone);

        var sixth = await ImportedAsync("sixth@contoso.example");
        Assert.Equal(new Refusal.PhoneServesTooMany(5), await _portal.Service.AddMethodAsync(sixth, NewPhone, Cancel));
        var rachel = await _portal.GivePasswordAsync();
        Assert.Equal(new Refusal.PhoneServesTooMany(5), await _portal.Service.EnterNewInfoAsync(rachel, NewPhone, Cancel));
    }

    /// <summary>R-METH-15: what is pending becomes theirs by time alone.</summary>
    [Fact]
    public async Task A_phone_that_five_accounts_are_to_be_replaced_by_serves_no_sixth_until_one_is_cancelled()
    {
        for (var number = 1; number <= 4; number++)
            await _portal.AddAsync(await ImportedAsync($"person{number}@contoso.example"), NewPhone);
        _ = await _portal.StartReplacementAsync(NewPhone);

        var sixth = await ImportedAsync("sixth@contoso.example");
        Assert.Equal(new Refusal.PhoneServesTooMany(5), await _portal.Service.AddMethodAsync(sixth, NewPhone, Cancel));

        _ = await _portal.SignInAsync();
        Assert.Null(await _portal.Service.AddMethodAsync(sixth, NewPhone, Cancel));
        Assert.Empty(await _portal.ReadAsync(context => context.PendingPhones.ToListAsync(Cancel)));
    }

    /// <summary>R-CODE-7: a code is not used up where it opens nothing.</summary>
    [Fact]
    public async Task The_code_of_another_step_is_left_as_it_is()
    {
        var limited = await _portal.GivePasswordAsync();
        Assert.Null(await _portal.Service.EnterNewInfoAsync(limited, NewMail, Cancel));
        var (challenge, code) = await _portal.CodeAsync(limited, Purpose.ConfirmNewInfo, (await _portal.OverviewAsync(limited)).Draft!.Infos[0].Id);

        Assert.Equal(new Refusal.NoCodeAsked(), (await _portal.Service.CompleteSignInAsync(limited, challenge, code, Cancel)).Refusal);
        Assert.Equal(new Refusal.NoCodeAsked(), (await _portal.Service.CompleteSignInAsync(limited, challenge, Not(code), Cancel)).Refusal);
        Assert.Null(await _portal.Service.ConfirmNewInfoAsync(limited, challenge, code, Cancel));
    }

    /// <summary>The phone was free when its code was asked for.</summary>
    [Fact]
    public async Task A_code_is_not_used_up_for_a_phone_that_serves_too_many_by_then()
    {
        var late = await ImportedAsync("late@contoso.example");
        Assert.Null(await _portal.Service.AddMethodAsync(late, NewPhone, Cancel));
        var added = (await _portal.OverviewAsync(late)).Unconfirmed[0].Id;
        var (challenge, code) = await _portal.CodeAsync(late, Purpose.ConfirmMethod, added);
        for (var number = 1; number <= 5; number++)
            await _portal.AddAsync(await ImportedAsync($"person{number}@contoso.example"), NewPhone);

        Assert.Equal(new Refusal.PhoneServesTooMany(5), await _portal.Service.ConfirmMethodAsync(late, challenge, code, Cancel));
        Assert.NotNull((await _portal.OverviewAsync(late)).ChallengeFor(Purpose.ConfirmMethod, added));
    }

    /// <summary>R-METH-16, R-METH-14: told in the language of each method.</summary>
    [Fact]
    public async Task A_change_is_told_to_each_destination_in_its_own_language()
    {
        var owner = await _portal.SignInAsync();
        await _portal.ProveAsync(owner);
        Assert.Null(await _portal.Service.SetMethodLanguageAsync(owner, await _portal.MethodAsync(owner, RachelsPhone), "de", Cancel));
        await _portal.AddAsync(owner, NewMail);
        await _portal.SendMailAsync();

        var told = _portal.Messages.All.Where(message => message.Kind == nameof(SecurityEvent.MethodAdded)).ToDictionary(message => message.To, message => message.Language);
        Assert.Equal(new() { [RachelsMail.Value] = "en", [RachelsPhone.Value] = "de", [NewMail.Value] = "en" }, told);
    }

    [Fact]
    public async Task A_language_that_nobody_offers_is_not_stored()
    {
        var owner = await _portal.SignInAsync();
        var mail = await _portal.MethodAsync(owner, RachelsMail);

        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => _portal.Service.SetMethodLanguageAsync(owner, mail, new('x', 10_000), Cancel));
    }

    [Theory]
    [InlineData("12 34-56", true)]
    [InlineData("\uFF11\uFF12\uFF13\uFF14\uFF15\uFF16", true)]
    [InlineData("12345a", false)]
    [InlineData("123", false)]
    [InlineData("123456789", false)]
    [InlineData("", false)]
    public void A_code_is_read_as_people_type_and_paste_it(string typed, bool isCode) => Assert.Equal(isCode, OneTimeCodes.DigitsOf(typed) is not null);

    [Fact]
    public void Half_a_letter_and_ten_thousand_of_them_are_no_code()
    {
        Assert.Null(OneTimeCodes.DigitsOf("12345\ud800"));
        Assert.Null(OneTimeCodes.DigitsOf(new('1', 10_000)));
        Assert.Null(OneTimeCodes.DigitsOf(null));
    }

    /// <summary>R-CODE-1: longer codes for those who can do more.</summary>
    [Fact]
    public async Task Codes_have_six_digits_and_those_of_staff_eight()
    {
        _ = await _portal.Service.ImportAsync(new(), new(new("helper@contoso.example", "Hal", "en", "GB", [Role.HelpDesk]), Portal.Password, []), isDryRun: false, Cancel);
        var helper = await _portal.GivePasswordAsync("helper@contoso.example");
        Assert.Null(await _portal.Service.AddMethodAsync(helper, NewMail, Cancel));
        _ = await _portal.SignInAsync();
        await _portal.SendMailAsync();

        Assert.Equal(8, _portal.Messages.To(NewMail.Value)[0].Code!.Length);
        Assert.Equal(6, _portal.Messages.To(RachelsMail.Value)[0].Code!.Length);
    }

    private async Task<Owner> ImportedAsync(string name)
    {
        _ = await _portal.Service.ImportAsync(new(), new(new(name, name, "en", "GB", []), Portal.Password, []), isDryRun: false, Cancel);
        return await _portal.GivePasswordAsync(name);
    }
}
