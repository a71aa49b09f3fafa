using SecurityPortal.Domain;
using SecurityPortal.Service;
using SecurityPortal.Tests.Support;
using static SecurityPortal.Tests.Support.People;

namespace SecurityPortal.Tests.Service;

/// <summary>R-PASS-5: answers of a passkey that open nothing.</summary>
public sealed class ForgedPasskeyTests : PasskeyTest
{
    [Fact]
    public async Task From_a_page_with_another_address_it_opens_nothing()
    {
        Key.Origin = "http://localhost.evil.example";

        Assert.Equal(PasskeyFault.WrongOrigin, FaultOf((await SignInAsync()).Refusal));
    }

    [Fact]
    public async Task Without_a_finger_a_face_or_a_PIN_it_opens_nothing()
    {
        Key.VerifiesUser = false;

        Assert.Equal(PasskeyFault.NotVerified, FaultOf((await SignInAsync()).Refusal));
    }

    [Fact]
    public async Task It_is_not_taken_in_without_them_either()
    {
        using SoftAuthenticator careless = new() { VerifiesUser = false };
        Assert.NotNull(FaultOf(await AddAsync(Rachels, careless)));

        using SoftAuthenticator elsewhere = new() { Origin = "http://evil.example" };
        Assert.Equal(PasskeyFault.WrongOrigin, FaultOf(await AddAsync(Rachels, elsewhere)));
    }

    [Fact]
    public async Task An_answer_is_taken_once()
    {
        var ask = await Portal.Service.AskForAnyPasskeyAsync(Visitor, Cancel);
        var answer = Key.Prove(ask.Options);
        Assert.Null((await Portal.Service.SignInByPasskeyAsync(Visitor, ask.Token, answer, Cancel)).Refusal);

        Assert.Equal(PasskeyFault.Replayed, FaultOf((await Portal.Service.SignInByPasskeyAsync(Visitor, ask.Token, answer, Cancel)).Refusal));
    }

    [Fact]
    public async Task An_answer_is_taken_once_however_often_it_comes_at_the_same_time()
    {
        var ask = await Portal.Service.AskForAnyPasskeyAsync(Visitor, Cancel);
        var answer = Key.Prove(ask.Options);

        var answers = await Task.WhenAll(Enumerable.Range(0, 64).Select(_ => Task.Run(() => Portal.Service.SignInByPasskeyAsync(Visitor, ask.Token, answer, Cancel))));

        Assert.Single(answers, one => one.Refusal is null);
        Assert.Equal(63, answers.Count(one => one.Refusal is Refusal.WrongPasskey { Fault: PasskeyFault.Replayed }));
    }

    [Fact]
    public async Task One_that_counts_backwards_is_refused_and_told_of()
    {
        Assert.Null((await SignInAsync()).Refusal);
        Key.Count = 1;

        Assert.Equal(PasskeyFault.Cloned, FaultOf((await SignInAsync()).Refusal));
        await Portal.SendMailAsync();
        Assert.All([RachelsMail, RachelsPhone], to => Assert.Contains(Portal.Messages.To(to.Value), message => message.Kind == nameof(SecurityEvent.PasskeyCloned)));
        Assert.Contains(await EventsAsync(), tried => tried.Cause == SignInCause.PasskeyCloned && tried.Group == CauseGroup.Malicious);
    }

    [Fact]
    public async Task An_answer_serves_its_purpose_and_its_session_only()
    {
        var here = await Portal.GivePasswordAsync();
        var there = await Portal.GivePasswordAsync(source: "192.0.2.9");
        var signingIn = (await Portal.Service.AskForPasskeyAsync(here, Purpose.SignIn, Cancel))!;
        var visiting = await Portal.Service.AskForAnyPasskeyAsync(Visitor, Cancel);
        var answer = Key.Prove(signingIn.Options);

        Assert.Equal(PasskeyFault.Expired, FaultOf((await Portal.Service.CompleteSignInByPasskeyAsync(there, signingIn.Token, answer, Cancel)).Refusal));
        Assert.Equal(PasskeyFault.Expired, FaultOf(await Portal.Service.ProveByPasskeyAsync(here, signingIn.Token, answer, Cancel)));
        Assert.Equal(PasskeyFault.Expired, FaultOf((await Portal.Service.SignInByPasskeyAsync(Visitor, signingIn.Token, answer, Cancel)).Refusal));
        Assert.Equal(PasskeyFault.Expired, FaultOf((await Portal.Service.SignInByPasskeyAsync(Visitor with { BrowserId = "another" }, visiting.Token, Key.Prove(visiting.Options), Cancel)).Refusal));
        Assert.NotNull(FaultOf((await Portal.Service.SignInByPasskeyAsync(Visitor, visiting.Token, answer, Cancel)).Refusal));

        Assert.Null((await Portal.Service.CompleteSignInByPasskeyAsync(here, signingIn.Token, answer, Cancel)).Refusal);
    }

    [Fact]
    public async Task What_was_asked_is_answered_within_ten_minutes_or_not_at_all()
    {
        var ask = await Portal.Service.AskForAnyPasskeyAsync(Visitor, Cancel);
        Portal.Clock.Advance(PasskeyCeremonies.Life);

        Assert.Equal(PasskeyFault.Expired, FaultOf((await Portal.Service.SignInByPasskeyAsync(Visitor, ask.Token, Key.Prove(ask.Options), Cancel)).Refusal));
    }

    [Theory]
    [InlineData("")]
    [InlineData("rubbish")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"id":"AAAA","rawId":"AAAA","type":"public-key","clientExtensionResults":{},"response":{}}""")]
    [InlineData("""{"id":"AAAA","rawId":"AAAA","type":"public-key","clientExtensionResults":{},"response":{"clientDataJSON":"%%","authenticatorData":"e30","signature":"","userHandle":"e30"}}""")]
    public async Task Rubbish_is_refused_in_words(string answer)
    {
        var ask = await Portal.Service.AskForAnyPasskeyAsync(Visitor, Cancel);
        Assert.NotNull(FaultOf((await Portal.Service.SignInByPasskeyAsync(Visitor, ask.Token, answer, Cancel)).Refusal));
        Assert.NotNull(FaultOf((await Portal.Service.SignInByPasskeyAsync(Visitor, answer, answer, Cancel)).Refusal));

        var making = (await Portal.Service.AskToMakePasskeyAsync(Rachels, Cancel)).Ask!;
        Assert.NotNull(FaultOf(await Portal.Service.AddPasskeyAsync(Rachels, making.Token, answer, "", Cancel)));
    }
}
