using Microsoft.EntityFrameworkCore;
using SecurityPortal.Domain;
using SecurityPortal.Service;
using SecurityPortal.Tests.Support;
using static SecurityPortal.Tests.Support.People;

namespace SecurityPortal.Tests.Service;

/// <summary>R-DEL-7 over the store: the link in a mail with a code, and what its page's buttons do.</summary>
public sealed class NotAskedForTests : IAsyncLifetime
{
    private const int Many = 64;

    private static readonly Visitor s_reader = From("203.0.113.50");

    private Portal _portal = null!;
    private Owner _thief = null!;

    public async ValueTask InitializeAsync()
    {
        _portal = await Portal.OpenAsync();
        await _portal.SeedAsync();
        _thief = await _portal.GivePasswordAsync(source: "198.51.100.7");
    }

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task A_mail_with_a_code_carries_the_link_and_a_text_carries_none()
    {
        var token = await AskedAsync(RachelsMail);
        Assert.Equal(token, token.ToLowerInvariant());
        Assert.Contains("I didn't ask for this: http", Newest(RachelsMail).Text, StringComparison.Ordinal);

        _ = await AskAsync(RachelsPhone);
        Assert.Empty(Newest(RachelsPhone).Links);
        Assert.DoesNotContain("http", Newest(RachelsPhone).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Costs_no_row_and_opening_it_changes_nothing()
    {
        var token = await AskedAsync(RachelsMail);
        var before = await DigestAsync();

        Assert.Equal(new CodeMailView(_portal.Now, null, null, null), await LookAsync(token));
        Assert.Equal(new CodeMailView(_portal.Now, null, null, null), await LookAsync($" {token.ToUpperInvariant()} "));

        Assert.Equal(before, await DigestAsync());
        Assert.Equal(0, await _portal.ReadAsync(context => context.Links.CountAsync(Cancel)));
    }

    [Fact]
    public async Task A_forged_one_is_none()
    {
        var token = await AskedAsync(RachelsMail);
        var message = await _portal.ReadAsync(context => context.Messages.AsNoTracking().SingleAsync(sent => sent.Reference == Newest(RachelsMail).Reference, Cancel));
        var unsigned = Convert.ToHexStringLower(message.Id.ToByteArray(bigEndian: true)) + new string('0', 32);
        foreach (var forged in new[] { Not(token), Not(token[..32]) + token[32..], token[..^2], token + "00", unsigned, "", new('a', 10_000), "\ud800" })
        {
            Assert.Null(await LookAsync(forged));
            Assert.Equal(new Refusal.NoSuchLink(), await _portal.Service.ReportCodeAsync(s_reader, forged, Cancel));
            Assert.Equal(new Refusal.NoSuchLink(), await _portal.Service.AskToDisownAsync(s_reader, forged, Cancel));
            Assert.Equal(new Refusal.NoSuchLink(), await _portal.Service.SendDisowningAgainAsync(s_reader, forged, Cancel));
            Assert.Equal(new Refusal.NoSuchLink(), await _portal.Service.DisownAsync(s_reader, forged, default, "123456", Cancel));
        }
    }

    /// <summary>Signed rightly, and yet not of a mail with a code.</summary>
    [Fact]
    public async Task No_other_message_has_one()
    {
        _ = await _portal.StartReplacementAsync();
        _ = await AskAsync(RachelsPhone);
        var others = await _portal.ReadAsync(context => context.Messages.AsNoTracking().Where(sent => sent.Kind != Message.CodeKind || sent.Channel != Channel.Email).ToListAsync(Cancel));

        Assert.True(others.Count >= 4);
        foreach (var other in others)
            Assert.Null(await LookAsync(Codes.TokenOf(other.Id)));
    }

    [Fact]
    public async Task Serves_ten_days_to_the_second()
    {
        var token = await AskedAsync(RachelsMail);
        _portal.Clock.Advance(10.Days - 1.Seconds);
        Assert.NotNull(await LookAsync(token));
        Assert.Null(await _portal.Service.AskToDisownAsync(s_reader, token, Cancel));

        _portal.Clock.Advance(1.Seconds);
        Assert.Null(await LookAsync(token));
        Assert.Equal(new Refusal.NoSuchLink(), await _portal.Service.ReportCodeAsync(s_reader, token, Cancel));
        Assert.Equal(new Refusal.NoSuchLink(), await _portal.Service.AskToDisownAsync(s_reader, token, Cancel));
    }

    [Fact]
    public async Task Sent_once_more_it_is_the_same_link()
    {
        var token = await AskedAsync(RachelsMail);
        _portal.Clock.Advance(1.Minutes);
        Assert.Null(await _portal.Service.SendAgainAsync(_thief, (await _portal.OverviewAsync(_thief)).Challenges[0].Id, Cancel));
        await _portal.SendMailAsync();

        Assert.Equal(2, _portal.Messages.To(RachelsMail.Value).Count);
        Assert.Equal(token, TokenIn(Newest(RachelsMail)));
    }

    [Fact]
    public async Task Reporting_ends_the_session_that_asked_and_is_an_event_a_case_and_a_notice()
    {
        var token = await AskedAsync(RachelsMail);

        Assert.Null(await _portal.Service.ReportCodeAsync(s_reader, token, Cancel));

        Assert.Null(await _portal.Service.OverviewAsync(_thief, Cancel));
        var opened = Assert.Single(await CasesAsync());
        Assert.Equal((CaseKind.CodeNotAskedFor, s_reader.Source), (opened.Kind, opened.Source));
        Assert.Equal(opened.Number, (await LookAsync(token))!.ReportedAs);
        Assert.Equal(1, await EventsAsync(SignInCause.CodeNotAskedFor));
        await _portal.SendMailAsync();
        Assert.Contains(opened.Number, Assert.Single(_portal.Messages.All, sent => sent.Kind == nameof(SecurityEvent.CodeNotAskedFor)).Text, StringComparison.Ordinal);
        Assert.Equal(nameof(SecurityEvent.CodeNotAskedFor), Newest(RachelsPhone).Kind);
    }

    [Fact]
    public async Task Of_sixty_four_reports_at_once_one_counts()
    {
        var token = await AskedAsync(RachelsMail);

        var answers = await AtOnceAsync(() => _portal.Service.ReportCodeAsync(s_reader, token, Cancel));

        Assert.All(answers, Assert.Null);
        Assert.Single(await CasesAsync());
        Assert.Equal(1, await EventsAsync(SignInCause.CodeNotAskedFor));
        await _portal.SendMailAsync();
        Assert.Single(_portal.Messages.All, sent => sent.Kind == nameof(SecurityEvent.CodeNotAskedFor));
    }

    [Fact]
    public async Task Of_sixty_four_presses_at_once_one_sends_a_code_and_of_its_answers_one_counts()
    {
        var token = await AskedAsync(RachelsMail);
        var sent = CodesTo(RachelsMail);

        Assert.All(await AtOnceAsync(() => _portal.Service.AskToDisownAsync(s_reader, token, Cancel)), Assert.Null);
        await _portal.SendMailAsync();
        Assert.Equal(sent + 1, CodesTo(RachelsMail));
        Assert.Empty(Newest(RachelsMail).Links);

        var challenge = (await LookAsync(token))!.Sent!.Id;
        var code = Newest(RachelsMail).Code!;
        Assert.All(await AtOnceAsync(() => _portal.Service.DisownAsync(s_reader, token, challenge, code, Cancel)), Assert.Null);
        Assert.Equal(CaseKind.AddressDisowned, Assert.Single(await CasesAsync()).Kind);
        Assert.Equal(1, await EventsAsync(SignInCause.AddressDisowned));
        await _portal.SendMailAsync();
        Assert.Single(_portal.Messages.All, message => message.Kind == nameof(SecurityEvent.AddressDisowned));
        Assert.DoesNotContain((await _portal.OverviewAsync(_thief)).Usable, method => method.Shown == RachelsMail.Masked);
    }

    [Fact]
    public async Task Of_sixty_four_wrong_codes_at_once_five_are_judged()
    {
        var token = await AskedAsync(RachelsMail);
        Assert.Null(await _portal.Service.AskToDisownAsync(s_reader, token, Cancel));
        await _portal.SendMailAsync();
        var challenge = (await LookAsync(token))!.Sent!.Id;
        var wrong = Not(Newest(RachelsMail).Code!);

        var answers = await AtOnceAsync(() => _portal.Service.DisownAsync(s_reader, token, challenge, wrong, Cancel));

        Assert.Equal(Many - 4, answers.Count(answer => answer is Refusal.WrongCode { TriesLeft: 0 }));
        Assert.Equal(5, (await _portal.ProfileAsync(_thief)).WrongTries.Length);
        Assert.Empty(await CasesAsync());
    }

    /// <summary>R-CODE-7: it proves nothing but what it was sent for, and nothing else proves that.</summary>
    [Fact]
    public async Task Its_code_and_that_of_a_sign_in_do_not_stand_for_one_another()
    {
        var token = await AskedAsync(RachelsMail);
        var (signIn, signInCode) = await _portal.CodeAsync(_thief, Purpose.SignIn, await _portal.MethodAsync(_thief, RachelsMail));
        Assert.Null(await _portal.Service.AskToDisownAsync(s_reader, token, Cancel));
        await _portal.SendMailAsync();
        var (challenge, code) = ((await LookAsync(token))!.Sent!.Id, Newest(RachelsMail).Code!);

        Assert.Equal(new Refusal.NoCodeAsked(), await _portal.Service.DisownAsync(s_reader, token, signIn, signInCode, Cancel));
        Assert.Equal(new Refusal.NoCodeAsked(), (await _portal.Service.CompleteSignInAsync(_thief, challenge, code, Cancel)).Refusal);
        Assert.Null(await _portal.Service.DisownAsync(s_reader, token, challenge, code, Cancel));
        Assert.Single((await _portal.ProfileAsync(_thief)).Sessions);
    }

    [Fact]
    public async Task The_link_of_one_mail_answers_for_no_other()
    {
        var first = await AskedAsync(RachelsMail);
        Assert.Null(await _portal.Service.AskToDisownAsync(s_reader, first, Cancel));
        await _portal.SendMailAsync();
        var (challenge, code) = ((await LookAsync(first))!.Sent!.Id, Newest(RachelsMail).Code!);
        _thief = await _portal.GivePasswordAsync(source: "198.51.100.8");
        var second = await AskedAsync(RachelsMail);

        Assert.Equal(new Refusal.NoCodeAsked(), await _portal.Service.DisownAsync(s_reader, second, challenge, code, Cancel));
        Assert.Null((await LookAsync(second))!.Sent);
    }

    [Fact]
    public async Task An_address_that_somebody_else_typed_is_left_alone_from_then_on()
    {
        Assert.Null(await _portal.Service.EnterNewInfoAsync(_thief, NewMail, Cancel));
        await _portal.SendMailAsync();
        var token = TokenIn(Newest(NewMail));
        Assert.Null(await _portal.Service.AskToDisownAsync(s_reader, token, Cancel));
        await _portal.SendMailAsync();

        Assert.Null(await _portal.Service.DisownAsync(s_reader, token, (await LookAsync(token))!.Sent!.Id, Newest(NewMail).Code!, Cancel));

        Assert.Empty((await _portal.OverviewAsync(_thief)).Draft!.Infos);
        Assert.Equal(new Refusal.AddressDisowned(_portal.Now + 90.Days), await _portal.Service.EnterNewInfoAsync(_thief, NewMail, Cancel));
        Assert.True((await LookAsync(token))!.Disowned!.IsTakenOut);
    }

    [Fact]
    public async Task After_a_report_a_code_goes_only_to_who_types_the_whole_contact()
    {
        Assert.Null(await _portal.Service.ReportCodeAsync(s_reader, await AskedAsync(RachelsMail), Cancel));
        var owner = await _portal.GivePasswordAsync();
        var phone = await _portal.MethodAsync(owner, RachelsPhone);
        Assert.Equal(new Refusal.WholeContactNeeded(), await _portal.Service.AskForCodeAsync(owner, Purpose.SignIn, phone, Cancel));

        Assert.Equal(new Refusal.WrongContact(MethodKind.Phone), await _portal.Service.AskForCodeByContactAsync(owner, phone, NewPhone.Value, Cancel));
        Assert.Null(await _portal.Service.AskForCodeByContactAsync(owner, phone, "07700 900123", Cancel));

        var (challenge, code) = await _portal.CodeAsync(owner, Purpose.SignIn, phone);
        Assert.NotNull((await _portal.Service.CompleteSignInAsync(owner, challenge, code, Cancel)).Owner);
        Assert.Equal(1, await EventsAsync(SignInCause.WrongContact));
    }

    [Fact]
    public async Task Of_sixty_four_wrong_contacts_at_once_five_are_compared()
    {
        Assert.Null(await _portal.Service.ReportCodeAsync(s_reader, await AskedAsync(RachelsMail), Cancel));
        var owner = await _portal.GivePasswordAsync();
        var mail = await _portal.MethodAsync(owner, RachelsMail);

        var answers = await AtOnceAsync(() => _portal.Service.AskForCodeByContactAsync(owner, mail, NewMail.Value, Cancel));

        Assert.Equal(5, answers.Count(answer => answer is Refusal.WrongContact));
        Assert.Equal(Many - 5, answers.Count(answer => answer is Refusal.TooManyWrongContacts));
    }

    private OneTimeCodes Codes => (OneTimeCodes)_portal.Services.GetService(typeof(OneTimeCodes))!;

    private static Task<Refusal?[]> AtOnceAsync(Func<Task<Refusal?>> press) =>
        Task.WhenAll(Enumerable.Range(0, Many).Select(_ => Task.Run(press)));

    private Task<CodeMailView?> LookAsync(string token) => _portal.Service.LookAtCodeMailAsync(s_reader, token, Cancel);

    private async Task<MethodId> AskAsync(Contact contact)
    {
        var method = await _portal.MethodAsync(_thief, contact);
        Assert.Null(await _portal.Service.AskForCodeAsync(_thief, Purpose.SignIn, method, Cancel));
        await _portal.SendMailAsync();
        return method;
    }

    private async Task<string> AskedAsync(Contact contact)
    {
        _ = await AskAsync(contact);
        return TokenIn(Newest(contact));
    }

    private static string TokenIn(SecurityPortal.Delivery.Dispatch message) => Assert.Single(message.Links).Split('/')[^1];

    private SecurityPortal.Delivery.Dispatch Newest(Contact contact) => _portal.Messages.To(contact.Value)[^1];

    private int CodesTo(Contact contact) => _portal.Messages.To(contact.Value).Count(sent => sent.Kind == Message.CodeKind);

    private Task<List<SecurityCase>> CasesAsync() => _portal.ReadAsync(context => context.Cases.AsNoTracking().ToListAsync(Cancel));

    private Task<int> EventsAsync(SignInCause cause) => _portal.ReadAsync(context => context.SignIns.CountAsync(happened => happened.Cause == cause, Cancel));

    private async Task<string> DigestAsync() =>
        $"{(await _portal.ProfileAsync(_thief)).Version} {await _portal.ReadAsync(context => context.Messages.CountAsync(Cancel))} {(await CasesAsync()).Count}";
}
