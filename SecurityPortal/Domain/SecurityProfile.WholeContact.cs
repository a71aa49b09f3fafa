using System.Collections.Immutable;

namespace SecurityPortal.Domain;

// When something is amiss, whoever signs in types the whole number or address before a code goes there (R-CODE-8).
public sealed partial class SecurityProfile
{
    public const int WrongContactsADay = 5;

    public static readonly TimeSpan WrongContactsWithin = TimeSpan.FromHours(24);

    /// <summary>After a code that nobody wanted (R-DEL-7).</summary>
    private static readonly TimeSpan s_wholeFor = TimeSpan.FromHours(24);

    public DateTimeOffset? AsksWholeUntil { get; private set; }

    /// <summary>When something else was typed lately, and from where.</summary>
    public ImmutableArray<WrongContact> WrongContacts { get; private set; } = [];

    /// <summary>Compares what was typed with a method; right, it lets this session have codes sent there.</summary>
    public Refusal? TypeWhole(Asker by, MethodId method, string typed, SecurityPolicy policy, DateTimeOffset now)
    {
        Advance(policy, now);
        if (WhyNoCode(by, Purpose.SignIn, method, policy, now) is { } refusal)
            return refusal;

        if (!DestinationOf(by, Purpose.SignIn, method)!.Value.To.IsDestination)
            return null;

        if (WhyNotWhole(by, Purpose.SignIn, method, policy, now) is null)
            return null;

        if (WhyNoMoreWrong(by) is { } later)
            return later;

        var known = DestinationOf(by, Purpose.SignIn, method)!.Value.To;
        if (ReadWhole(known.Kind, typed, out var unreadable) is not { } whole)
            return unreadable;

        if (whole != known)
            return CountWrong(by, known, now);

        var session = Find(by.Session)!;
        Replace(session with { Typed = session.Typed.Add(method) });
        return null;
    }

    private Refusal? WhyNotWhole(Asker by, Purpose purpose, MethodId method, SecurityPolicy policy, DateTimeOffset now) =>
        purpose == Purpose.SignIn && Find(by.Session) is { } session && AsksWhole(session, policy, now) && !session.Typed.Contains(method)
            ? new Refusal.WholeContactNeeded()
            : null;

    private bool AsksWhole(Session session, SecurityPolicy policy, DateTimeOffset now) =>
        now < AsksWholeUntil || session.Risk.IsMedium(policy.Risk);

    /// <param name="unreadable">Why it can be no contact at all: that is told, and is no try.</param>
    private Contact? ReadWhole(MethodKind kind, string typed, out Refusal? unreadable) => kind switch
    {
        MethodKind.Email => EmailAddress.Read(typed, out unreadable),
        MethodKind.Phone => PhoneNumber.InE164(typed, Country, out unreadable) is { } number ? new(MethodKind.Phone, number) : null,

        // It is sent nothing, and so never asked for.
        MethodKind.AuthenticatorApp or MethodKind.Passkey or MethodKind.RecoveryCodes => throw new System.Diagnostics.UnreachableException(),
    };

    private Refusal? WhyNoMoreWrong(Asker by)
    {
        var wrong = WrongContacts.Where(other => other.Source == by.Source).ToArray();
        return wrong.Length < WrongContactsADay ? null : new Refusal.TooManyWrongContacts(WrongContactsADay, wrong[^WrongContactsADay].At + WrongContactsWithin);
    }

    private Refusal.WrongContact CountWrong(Asker by, Contact known, DateTimeOffset now)
    {
        WrongContacts = WrongContacts.Add(new(by.Source, now));
        return new(known.Kind);
    }

    private void ForgetWrongContacts(DateTimeOffset now)
    {
        if (now >= AsksWholeUntil)
            AsksWholeUntil = null;
        if (WrongContacts.Any(wrong => now >= wrong.At + WrongContactsWithin))
            WrongContacts = WrongContacts.RemoveAll(wrong => now >= wrong.At + WrongContactsWithin);
    }
}

/// <summary>A number or address that was typed and is not the method's. What it was is nowhere kept.</summary>
public sealed record WrongContact(string Source, DateTimeOffset At);
