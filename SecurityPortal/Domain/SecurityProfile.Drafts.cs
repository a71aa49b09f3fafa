using System.Collections.Immutable;

namespace SecurityPortal.Domain;

// What is entered before a replacement starts. Each session has its own draft, so that nobody finishes another's.
public sealed partial class SecurityProfile
{
    public ImmutableArray<ReplacementDraft> Drafts { get; private set; } = [];

    public ReplacementDraft? DraftOf(SessionId session) => Drafts.FirstOrDefault(draft => draft.Session == session);

    /// <summary>Takes new info in and sends it a code.</summary>
    public Refusal? EnterNewInfo(Asker by, Contact contact, string language, int accountsOfPhone, NewCode code, SecurityPolicy policy, DateTimeOffset now)
    {
        Advance(policy, now);
        if (WhyNoDraft(by, policy, now) is { } refusal)
            return refusal;

        var draft = DraftOf(by.Session) ?? new() { Session = by.Session, OpenedAt = now };
        if (draft.Infos.FirstOrDefault(info => info.Contact == contact) is { } entered)
            return entered.ConfirmedAt is null
                ? AskForCode(by, Purpose.ConfirmNewInfo, entered.Id, code, policy, now)
                : new Refusal.AlreadyYours(contact);

        if ((WhyNotNewInfo(by, contact, accountsOfPhone, policy) ?? WhyDisowned(contact, now)) is { } reason)
            return reason;

        if (draft.Infos.Length >= policy.MaxMethods)
            return new Refusal.TooManyMethods(policy.MaxMethods);

        if (WhyTooManyDestinations(by, CountedAsNew(contact), policy) is { } later)
            return later;

        NewInfo added = new() { Id = MethodId.New(now), Kind = contact.Kind, Value = contact.Value, Language = language };
        Store(draft with { Infos = draft.Infos.Add(added) });
        if (AskForCode(by, Purpose.ConfirmNewInfo, added.Id, code, policy, now) is { } unsent)
        {
            Store(draft);
            return unsent;
        }

        Remember(by, CountedAsNew(contact), now);
        return null;
    }

    public Refusal? DropNewInfo(Asker by, MethodId id, SecurityPolicy policy, DateTimeOffset now)
    {
        Advance(policy, now);
        if (Find(by.Session) is null)
            return new Refusal.SignedOut();

        if (DraftOf(by.Session) is not { } draft || !draft.Infos.Any(info => info.Id == id))
            return new Refusal.NoSuchMethod();

        Store(draft with { Infos = draft.Infos.RemoveAll(info => info.Id == id) });
        DropChallenges(challenge => challenge.Method == id && challenge.Session == by.Session, now);
        return null;
    }

    /// <param name="accountsOfPhone">As when it was entered: others may have taken the phone meanwhile (R-METH-15).</param>
    public Refusal? ConfirmNewInfo(Asker by, MethodId id, int accountsOfPhone, SecurityPolicy policy, DateTimeOffset now)
    {
        Advance(policy, now);
        if (WhyNoDraft(by, policy, now) is { } refusal)
            return refusal;

        if (ProofOf(by, Purpose.ConfirmNewInfo, id) is not { } proof
            || DraftOf(by.Session) is not { } draft
            || draft.Infos.FirstOrDefault(info => info.Id == id) is not { } entered)
            return new Refusal.NoCodeAsked();

        if (WhyNotNewInfo(by, entered.Contact, accountsOfPhone, policy) is { } reason)
            return reason;

        Use(proof, now);
        if (WhyYours(entered.Contact) is { } yours)
            return yours;

        Store(draft with { Infos = draft.Infos.Replace(entered, entered with { ConfirmedAt = now }) });
        return null;
    }

    public Refusal? DiscardDraft(Asker by, SecurityPolicy policy, DateTimeOffset now)
    {
        Advance(policy, now);
        if (Find(by.Session) is null)
            return new Refusal.SignedOut();

        Discard(draft => draft.Session == by.Session, now);
        return null;
    }

    /// <summary>A draft stands for the password that it took, for as long as that would have been fresh.</summary>
    public bool MayReplace(Session session, SecurityPolicy policy, DateTimeOffset now) =>
        HasFreshPassword(session, policy, now) || now < DraftOf(session.Id)?.OpenedAt + policy.Codes.ProofLife;

    private Refusal? WhyNoDraft(Asker by, SecurityPolicy policy, DateTimeOffset now)
    {
        if (Find(by.Session) is not { } session)
            return new Refusal.SignedOut();

        if (session.UndoesWith is not null)
            return new Refusal.NotFullySignedIn();

        if (MustChangePassword(session))
            return new Refusal.PasswordMustChange();

        if (Pending is { } pending && DraftOf(by.Session)?.Corrects != pending.Id)
            return new Refusal.ReplacementPending(pending.EndsAt);

        if (WhyFrozen() is { } frozen)
            return frozen;

        if (MustRegister)
            return new Refusal.NothingToReplace();

        if (IsPasswordless)
            return new Refusal.NoPassword();

        return MayReplace(session, policy, now) ? null : new Refusal.PasswordNeeded();
    }

    /// <summary>Whoever knows only the password must not learn by typing it that a contact is the account's (R-METH-3).</summary>
    private Refusal? WhyNotNewInfo(Asker by, Contact contact, int accountsOfPhone, SecurityPolicy policy) => Find(by.Session) switch
    {
        { FullAt: null } => WhyNoCodesTo(contact, policy) ?? WhyServesTooMany(contact, accountsOfPhone, policy),
        _ => WhyNotThis(contact, accountsOfPhone, policy),
    };

    private void Discard(Func<ReplacementDraft, bool> which, DateTimeOffset now)
    {
        foreach (var draft in Drafts.Where(which))
        {
            Drafts = Drafts.Remove(draft);
            DropChallenges(challenge => challenge.Session == draft.Session && challenge.Purpose == Purpose.ConfirmNewInfo, now);
        }
    }

    private void Store(ReplacementDraft draft) =>
        Drafts = [.. Drafts.Where(other => other.Session != draft.Session), draft];
}
