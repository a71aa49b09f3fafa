using SecurityPortal.Domain;
using SecurityPortal.Tests.Support;
using static SecurityPortal.Tests.Support.People;

namespace SecurityPortal.Tests.Domain;

/// <summary>R-METH-5, R-CODE-5: a code said in a call.</summary>
public sealed class CallTests
{
    private static readonly Contact s_line = new(MethodKind.Phone, "+441212345678");
    private static readonly SecurityPolicy s_calls = Life.Policy with { HasCalls = true };

    private readonly Life _life = Life.With(RachelsMail, RachelsPhone, s_line);
    private readonly Asker _by;

    public CallTests() => _by = _life.GivePassword();

    [Fact]
    public void Says_the_code_that_was_texted_before()
    {
        Assert.Null(_life.Ask(_by, Purpose.SignIn, _life.IdOf(RachelsPhone)));
        var texted = Asked(RachelsPhone);
        _ = _life.Profile.TakeDispatches();
        _life.Pass(30.Seconds);

        Assert.Null(Call(RachelsPhone));

        var said = Assert.Single(_life.Profile.TakeDispatches());
        Assert.Equal((Channel.Voice, null, texted.Id, 2), (said.By, said.Code, said.Challenge.Id, Asked(RachelsPhone).Sends));
    }

    [Fact]
    public void Waits_as_any_other_sending()
    {
        Assert.Null(_life.Ask(_by, Purpose.SignIn, _life.IdOf(RachelsPhone)));

        Assert.Equal(new Refusal.TooSoon(_life.Now + 30.Seconds), Call(RachelsPhone));
    }

    [Fact]
    public void Is_a_new_code_where_none_is_open()
    {
        Assert.Null(Call(RachelsPhone));

        Assert.NotNull(Assert.Single(_life.Profile.TakeDispatches()).Code);
    }

    [Fact]
    public void Reaches_phones_only_and_only_where_the_portal_can_call()
    {
        Assert.Equal(new Refusal.NoCalls(), Call(RachelsMail));
        Assert.Equal(new Refusal.NoCalls(), _life.Profile.CallWithCode(_by, Purpose.SignIn, _life.IdOf(RachelsPhone), _life.Code(), Life.Policy, _life.Now));
    }

    [Fact]
    public void A_line_that_takes_no_texts_is_called_when_a_code_is_asked_for()
    {
        Assert.Null(_life.Profile.AskForCode(_by, Purpose.SignIn, _life.IdOf(s_line), _life.Code(), s_calls, _life.Now));

        Assert.Equal(Channel.Voice, Assert.Single(_life.Profile.TakeDispatches()).By);
    }

    [Fact]
    public void A_line_that_takes_no_texts_gets_nothing_where_no_channel_calls() =>
        Assert.Equal(new Refusal.NoCalls(), _life.Ask(_by, Purpose.SignIn, _life.IdOf(s_line)));

    [Fact]
    public void Sent_again_it_is_a_text_after_a_call()
    {
        Assert.Null(Call(RachelsPhone));
        _life.Pass(30.Seconds);

        Assert.Null(_life.SendAgain(_by, Asked(RachelsPhone)));

        Assert.Equal([Channel.Voice, Channel.Sms], _life.Profile.TakeDispatches().Select(sent => sent.By));
    }

    [Fact]
    public void Sent_again_to_a_line_that_takes_no_texts_it_is_a_call_once_more()
    {
        Assert.Null(Call(s_line));
        _life.Pass(30.Seconds);

        Assert.Null(_life.Profile.SendAgain(_by, Asked(s_line).Id, _life.Code(), s_calls, _life.Now));

        Assert.Equal([Channel.Voice, Channel.Voice], _life.Profile.TakeDispatches().Select(sent => sent.By));
    }

    private Challenge Asked(Contact of) => _life.Asked(_by, Purpose.SignIn, _life.IdOf(of));

    private Refusal? Call(Contact whom) =>
        _life.Profile.CallWithCode(_by, Purpose.SignIn, _life.IdOf(whom), _life.Code(), s_calls, _life.Now);
}
