using System.Collections.Immutable;
using SecurityPortal.Domain;
using SecurityPortal.Domain.Risk;
using SecurityPortal.Service;
using SecurityPortal.Tests.Support;

namespace SecurityPortal.Tests.Service;

/// <summary>R-ACT-1: rows become what people can read, and what is unusual is told apart from what is not.</summary>
public sealed class ActivityGroupsTests
{
    private const string Mail = "rachel@mail.example";

    private static readonly TimeZoneInfo s_auckland = TimeZoneInfo.FindSystemTimeZoneById("Pacific/Auckland");
    private static readonly SessionId s_session = SessionId.New(Portal.Noon);

    private readonly List<ActivityRow> _rows = [];

    [Fact]
    public void A_password_its_code_and_what_was_sent_are_one_sign_in()
    {
        Try(SignInCause.PasswordRight, s_session);
        Did(ActivityEntry.CodeAsked, s_session, Mail);
        Did(ActivityEntry.CodeAsked, s_session, Mail);
        Try(SignInCause.WrongCode, s_session, Mail);
        Try(SignInCause.SignedIn, s_session, Mail);

        var group = Assert.Single(Groups());
        Assert.Equal(("Cause_SignedIn", 1, Mail), (group.What, group.Times, group.Contact));
        Assert.Empty(group.Why);
        Assert.Equal(5, group.Rows.Length);
    }

    [Fact]
    public void Wrong_passwords_of_one_source_and_browser_are_one_line_a_day()
    {
        for (var times = 0; times < 4; times++)
            Try(SignInCause.WrongPassword);
        Try(SignInCause.WrongPassword, source: Life.Elsewhere);
        Try(SignInCause.WrongPassword, browser: "Firefox/Windows");
        Try(SignInCause.WrongPassword, at: Portal.Noon - 1.Days);

        Assert.Equal([4, 1, 1, 1], Groups().Select(group => group.Times).OrderDescending());
    }

    [Fact]
    public void What_is_alike_on_one_day_is_one_line()
    {
        for (var times = 0; times < 3; times++)
        {
            var session = SessionId.New(Portal.Noon);
            Try(SignInCause.PasswordRight, session);
            Try(SignInCause.SignedIn, session, Mail);
        }

        var group = Assert.Single(Groups());
        Assert.Equal(3, group.Times);
        Assert.Equal(3, group.Rows.Select(row => row.Session).Distinct().Count());
    }

    /// <summary>Noon in London is one day, and one in the morning in Auckland another.</summary>
    [Fact]
    public void A_day_is_the_readers()
    {
        Try(SignInCause.WrongPassword, at: Portal.Noon - 2.Hours);
        Try(SignInCause.WrongPassword, at: Portal.Noon);

        _ = Assert.Single(Groups());
        Assert.Equal(2, Groups(s_auckland).Length);
    }

    [Fact]
    public void What_was_said_is_not_mixed_with_what_was_not()
    {
        Try(SignInCause.WrongPassword);
        _rows[^1] = _rows[^1] with { Answer = OwnersAnswer.WasMe };
        Try(SignInCause.WrongPassword);

        Assert.Equal([null, OwnersAnswer.WasMe], Groups().Select(group => group.Answer).Order());
    }

    [Fact]
    public void A_report_by_link_and_what_is_told_of_it_are_one_line()
    {
        Try(SignInCause.CodeNotAskedFor, contact: Mail);
        Did(nameof(SecurityEvent.CodeNotAskedFor), null, Mail);

        Assert.Equal([UnusualReason.CodeNotAskedFor], Assert.Single(Groups()).Why);
    }

    [Fact]
    public void Is_unusual_by_its_score_or_by_a_new_country()
    {
        SignedIn(score: 30, RiskSignal.NewNetwork);
        SignedIn(score: 29, RiskSignal.NewCountry);
        SignedIn(score: 29, RiskSignal.NewBrowser);

        Assert.Equal([[UnusualReason.Risk], [UnusualReason.NewCountry], []], Groups().OrderByDescending(group => group.Row.Score).ThenByDescending(group => group.Why.Length).Select(group => group.Why));
    }

    [Theory]
    [InlineData(SignInCause.WrongCode)]
    [InlineData(SignInCause.WrongContact)]
    [InlineData(SignInCause.MethodBlocked)]
    public void Is_unusual_when_the_password_was_right_and_what_followed_was_not(SignInCause cause)
    {
        Try(SignInCause.PasswordRight, s_session);
        Try(cause, s_session);

        Assert.Equal([UnusualReason.RightPasswordWrongCode], Assert.Single(Groups()).Why);
    }

    [Fact]
    public void Is_unusual_when_no_code_followed_in_a_browser_that_is_not_known()
    {
        Try(SignInCause.PasswordRight, s_session, at: Portal.Noon - 20.Minutes);
        Assert.Empty(Assert.Single(Groups()).Why);

        Did(nameof(SecurityEvent.PasswordKnown), s_session, null, at: Portal.Noon - 20.Minutes);
        var group = Assert.Single(Groups());
        Assert.Equal(("Cause_PasswordRight", UnusualReason.RightPasswordNoCode), (group.What, Assert.Single(group.Why)));
    }

    [Fact]
    public void Who_is_still_on_the_way_in_is_not_unusual()
    {
        Try(SignInCause.PasswordRight, s_session, at: Portal.Noon - 14.Minutes, signals: RiskSignal.NewBrowser);
        Assert.Empty(Assert.Single(Groups()).Why);

        _rows[0] = _rows[0] with { At = Portal.Noon - 15.Minutes };
        Assert.Equal([UnusualReason.RightPasswordNoCode], Assert.Single(Groups()).Why);
    }

    [Fact]
    public void A_report_by_link_is_to_be_looked_at_and_ones_own_is_not()
    {
        Try(SignInCause.ReportedNotMine);
        Try(SignInCause.ReportedNotMine, s_session);

        var groups = Groups();
        Assert.Equal(2, groups.Length);
        Assert.Equal([UnusualReason.ReportedByLink], Assert.Single(groups, group => group.IsOpen).Why);
        Assert.False(Assert.Single(groups, group => !group.IsOpen).IsAnswerable);
    }

    [Fact]
    public void What_the_portal_did_by_itself_is_asked_of_nobody()
    {
        Did(nameof(SecurityEvent.ReplacementReminder), null, null, source: ActivityEntry.Portal);

        Assert.False(Assert.Single(Groups()).IsAnswerable);
    }

    [Fact]
    public void What_was_answered_is_not_open_any_more()
    {
        SignedIn(score: 50, RiskSignal.NewCountry);
        Assert.True(Assert.Single(Groups()).IsOpen);

        _rows[0] = _rows[0] with { Answer = OwnersAnswer.WasMe };
        Assert.False(Assert.Single(Groups()).IsOpen);
    }

    [Fact]
    public void The_latest_comes_first()
    {
        Did(nameof(SecurityEvent.MethodAdded), s_session, Mail, at: Portal.Noon - 3.Days);
        Try(SignInCause.WrongPassword, at: Portal.Noon - 1.Days);
        Did(nameof(SecurityEvent.MethodRemoved), s_session, Mail, at: Portal.Noon - 2.Days);

        Assert.Equal(["Cause_WrongPassword", "Event_MethodRemoved", "Event_MethodAdded"], Groups().Select(group => group.What));
    }

    private void SignedIn(int score, params RiskSignal[] signals)
    {
        Try(SignInCause.SignedIn, SessionId.New(Portal.Noon), Mail, signals: signals);
        _rows[^1] = _rows[^1] with { Score = score };
    }

    private void Try(
        SignInCause cause, SessionId? session = null, string? contact = null, string source = Life.Home, string browser = "Chrome/Linux", DateTimeOffset? at = null, params RiskSignal[] signals) =>
        Add(new() { Ref = Next(true), At = at ?? Portal.Noon, Cause = cause, Session = session, Contact = contact, Source = source, Browser = browser, Signals = [.. signals] });

    private void Did(string kind, SessionId? session, string? contact, string source = Life.Home, DateTimeOffset? at = null) =>
        Add(new() { Ref = Next(false), At = at ?? Portal.Noon, Kind = kind, Session = session, Contact = contact, Source = source, Browser = "Chrome/Linux" });

    private void Add(ActivityRow row) => _rows.Add(row);

    private ActivityRef Next(bool isSignIn) => new(isSignIn, _rows.Count + 1);

    private ImmutableArray<ActivityGroup> Groups(TimeZoneInfo? zone = null) =>
        ActivityGroups.Of(_rows, new(Portal.Noon, [], null, Medium: 30, Wait: 15.Minutes), zone ?? TimeZoneInfo.Utc);
}
