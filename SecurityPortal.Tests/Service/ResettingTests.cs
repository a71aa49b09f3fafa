using SecurityPortal.Domain;
using SecurityPortal.Tests.Support;
using static SecurityPortal.Tests.Support.People;

namespace SecurityPortal.Tests.Service;

/// <summary>R-PASS-2: a forgotten password takes two established methods of different kinds.</summary>
public sealed class ResettingTests : ResettingTest
{
    [Fact]
    public async Task A_mailbox_and_a_phone_set_a_new_password_and_all_else_is_over()
    {
        var before = await Portal.SignInAsync();
        await ProveFirstAsync(RachelsMail);
        await ProveSecondAsync(RachelsPhone);

        Assert.Null(await Portal.Service.FinishResetAsync(Hers, NewPassword, Cancel));

        Assert.Null(await Portal.Service.OverviewAsync(before, Cancel));
        Assert.IsType<Refusal.WrongNameOrPassword>((await Portal.Service.SignInAsync(Hers, Rachel, Portal.Password, Cancel)).Refusal);
        Assert.NotNull((await Portal.Service.SignInAsync(Hers, Rachel, NewPassword, Cancel)).Owner);
        await Portal.SendMailAsync();
        Assert.All([RachelsMail, RachelsPhone], to => Assert.Contains(Portal.Messages.To(to.Value), message => message.Kind == nameof(SecurityEvent.PasswordReset)));
        Assert.Null(await Portal.Service.ResetAsync(Hers, Cancel));
    }

    [Fact]
    public async Task Its_codes_have_eight_digits()
    {
        _ = await Portal.Service.StartResetAsync(Hers, Rachel, RachelsMail.Value, Cancel);

        Assert.Equal(8, (await LastCodeAsync(RachelsMail)).Length);
    }

    [Fact]
    public async Task Before_the_first_proof_nothing_is_shown_of_the_account()
    {
        Assert.Null(await Portal.Service.StartResetAsync(Hers, Rachel, RachelsMail.Value, Cancel));
        var known = (await Portal.Service.ResetAsync(Hers, Cancel))!;

        var other = From("192.0.2.2") with { BrowserId = "his" };
        Assert.Null(await Portal.Service.StartResetAsync(other, "nobody@contoso.example", RachelsMail.Value, Cancel));
        var unknown = (await Portal.Service.ResetAsync(other, Cancel))!;

        Assert.Equal(known with { Reference = "", EndsAt = default }, unknown with { Reference = "", EndsAt = default });
        Assert.Equal(2, unknown.Reference.Length);
    }

    [Theory]
    [InlineData(Rachel, "rachel@mail.example")]
    [InlineData(Rachel, "somebody@else.example")]
    [InlineData("nobody@contoso.example", "rachel@mail.example")]
    public async Task Wrong_codes_are_answered_alike_and_five_end_it(string name, string contact)
    {
        Assert.Null(await Portal.Service.StartResetAsync(Hers, name, contact, Cancel));
        for (var left = 4; left > 0; left--)
            Assert.Equal(new Refusal.WrongCode(left), await Portal.Service.ProveResetAsync(Hers, "00000000", Cancel));

        Assert.IsType<Refusal.ResetOver>(await Portal.Service.ProveResetAsync(Hers, "00000000", Cancel));
        Assert.IsType<Refusal.ResetOver>(await Portal.Service.ProveResetAsync(Hers, "00000000", Cancel));
        Assert.Null(await Portal.Service.ResetAsync(Hers, Cancel));
    }

    /// <summary>R-BLOCK-6: a stranger's tries block the stranger's source, and neither account nor method.</summary>
    [Fact]
    public async Task However_many_strangers_guess_the_owner_signs_in()
    {
        for (var i = 0; i < 30; i++)
        {
            var stranger = From($"203.0.113.{i}") with { BrowserId = $"stranger {i}" };
            _ = await Portal.Service.StartResetAsync(stranger, Rachel, RachelsMail.Value, Cancel);
            for (var guess = 0; guess < 6; guess++)
                _ = await Portal.Service.ProveResetAsync(stranger, "00000000", Cancel);
        }

        Assert.NotNull(await Portal.SignInAsync());
    }

    [Fact]
    public async Task No_step_is_reached_without_those_before_it()
    {
        Assert.IsType<Refusal.ResetOver>(await Portal.Service.FinishResetAsync(Hers, NewPassword, Cancel));
        Assert.IsType<Refusal.ResetOver>(await Portal.Service.AskForSecondAsync(Hers, await IdOfAsync(RachelsPhone), Cancel));
        Assert.Null(await Portal.Service.StartResetAsync(Hers, Rachel, RachelsMail.Value, Cancel));
        Assert.IsType<Refusal.ResetOver>(await Portal.Service.AskForSecondAsync(Hers, await IdOfAsync(RachelsPhone), Cancel));
        Assert.IsType<Refusal.ResetOver>(await Portal.Service.ProveSecondAsync(Hers, "00000000", Cancel));
        Assert.IsType<Refusal.ResetOver>(await Portal.Service.FinishResetAsync(Hers, NewPassword, Cancel));
        Assert.Null(await Portal.Service.AskForResetPasskeyAsync(Hers, Cancel));

        // What one browser has proved serves no other.
        Assert.Null(await Portal.Service.ProveResetAsync(Hers, await LastCodeAsync(RachelsMail), Cancel));
        Assert.IsType<Refusal.ResetOver>(await Portal.Service.AskForSecondAsync(Hers with { BrowserId = "his" }, await IdOfAsync(RachelsPhone), Cancel));
        Assert.IsType<Refusal.ResetOver>(await Portal.Service.FinishResetAsync(Hers, NewPassword, Cancel));
    }

    [Fact]
    public async Task While_a_replacement_is_pending_it_is_closed_but_that_is_told_after_the_first_proof()
    {
        _ = await Portal.StartReplacementAsync();
        await ProveFirstAsync(RachelsMail);

        Assert.IsType<Refusal.ReplacementPending>((await Portal.Service.ResetAsync(Hers, Cancel))!.Closed);
        Assert.IsType<Refusal.ReplacementPending>(await Portal.Service.AskForSecondAsync(Hers, await IdOfAsync(RachelsPhone), Cancel));
    }

    [Fact]
    public async Task A_weak_password_is_refused_and_the_reset_goes_on()
    {
        await ProveFirstAsync(RachelsMail);
        await ProveSecondAsync(RachelsPhone);

        Assert.IsType<Refusal.WeakPassword>(await Portal.Service.FinishResetAsync(Hers, "password1234", Cancel));
        Assert.Null(await Portal.Service.FinishResetAsync(Hers, NewPassword, Cancel));
    }

    /// <summary>From wherever they are asked for; what its owner has sent for anything else is counted apart.</summary>
    [Fact]
    public async Task One_mailbox_gets_twenty_codes_an_hour_and_no_more()
    {
        await Portal.DisposeAsync();
        Portal = await Portal.OpenAsync();
        await Portal.SeedAsync();
        for (var i = 0; i < 25; i++)
            Assert.Null(await Portal.Service.StartResetAsync(From($"198.51.100.{i}") with { BrowserId = $"bot {i}" }, Rachel, RachelsMail.Value, Cancel));
        await Portal.SendMailAsync();

        Assert.Equal(20, Portal.Messages.To(RachelsMail.Value).Count(message => message.Code is not null));
        Assert.NotNull(await Portal.SignInAsync());
    }

    [Fact]
    public async Task A_code_that_comes_after_its_reset_is_not_sent()
    {
        Assert.Null(await Portal.Service.StartResetAsync(Hers, Rachel, RachelsMail.Value, Cancel));
        Portal.Clock.Advance(PasswordReset.Life);

        await Portal.SendMailAsync();

        Assert.Empty(Portal.Messages.To(RachelsMail.Value));
    }

    [Fact]
    public async Task So_many_are_begun_from_one_source_and_no_more()
    {
        for (var i = 0; i < PasswordReset.MostOfSource; i++)
            Assert.Null(await Portal.Service.StartResetAsync(Hers, i % 2 == 0 ? Rachel : "nobody@contoso.example", RachelsMail.Value, Cancel));

        Assert.IsType<Refusal.TooManyRequests>(await Portal.Service.StartResetAsync(Hers, Rachel, RachelsMail.Value, Cancel));
        Assert.IsType<Refusal.TooManyRequests>(await Portal.Service.StartResetAsync(Hers, "nobody@contoso.example", RachelsMail.Value, Cancel));
        Assert.Null(await Portal.Service.StartResetAsync(From("192.0.2.9") with { BrowserId = "there" }, Rachel, RachelsMail.Value, Cancel));
    }

}
