namespace SecurityPortal.Domain;

// Which session may ask a code of which method for which purpose, and where that code goes (R-CODE-7).
public sealed partial class SecurityProfile
{
    private Refusal? WhyNoCode(Asker by, Purpose purpose, MethodId method, SecurityPolicy policy, DateTimeOffset now)
    {
        if (Find(by.Session) is not { } session)
            return new Refusal.SignedOut();

        if (session.UndoesWith is not null && purpose != Purpose.UndoRestriction)
            return new Refusal.NotFullySignedIn();

        if (WhyNotFor(session, by, purpose, policy, now) is { } refusal)
            return refusal;

        // What opened the sign-in is not what completes it (R-PASS-3).
        if (purpose == Purpose.SignIn && session.OpenedWith == method)
            return new Refusal.NoSuchMethod();

        if (DestinationOf(by, purpose, method) is not { } found)
            return new Refusal.NoSuchMethod();

        // Its line could be called when it was added, and the portal makes no calls any more.
        if (found.To.Kind == MethodKind.Phone && !policy.HasCalls && !PhoneNumber.TakesTexts(found.To.Value))
            return new Refusal.NoCalls();

        if (WhyNotForSignIn(session, purpose, found.To.Kind, policy) is { } weak)
            return weak;

        return WhyDisabled(purpose, method) ?? (Refusal?)WhyBlocked(found.CountedAs, by, now);
    }

    /// <summary>
    /// What the purpose asks for is asked before its code is sent and again before it is judged, so that no code is used up
    /// for what is refused afterwards.
    /// </summary>
    private Refusal? WhyNotFor(Session session, Asker by, Purpose purpose, SecurityPolicy policy, DateTimeOffset now) => purpose switch
    {
        Purpose.UndoRestriction => Restriction is null ? new Refusal.NothingToUndo() : null,
        Purpose.SignIn => session.FullAt is null ? null : new Refusal.NoCodeAsked(),
        Purpose.ChangeSecurityInfo => WhyNotFull(by),
        Purpose.ConfirmMethod => WhyNotAdd(by, policy, now),
        Purpose.ConfirmNewInfo => WhyNoDraft(by, policy, now),
        Purpose.CorrectReplacement => WhyNoCorrection(by, policy, now),
        Purpose.BringBack => WhyNotBringBack(by),
        Purpose.MendClear => WhyNotMend(by),
        Purpose.ActAsStaff or Purpose.Clear or Purpose.Approve or Purpose.GrantRole => WhyNotStaff(by, policy, now),

        // Bound to the link in a mail, the reset of a password or a request: no session has a part in them.
        Purpose.Disown or Purpose.ResetPassword or Purpose.Recover => new Refusal.NoCodeAsked(),
    };

    /// <summary>
    /// What the step after it would refuse although the code was right. Whoever has not proved a second thing is not told
    /// before the code was right that a contact is one of the account's: they hold it only then.
    /// </summary>
    private Refusal? WhyNotConfirm(Asker by, Purpose purpose, MethodId id, int accountsOfPhone, SecurityPolicy policy) => purpose switch
    {
        Purpose.ConfirmMethod => WhyNotThis(DestinationOf(by, purpose, id)!.Value.To, accountsOfPhone, policy) ?? WhyNoRoom(policy),
        Purpose.ConfirmNewInfo => WhyNotNewInfo(by, DestinationOf(by, purpose, id)!.Value.To, accountsOfPhone, policy),
        _ => null,
    };

    private Destination? DestinationOf(Asker by, Purpose purpose, MethodId id) => purpose switch
    {
        Purpose.SignIn or Purpose.ChangeSecurityInfo => ToMethod(_methods.Find(method => method.Id == id && method.IsUsable)),
        Purpose.ActAsStaff or Purpose.Clear or Purpose.Approve or Purpose.GrantRole =>
            ToMethod(_methods.Find(method => method.Id == id && method.IsUsable && MethodPolicy.IsStrong(method.Kind))),
        Purpose.MendClear => ToMethod(_methods.Find(method => method.Id == id && method.ClearedAt is not null)),
        Purpose.BringBack => ToMethod(_methods.Find(method => method.Id == id && method is { IsConfirmed: true, SuspendedAt: not null, LostAt: null })),
        Purpose.ConfirmMethod => ToMethod(_methods.Find(method => method.Id == id && method.VerifiedAt is null && method.AddedIn == by.Session)),
        Purpose.UndoRestriction => Find(by.Session)?.UndoesWith == id && Restriction?.Went.Contains(id) == true
            ? ToMethod(_methods.Find(method => method.Id == id))
            : null,
        Purpose.ConfirmNewInfo => ToInfo(DraftOf(by.Session)?.Infos.FirstOrDefault(info => info.Id == id), isNew: true),
        Purpose.CorrectReplacement => ToInfo(Pending?.Infos.FirstOrDefault(info => info.Id == id)),
        Purpose.Disown or Purpose.ResetPassword or Purpose.Recover => null,
    };

    private static Destination? ToMethod(SecurityMethod? method) =>
        method is null or { Kind: MethodKind.Passkey } ? null : new(method.Contact, method.Language, CountedAs(method));

    private static Destination? ToInfo(NewInfo? info, bool isNew = false) =>
        info is null ? null : new(info.Contact, info.Language, isNew ? CountedAsNew(info.Contact) : info.Contact.Key);

    private static string CountedAs(SecurityMethod method) => method is { IsSuggested: true, VerifiedAt: null } ? $"suggested:{method.Key}" : method.Key;

    private static string CountedAsNew(Contact contact) => $"new:{contact.Key}";

    /// <param name="CountedAs">
    /// The key under which waits and wrong tries are counted. New info and what was suggested have their own, or a wait or a
    /// block would tell that what was typed is what the account has already.
    /// </param>
    private readonly record struct Destination(Contact To, string Language, string CountedAs);
}
