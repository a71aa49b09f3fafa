using System.Globalization;
using System.Reflection;
using System.Security.Claims;
using SecurityPortal.Domain;
using SecurityPortal.Service;

namespace SecurityPortal.Tests.Support;

/// <summary>Every message that there is, in any language, without a store.</summary>
public static class Told
{
    public const string Word = "k7mq2wxyzh";
    public const string Case = "K7QMX2RT";

    public static readonly Contact Landline = new(MethodKind.Phone, "+442079460123");
    public static readonly DateTimeOffset End = new(2026, 12, 22, 14, 5, 0, TimeSpan.Zero);

    private static readonly MessageTexts s_texts = new(new() { Value = new("https://portal.contoso.example/"), Organisation = "Contoso Ltd" });

    /// <summary>What an account can have to tell: each kind of event, with something in it.</summary>
    public static IReadOnlyList<SecurityEvent> Events { get; } = [.. typeof(SecurityEvent).GetNestedTypes().Select(Sample)];

    public static SecurityEvent Event(string kind) => Events.Single(told => told.GetType().Name == kind);

    public static MessageContent Notice(string kind, string language, Contact to)
    {
        var link = LinkOf(kind);
        return s_texts.Notice(Life.With(to).Profile, Event(kind), new(default, to, language, link), link is LinkUse.None ? null : Word);
    }

    public static MessageContent Test(string language, Contact to) => s_texts.Test(Life.With(to).Profile, to, language, Portal.Noon);

    public static MessageContent Code(string language, Contact to, string digits = "123456", string browser = "Chrome/Windows", bool isCall = false)
    {
        var life = Life.With(to);
        Assert.Null(life.Ask(life.GivePassword(), Purpose.SignIn, life.IdOf(to)));
        var challenge = life.Profile.Challenges.Single() with { IsCall = isCall };
        return s_texts.Code(life.Profile, new(challenge, to, language, null), new(challenge.Id, digits, challenge.Seal, "K7"), to.Kind == MethodKind.Email ? Word : null, Reader(browser), Portal.Noon);
    }

    /// <summary>The code of the recovery form, to an address that is no account's.</summary>
    public static MessageContent ApplicantCode(string language)
    {
        var life = Life.With(People.RachelsMail);
        Assert.Null(life.Ask(life.GivePassword(), Purpose.SignIn, life.IdOf(People.RachelsMail)));
        var challenge = life.Profile.Challenges.Single();
        RecoveryRequest request = new()
        {
            Id = Guid.Empty,
            Number = Case,
            Name = People.Rachel,
            NameKey = People.Rachel,
            Contact = "somebody@holiday.example",
            ContactKey = "somebody@holiday.example",
            Language = language,
            Source = Life.Home,
            OpenedAt = Portal.Noon,
        };
        return s_texts.ApplicantCode(request, challenge, new(challenge.Id, "123456", challenge.Seal, "K7"));
    }

    private static Owner Reader(string browser) => Owner.From(new(new ClaimsIdentity(
        [.. Owner.Claims(AccountId.New(Portal.Noon), SessionId.New(Portal.Noon)), .. Owner.Claims(new Visitor(Life.Home, browser, "request"))], "test")))!;

    /// <summary>The longest that goes with it.</summary>
    private static LinkUse LinkOf(string kind) => kind switch
    {
        "ReplacementStarted" or "ReplacementReminder" or "ReplacementCorrected" => LinkUse.CancelReplacement,
        "EverythingChanged" => LinkUse.UndoRestriction,
        "ReplacementApplied" or "ReplacementCancelled" or "NewInfoDropped" or "ChangeUndone" or "CodeNotAskedFor" or "BlockEnded" or "StaffPassGiven" => LinkUse.None,
        _ => LinkUse.Report,
    };

    private static SecurityEvent Sample(Type kind)
    {
        var constructor = kind.GetConstructors().Single();
        var told = (SecurityEvent)constructor.Invoke([.. constructor.GetParameters().Select(Sample)]);
        typeof(SecurityEvent).GetProperty(nameof(SecurityEvent.At))!.SetValue(told, Portal.Noon, BindingFlags.Default, null, null, CultureInfo.InvariantCulture);
        return told;
    }

    private static object Sample(ParameterInfo parameter) => parameter switch
    {
        _ when parameter.ParameterType == typeof(Contact) => People.RachelsMail,
        _ when parameter.ParameterType == typeof(DateTimeOffset) => End,
        _ when parameter.ParameterType == typeof(string) => Case,
        _ when parameter.ParameterType == typeof(bool) => false,
        _ when parameter.ParameterType == typeof(int) => 3,
        _ when parameter.ParameterType == typeof(Role) => Role.HelpDeskLead,
        _ => throw new NotSupportedException($"{parameter}: give it a sample here."),
    };
}
