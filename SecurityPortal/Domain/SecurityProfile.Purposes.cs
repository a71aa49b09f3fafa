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

        return DestinationOf(by, purpose, method) is { } found
            ? WhyBlocked(found.To, by.Source, now)
            : new Refusal.NoSuchMethod();
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
    };

    private (Contact To, string Language)? DestinationOf(Asker by, Purpose purpose, MethodId id) => purpose switch
    {
        Purpose.SignIn or Purpose.ChangeSecurityInfo => Destination(_methods.Find(method => method.Id == id && method.IsUsable)),
        Purpose.BringBack => Destination(_methods.Find(method => method.Id == id && method is { IsConfirmed: true, SuspendedAt: not null })),
        Purpose.ConfirmMethod => Destination(_methods.Find(method => method.Id == id && method.VerifiedAt is null && method.AddedIn == by.Session)),
        Purpose.UndoRestriction => Find(by.Session)?.UndoesWith == id && Restriction?.Went.Contains(id) == true
            ? Destination(_methods.Find(method => method.Id == id))
            : null,
        Purpose.ConfirmNewInfo => Destination(DraftOf(by.Session)?.Infos.FirstOrDefault(info => info.Id == id)),
        Purpose.CorrectReplacement => Destination(Pending?.Infos.FirstOrDefault(info => info.Id == id)),
    };

    private static (Contact To, string Language)? Destination(SecurityMethod? method) =>
        method is null ? null : (method.Contact, method.Language);

    private static (Contact To, string Language)? Destination(NewInfo? info) =>
        info is null ? null : (info.Contact, info.Language);
}
