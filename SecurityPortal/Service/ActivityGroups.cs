using System.Collections.Immutable;
using SecurityPortal.Domain;
using SecurityPortal.Domain.Risk;

namespace SecurityPortal.Service;

/// <summary>Why the owner is to look at something.</summary>
public enum UnusualReason
{
    /// <summary>Its score, of which the signals tell more.</summary>
    Risk,
    HighRisk,
    NewCountry,
    RightPasswordNoCode,
    RightPasswordWrongCode,
    CodeNotAskedFor,
    AddressDisowned,
    ReportedByLink,
    MethodDisabled,
}

/// <summary>What happened, in one line: rows that belong together or are alike.</summary>
/// <param name="What">Under which name its words are filed.</param>
/// <param name="Times">How often it happened that day.</param>
public sealed record ActivityGroup(string What, int Times, ImmutableArray<ActivityRow> Rows, ImmutableArray<UnusualReason> Why)
{
    /// <summary>The latest: it stands for all of them.</summary>
    public ActivityRow Row => Rows[0];

    /// <summary>Of the rows the one that says to which contact.</summary>
    public string? Contact => Rows.FirstOrDefault(row => row.Contact is not null && row.Kind != nameof(SecurityEvent.PasswordKnown))?.Contact;

    public ImmutableArray<RiskSignal> Signals => [.. Rows.SelectMany(row => row.Signals).Distinct().Order()];

    public OwnersAnswer? Answer => Rows.All(row => row.Answer is null) ? null : Rows.Any(row => row.Answer is OwnersAnswer.WasNotMe) ? OwnersAnswer.WasNotMe : OwnersAnswer.WasMe;

    public bool IsAnswerable => Rows.Any(row => row.IsAnswerable);

    public bool IsThisSession => Rows.Any(row => row.IsThisSession);

    /// <summary>Something to look at, of which its owner has not yet said whether it was them.</summary>
    public bool IsOpen => Why.Length > 0 && Answer is null && IsAnswerable;
}

/// <summary>Makes out of rows what people can read: a password and its code are one sign-in, and what is alike on a day is one line (R-ACT-1).</summary>
public static class ActivityGroups
{
    private static readonly SignInCause[] s_completed = [SignInCause.SignedIn, SignInCause.Registered, SignInCause.RememberedBrowser];

    private static readonly SignInCause[] s_wrong = [SignInCause.WrongCode, SignInCause.WrongContact, SignInCause.MethodBlocked];

    /// <summary>What goes with the sign-in in whose session it happened.</summary>
    private static readonly string[] s_ofSignIn = [ActivityEntry.CodeAsked, nameof(SecurityEvent.PasswordKnown), nameof(SecurityEvent.UnusualSignIn)];

    /// <param name="zone">The reader's: what a day is depends on it.</param>
    public static ImmutableArray<ActivityGroup> Of(IEnumerable<ActivityRow> rows, ActivityExcerpt page, TimeZoneInfo zone)
    {
        ImmutableArray<ActivityRow> all = [.. rows.DistinctBy(row => row.Ref)];
        var signIns = all.Where(row => row is { Cause: not null, Session: not null }).Select(row => row.Session).ToHashSet();
        return
        [
            .. all.GroupBy(row => StoryOf(row, signIns))
                .Select(story => Tell([.. story.OrderByDescending(row => row.At).ThenByDescending(row => row.Ref.Id)], page))
                .GroupBy(told => LikenessOf(told, zone))
                .Select(Together)
                .OrderByDescending(group => group.Row.At),
        ];
    }

    /// <summary>One row alone, to be told again.</summary>
    public static ActivityGroup Of(ActivityRow row) => new(WhatOf(row), 1, [row], []);

    /// <summary>The calendar day of something, where its reader is.</summary>
    public static DateOnly DayOf(DateTimeOffset at, TimeZoneInfo zone) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, zone).DateTime);

    private static object StoryOf(ActivityRow row, HashSet<SessionId?> signIns) => row switch
    {
        { Cause: SignInCause.ReportedNotMine } => row.Ref,
        { Cause: not null, Session: { } session } => session,
        { Kind: { } kind, Session: { } session, Refused: null } when s_ofSignIn.Contains(kind) && signIns.Contains(session) => session,

        // Said by a link: once as a try to sign in, once as what is told to everybody.
        { Cause: SignInCause.CodeNotAskedFor or SignInCause.AddressDisowned } => (row.Cause.ToString(), row.At),
        { Kind: nameof(SecurityEvent.CodeNotAskedFor) or nameof(SecurityEvent.AddressDisowned) } => (row.Kind, row.At),
        _ => row.Ref,
    };

    private static ActivityGroup Tell(ImmutableArray<ActivityRow> rows, ActivityExcerpt page)
    {
        var decisive = rows.FirstOrDefault(row => row.Cause is { } cause && s_completed.Contains(cause))
            ?? rows.FirstOrDefault(row => row.Cause is not null and not SignInCause.PasswordRight)
            ?? rows.FirstOrDefault(row => row.Cause is not null)
            ?? rows[0];

        // The row that says how it ended stands for the rest.
        return new(WhatOf(decisive), 1, [decisive, .. rows.Where(row => row != decisive)], [.. WhyUnusual(rows, decisive, page)]);
    }

    private static string WhatOf(ActivityRow row) => row switch
    {
        { Cause: { } cause } => $"Cause_{cause}",
        { Refused: { } refused } => $"Refused_{refused}",
        _ => $"Event_{row.Kind}",
    };

    private static IEnumerable<UnusualReason> WhyUnusual(ImmutableArray<ActivityRow> rows, ActivityRow decisive, ActivityExcerpt page)
    {
        var isCompleted = decisive.Cause is { } end && s_completed.Contains(end);
        if (decisive.Cause is SignInCause.HighRisk || rows.Any(row => row.Kind == nameof(SecurityEvent.SignInHeldUp)))
            yield return UnusualReason.HighRisk;
        else if (rows.Any(row => row.Score >= page.Medium || row.Kind == nameof(SecurityEvent.UnusualSignIn)))
            yield return UnusualReason.Risk;
        else if (isCompleted && rows.Any(row => row.Signals.Contains(RiskSignal.NewCountry)))
            yield return UnusualReason.NewCountry;

        if (!isCompleted && rows.Any(row => row.Cause is SignInCause.PasswordRight) && rows.Any(row => row.Cause is { } cause && s_wrong.Contains(cause)))
            yield return UnusualReason.RightPasswordWrongCode;
        else if (!isCompleted && IsPasswordAlone(rows, decisive, page))
            yield return UnusualReason.RightPasswordNoCode;

        if (OfLink(decisive) is { } reason)
            yield return reason;
    }

    /// <summary>From a browser that is known it is somebody who was called away.</summary>
    private static bool IsPasswordAlone(ImmutableArray<ActivityRow> rows, ActivityRow decisive, ActivityExcerpt page) =>
        rows.Any(row => row.Kind == nameof(SecurityEvent.PasswordKnown))
        || (decisive.Cause is SignInCause.PasswordRight && decisive.Signals.Contains(RiskSignal.NewBrowser) && page.Now >= decisive.At + page.Wait);

    private static UnusualReason? OfLink(ActivityRow row) => row switch
    {
        { Cause: SignInCause.CodeNotAskedFor } or { Kind: nameof(SecurityEvent.CodeNotAskedFor) } => UnusualReason.CodeNotAskedFor,
        { Cause: SignInCause.AddressDisowned } or { Kind: nameof(SecurityEvent.AddressDisowned) } => UnusualReason.AddressDisowned,
        { Cause: SignInCause.ReportedNotMine, Session: null } => UnusualReason.ReportedByLink,
        { Kind: nameof(SecurityEvent.MethodDisabled) } => UnusualReason.MethodDisabled,
        _ => null,
    };

    private static Likeness LikenessOf(ActivityGroup told, TimeZoneInfo zone) => new(
        told.What, told.Contact, told.Row.Source, told.Row.Browser, told.Answer, string.Join(' ', told.Why), told.IsThisSession, DayOf(told.Row.At, zone));

    private static ActivityGroup Together(IEnumerable<ActivityGroup> alike)
    {
        ActivityGroup[] all = [.. alike.OrderByDescending(group => group.Row.At)];
        return all[0] with { Times = all.Length, Rows = [.. all.SelectMany(group => group.Rows)] };
    }

    private readonly record struct Likeness(
        string What, string? Contact, string Source, string Browser, OwnersAnswer? Answer, string Why, bool IsThisSession, DateOnly Day);
}
