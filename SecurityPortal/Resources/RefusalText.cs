using System.Diagnostics;
using SecurityPortal.Domain;

namespace SecurityPortal.Resources;

/// <summary>
/// A refusal in words: what is refused, why, until when, and what to do instead. Its sentence is filed in
/// <see cref="RefusalWords"/> under the refusal's own name, followed by its fault where it has several.
/// </summary>
public static class RefusalText
{
    /// <param name="zone">The reader's, for the exact time.</param>
    public static string Of(Refusal refusal, DateTimeOffset now, TimeZoneInfo zone) => Sentence(refusal).With(Facts(refusal, now, zone));

    /// <summary>Under which its sentence is filed.</summary>
    public static string NameOf(Refusal refusal) => Variant(refusal) is { } variant ? $"{refusal.GetType().Name}_{variant}" : refusal.GetType().Name;

    private static string Sentence(Refusal refusal)
    {
        var name = NameOf(refusal);
        return RefusalWords.ResourceManager.GetString(name, RefusalWords.Culture) ?? throw new UnreachableException($"No words for the refusal {name}.");
    }

    private static object? Variant(Refusal refusal) => refusal switch
    {
        Refusal.WeakPassword { Fault: var fault } => fault,
        Refusal.WrongPasskey { Fault: var fault } => fault,
        Refusal.Blocked { Scope: var scope, Until: null } => $"{scope}_Open",
        Refusal.Blocked { Scope: var scope } => scope,
        Refusal.LimitReached { Scope: var scope and (BlockScope.Destination or BlockScope.Source or BlockScope.Region) } => scope,
        Refusal.LimitReached => BlockScope.Method,
        Refusal.NotAnEmail { Fault: var fault } => fault,
        Refusal.NotAPhone { Fault: var fault } => fault,
        Refusal.WrongContact { Kind: var kind } => kind,
        Refusal.NotForSignIn { Kind: var kind } => kind,
        Refusal.AlreadyAnswered { Answer: var answer } => answer,
        Refusal.SlowQueue { By: var by } => by,
        Refusal.ChannelOut { By: var by } => by,
        Refusal.NoSuchRegion { Kind: var kind } => kind,
        Refusal.NoSuchArea { By: var by } => by,
        Refusal.NotWrittenDown { Field: var field } => field,
        Refusal.WrongPass { TriesLeft: 0 } => "None",
        Refusal.WrongCode { TriesLeft: 1 } => "Last",
        Refusal.WrongCode { TriesLeft: 0 } => "None",
        _ => null,
    };

    private static object[] Facts(Refusal refusal, DateTimeOffset now, TimeZoneInfo zone) => refusal switch
    {
        Refusal.WeakPassword { Fault: PasswordFault.TooLong } => [PasswordPolicy.MaxLength],
        Refusal.WeakPassword { MinLength: var least } => [least],
        Refusal.NewerCode { Reference: var reference } => [reference],
        Refusal.Blocked { Reason: var reason, Until: var until } =>
            [until is { } end ? InstantWords.Exact(end, zone) : "", until is { } last ? InstantWords.Relative(last, now) : "", BlockWords.ResourceManager.GetString($"Reason_{reason}", BlockWords.Culture)!],
        Refusal.TooManyDestinations { Most: var most, Until: var until } => [InstantWords.Exact(until, zone), InstantWords.Relative(until, now), most],
        Refusal.LimitReached { Most: var most, Until: var until } => [InstantWords.Exact(until, zone), InstantWords.Relative(until, now), most],
        Refusal.TooManyWrongContacts { Most: var most, Until: var until } => [InstantWords.Exact(until, zone), InstantWords.Relative(until, now), most],
        Refusal.AlreadyYours { Contact: var contact } => [Shown(contact)],
        Refusal.TooManyRequests { Most: var most, Until: var until } => [InstantWords.Exact(until, zone), InstantWords.Relative(until, now), most],
        Refusal.TooManySearches { Most: var most, Until: var until } => [InstantWords.Exact(until, zone), InstantWords.Relative(until, now), most],
        Refusal.TooManyCallerNumbers { Most: var most, Until: var until } => [InstantWords.Exact(until, zone), InstantWords.Relative(until, now), most],
        Refusal.TooManyClears { Most: var most, Until: var until } => [InstantWords.Exact(until, zone), InstantWords.Relative(until, now), most],
        Refusal.NotWrittenDown { Most: var most } => [most],
        Refusal.CaseTaken { By: var by } => [by],
        Refusal.NoPace { Most: var most } => [most],
        Refusal.WrongPass { TriesLeft: var left } => [left],
        Refusal.TooManyMethods { Most: var most } => [most],
        Refusal.PhoneServesTooMany { Most: var most } => [most],
        Refusal.BadMethodName { MaxLength: var most } => [most],
        Refusal.NoFilterName { MaxLength: var most } => [most],
        Refusal.TooManyFilters { Most: var most } => [most],
        Refusal.WrongCode { TriesLeft: var left } => [left],
        _ when End(refusal) is { } end => [InstantWords.Exact(end, zone), InstantWords.Relative(end, now)],
        _ => [],
    };

    private static DateTimeOffset? End(Refusal refusal) => refusal switch
    {
        Refusal.SourceBlocked { Until: var end } => end,
        Refusal.SourceSlowed { Until: var end } => end,
        Refusal.ChangesEverything { RestrictedUntil: var end } => end,
        Refusal.TooSoon { At: var end } => end,
        Refusal.ReplacementPending { EndsAt: var end } => end,
        Refusal.PasswordNotYet { From: var from } => from,
        Refusal.TooManyStarts { Until: var end } => end,
        Refusal.LinkUsedUp { Until: var end } => end,
        Refusal.CodeExpired { EndedAt: var end } => end,
        Refusal.RegistrationClosed { ClosedAt: var end } => end,
        Refusal.ClearedMeanwhile { At: var at } => at,
        Refusal.Frozen { Until: var end } => end,
        Refusal.RegistersAlone { Until: var end } => end,
        Refusal.Restricted { Until: var end } => end,
        Refusal.AddressDisowned { Until: var end } => end,
        Refusal.SlowQueue { At: var end } => end,
        Refusal.AlreadyAnswered { At: var said } => said,
        Refusal.CannotSkip { Since: var since } => since,
        Refusal.RegionQueue { At: var end } => end,
        Refusal.TestTooSoon { At: var end } => end,
        _ => null,
    };

    // What the reader has just typed themselves: there is nothing to mask.
    private static string Shown(Contact contact) => contact.Kind switch
    {
        MethodKind.Email => contact.Value,
        MethodKind.Phone => PhoneNumber.Spaced(contact.Value),
        _ => contact.Label,
    };
}
