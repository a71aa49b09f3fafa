using System.Collections.Immutable;
using SecurityPortal.Domain;
using SecurityPortal.Domain.Risk;
using SecurityPortal.Resources;

namespace SecurityPortal.Service;

/// <summary>Makes rows for one full session out of what is stored.</summary>
internal sealed class ActivityRows(SecurityProfile profile, Owner owner)
{
    private static readonly string[] s_aboutBrowsers =
    [
        nameof(SecurityEvent.BrowserRemembered), nameof(SecurityEvent.BrowserForgotten), nameof(SecurityEvent.UnusualSignIn),
        nameof(SecurityEvent.SignInHeldUp), nameof(SecurityEvent.PasswordKnown),
    ];

    // What staff write beside a block is theirs.
    private static readonly string[] s_aboutBlocks = [ActivityEntry.BlockSet, ActivityEntry.BlockLifted];

    private readonly Session? _own = profile.Find(owner.Session);

    public ActivityRow Of(SignInEvent happened) => new()
    {
        Ref = new(true, happened.Id),
        At = happened.At,
        Cause = happened.Cause,
        Method = happened.Method,
        Contact = profile.Methods.FirstOrDefault(method => method.Id == happened.Method) is { } method ? Shown(method.Contact) : null,
        Session = happened.Session,
        IsThisSession = _own?.IsNamed(happened.Session) == true,
        Source = happened.Source,
        Browser = happened.Browser,
        Country = happened.Country,
        City = happened.City,
        Score = happened.Score,
        Signals = Read(happened.Signals),
        Answer = happened.Answer,
        AnsweredAt = happened.AnsweredAt,
    };

    public ActivityRow Of(ActivityEntry entry) => new()
    {
        Ref = new(false, entry.Id),
        At = entry.At,
        Kind = entry.Kind,
        Method = entry.Method,
        Contact = ContactOf(entry) is { } contact ? Shown(contact) : null,
        IsThereStill = ContactOf(entry) is { } kept && profile.Methods.Any(method => method.IsConfirmed && method.Contact == kept),
        Refused = entry.Refused,
        Session = entry.Session,
        IsThisSession = _own?.IsNamed(entry.Session) == true,
        Source = entry.Source,

        // What was done with a browser is told of that one, which need not be the one that it was done in.
        Browser = entry.About is { } browser && s_aboutBrowsers.Contains(entry.Kind) ? browser : entry.Browser,
        Country = entry.Country,
        City = entry.City,
        Score = entry.Score,
        Signals = Read(entry.Signals),
        Ticket = entry.Ticket,
        Reason = entry.Reason,
        Answer = entry.Answer,
        AnsweredAt = entry.AnsweredAt,
    };

    /// <summary>The latest first. In each table keys rise with time, and in that order it is read.</summary>
    public static IEnumerable<ActivityRow> Merge(IEnumerable<ActivityRow> signIns, IEnumerable<ActivityRow> entries)
    {
        Queue<ActivityRow> ones = new(signIns), others = new(entries);
        while (ones.Count + others.Count > 0)
            yield return others.Count == 0 || (ones.Count > 0 && ones.Peek().At > others.Peek().At) ? ones.Dequeue() : others.Dequeue();
    }

    /// <summary>Behind the last row of each table that has been read.</summary>
    public static ActivityCursor After(ImmutableArray<ActivityRow> rows, ActivityCursor? before) => new(
        rows.LastOrDefault(row => row.Ref.IsSignIn)?.Ref.Id ?? before?.SignIn ?? long.MaxValue,
        rows.LastOrDefault(row => !row.Ref.IsSignIn)?.Ref.Id ?? before?.Entry ?? long.MaxValue);

    private string Shown(Contact contact) => contact.Kind switch
    {
        MethodKind.AuthenticatorApp => MethodWords.AuthenticatorApp,
        MethodKind.Passkey => MethodWords.Passkey,
        _ => OverviewMaker.Shown(contact, _own is not null && profile.IsProved(_own)),
    };

    private static Contact? ContactOf(ActivityEntry entry) => entry.About switch
    {
        null => null,
        _ when s_aboutBrowsers.Contains(entry.Kind) || s_aboutBlocks.Contains(entry.Kind) => null,
        ['+', ..] phone => new(MethodKind.Phone, phone),
        _ when entry.About.StartsWith("app:", StringComparison.Ordinal) => new(MethodKind.AuthenticatorApp, entry.About),
        _ when entry.About.StartsWith("passkey:", StringComparison.Ordinal) => new(MethodKind.Passkey, entry.About),
        var mail => new(MethodKind.Email, mail),
    };

    // A signal that is not known any more says nothing.
    public static ImmutableArray<RiskSignal> Read(string? signals) =>
        [.. (signals ?? "").Split(',').Select(name => Enum.TryParse<RiskSignal>(name, out var signal) ? signal : (RiskSignal?)null).OfType<RiskSignal>()];
}
