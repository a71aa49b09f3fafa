using SecurityPortal.Domain;
using SecurityPortal.Tests.Support;
using static SecurityPortal.Tests.Support.People;

namespace SecurityPortal.Tests.Service;

/// <summary>R-PASS-2: when the time of a code is over, within a reset that goes on.</summary>
public sealed class ResetEndTests : ResettingTest
{
    [Theory]
    [InlineData(Rachel, "rachel@mail.example")]
    [InlineData(Rachel, "somebody@else.example")]
    [InlineData("nobody@contoso.example", "rachel@mail.example")]
    public async Task After_the_first_codes_end_what_is_typed_is_no_wrong_try_whoever_it_is(string name, string contact)
    {
        var end = Portal.Now + 10.Minutes;
        Assert.Null(await Portal.Service.StartResetAsync(Hers, name, contact, Cancel));
        Assert.Equal((end, false), await FirstAsync());
        Portal.Clock.Advance(10.Minutes);

        for (var i = 0; i < PasswordReset.MostWrong + 1; i++)
            Assert.Equal(new Refusal.CodeExpired(end), await Portal.Service.ProveResetAsync(Hers, "00000000", Cancel));

        Assert.Equal((end, true), await FirstAsync());
        Assert.Empty(await Portal.ReadAsync(context => Task.FromResult(context.SignIns.ToList())));
    }

    /// <summary>Else guesses that cost nothing could be made at it.</summary>
    [Fact]
    public async Task A_first_code_that_was_sent_late_ends_with_the_others()
    {
        var end = Portal.Now + 10.Minutes;
        Assert.Null(await Portal.Service.StartResetAsync(Hers, Rachel, RachelsMail.Value, Cancel));
        Portal.Clock.Advance(3.Minutes);
        var code = await LastCodeAsync(RachelsMail);
        Portal.Clock.Advance(8.Minutes);

        Assert.Equal(new Refusal.CodeExpired(end), await Portal.Service.ProveResetAsync(Hers, code, Cancel));
    }

    [Fact]
    public async Task A_second_code_that_has_ended_is_no_wrong_try_and_another_can_be_sent()
    {
        await ProveFirstAsync(RachelsMail);
        var phone = await IdOfAsync(RachelsPhone);
        Assert.Null(await Portal.Service.AskForSecondAsync(Hers, phone, Cancel));
        var (old, end) = (await LastCodeAsync(RachelsPhone), Portal.Now + 10.Minutes);
        Portal.Clock.Advance(11.Minutes);

        for (var i = 0; i < PasswordReset.MostWrong + 1; i++)
            Assert.Equal(new Refusal.CodeExpired(end), await Portal.Service.ProveSecondAsync(Hers, old, Cancel));
        var over = (await Portal.Service.ResetAsync(Hers, Cancel))!.Asked!;
        Assert.Equal((phone, null, end), (over.Id, over.Reference, over.CodeEndsAt));

        Assert.Null(await Portal.Service.AskForSecondAsync(Hers, phone, Cancel));
        var code = await LastCodeAsync(RachelsPhone);
        Assert.NotEqual(old, code);
        Assert.Equal(Portal.Now + 10.Minutes, (await Portal.Service.ResetAsync(Hers, Cancel))!.Asked!.CodeEndsAt);
        Assert.Equal(new Refusal.WrongCode(4), await Portal.Service.ProveSecondAsync(Hers, Not(code), Cancel));
        Assert.Null(await Portal.Service.ProveSecondAsync(Hers, code, Cancel));
        Assert.Null(await Portal.Service.FinishResetAsync(Hers, NewPassword, Cancel));
    }

    private async Task<(DateTimeOffset, bool)> FirstAsync()
    {
        var reset = (await Portal.Service.ResetAsync(Hers, Cancel))!;
        return (reset.FirstEndsAt, reset.IsFirstOver);
    }
}
