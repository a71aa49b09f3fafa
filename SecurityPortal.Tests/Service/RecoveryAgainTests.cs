using SecurityPortal.Domain;
using SecurityPortal.Service;
using SecurityPortal.Tests.Support;
using static SecurityPortal.Tests.Support.People;

namespace SecurityPortal.Tests.Service;

/// <summary>R-FORM: a request whose code is of no use any more does not stand in the way of the next.</summary>
public sealed class RecoveryAgainTests : IAsyncLifetime
{
    private const string Mine = "rachel@holiday.example";

    private static readonly Visitor s_applicant = From("198.51.100.4") with { BrowserId = "abroad" };

    private Portal _portal = null!;

    public async ValueTask InitializeAsync()
    {
        _portal = await Portal.OpenAsync(Unlimited.Settings);
        await _portal.SeedAsync();
    }

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task A_code_with_no_tries_left_is_a_code_no_more()
    {
        var code = await AskAsync();
        for (var left = 4; left >= 0; left--)
        {
            Assert.NotNull(await _portal.Service.RecoveryCodeAsync(s_applicant, Cancel));
            Assert.Equal(new Refusal.WrongCode(left), (await _portal.Service.ProveContactAsync(s_applicant, number: null, Not(code), Cancel)).Refusal);
        }

        Assert.Null(await _portal.Service.RecoveryCodeAsync(s_applicant, Cancel));
        await AssertIsOverAsync(code);
    }

    [Fact]
    public async Task Whoever_begins_again_leaves_the_code_and_asks_anew()
    {
        var code = await AskAsync();

        await _portal.Service.LeaveRecoveryAsync(s_applicant with { BrowserId = "another" }, Cancel);
        Assert.NotNull(await _portal.Service.RecoveryCodeAsync(s_applicant, Cancel));
        await _portal.Service.LeaveRecoveryAsync(s_applicant, Cancel);

        Assert.Null(await _portal.Service.RecoveryCodeAsync(s_applicant, Cancel));
        await AssertIsOverAsync(code);
        Assert.NotNull((await _portal.Service.ProveContactAsync(s_applicant, number: null, await AskAsync(), Cancel)).Secret);
    }

    [Fact]
    public async Task A_code_that_has_not_gone_out_when_it_is_left_stays()
    {
        Assert.Null(await _portal.Service.AskForRecoveryAsync(s_applicant, Rachel, Mine, "en", Cancel));
        await _portal.Service.LeaveRecoveryAsync(s_applicant, Cancel);

        await _portal.SendMailAsync();

        Assert.Empty(_portal.Messages.To(Mine));
    }

    [Fact]
    public async Task A_request_that_was_received_is_not_left()
    {
        var answer = await _portal.Service.ProveContactAsync(s_applicant, number: null, await AskAsync(), Cancel);

        await _portal.Service.LeaveRecoveryAsync(s_applicant, Cancel);

        Assert.NotNull(await _portal.Service.RecoveryAsync(s_applicant, answer.Number!, Cancel));
    }

    private async Task AssertIsOverAsync(string code)
    {
        Assert.IsType<Refusal.NoCodeAsked>((await _portal.Service.ProveContactAsync(s_applicant, number: null, code, Cancel)).Refusal);
        Assert.All((await _portal.MessagesAsync()).Where(message => message.To == Mine), message => Assert.Null(message.Payload));
    }

    private async Task<string> AskAsync()
    {
        Assert.Null(await _portal.Service.AskForRecoveryAsync(s_applicant, Rachel, Mine, "en", Cancel));
        await _portal.SendMailAsync();
        return _portal.Messages.To(Mine).Last(message => message.Code is not null).Code!;
    }
}
