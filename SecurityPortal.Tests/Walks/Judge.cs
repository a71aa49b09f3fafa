using System.Collections.Immutable;
using SecurityPortal.Domain;

namespace SecurityPortal.Tests.Walks;

/// <summary>One account before and after a step, and what was tried in between.</summary>
internal sealed record Change(SecurityProfile Before, SecurityProfile After, ImmutableArray<Deed> Deeds, DateTimeOffset Now, int Step);

/// <summary>
/// Holds a change of an account against the ledger: whatever is different must follow from what somebody proved, in the
/// session that did it, or from time alone.
/// </summary>
internal sealed partial class Judge(Ledger ledger, Change change)
{
    private SecurityProfile Before => change.Before;

    private SecurityProfile After => change.After;

    private AccountId Account => change.After.Id;

    private DateTimeOffset Now => change.Now;

    private bool WasDue => Before.Pending is { } pending && Now >= pending.EndsAt;

    /// <summary>What happened without its proofs; nothing when all is as it should be.</summary>
    public ImmutableArray<string> Breaches() =>
        [.. Codes(), .. Sessions(), .. Methods(), .. Replacements(), .. Drafts(), .. Restrictions(), .. Passwords()];

    /// <summary>A challenge counts as answered only when the ledger saw its right code come from its own session.</summary>
    private IEnumerable<string> Codes()
    {
        foreach (var answered in After.Challenges.Where(challenge => challenge.AnsweredAt is not null && !ledger.Proofs.Exists(proof => proof.Of.Challenge == challenge.Id)))
        {
            if (change.Deeds.OfType<Deed.TypedCode>().Select(typed => ledger.Right(typed, Now)).FirstOrDefault(sent => sent?.Challenge == answered.Id) is { } right)
                ledger.Proofs.Add(new(right, Now, change.Step));
            else
                yield return $"a code for {answered.Purpose} was taken that its session had not rightly entered";
        }

        if (After.Challenges.Any(challenge => challenge.Tries > 5))
            yield return "more than five tries of one code";
    }

    private IEnumerable<string> Passwords()
    {
        if (Before.PasswordHash == After.PasswordHash)
            yield break;

        var chosen = change.Deeds.OfType<Deed.ChosePassword>().FirstOrDefault(deed => IsFull(deed)
            && (Before.MustChangePassword(Before.Find(deed.As!.Session)!) || ledger.MayChange(deed.As.Session, Now) || IsRegistering(deed.As.Session)));
        if (chosen is null)
            yield return "the password was changed by someone who may not";
        else
        {
            ledger.Passwords[Account] = [chosen.Password];
            ledger.Reached("password changed");
        }
    }

    private IEnumerable<string> Restrictions()
    {
        if (Before.Restriction is null && After.Restriction is not null && !AnyMayChange() && !After.Methods.Any(IsReportedLost))
            yield return "everything was changed at once without a proof";

        if (Before.Restriction is not { } was || After.Restriction is not null || WasDue)
            yield break;

        if (Undone())
            ledger.Reached("undone");
        else if (Now < was.EndsAt)
            yield return "a restriction ended before its time and without the removed method's code";
    }

    private bool Undone() => change.Deeds.Any(deed => ledger.Has(change.Step, deed.As?.Session, Purpose.UndoRestriction) && Before.Find(deed.As!.Session)?.UndoesWith is not null);

    private bool AnyMayChange() => change.Deeds.Any(deed => IsOurs(deed) && (ledger.MayChange(deed.As!.Session, Now) || IsRegistering(deed.As.Session)));

    /// <summary>Whoever registers an account needs no proof by another method, from the first code on until they are done.</summary>
    private bool IsRegistering(SessionId session) => ledger.Has(change.Step, session, Purpose.ConfirmMethod)
        ? ledger.Full.ContainsKey(session) || MayRegister(session)
        : ledger.Full.ContainsKey(session) && Before.Find(session)?.IsRegistering == true;

    private bool IsOurs(Deed deed) => deed.As?.Account == Account && Before.Find(deed.As.Session) is not null;

    private bool IsFull(Deed deed) => IsOurs(deed) && ledger.Full.ContainsKey(deed.As!.Session);

    private bool Used(LinkUse use, string verb) => change.Deeds.OfType<Deed.PressedLink>().Any(deed =>
        deed.Verb == verb && ledger.Links.GetValueOrDefault(deed.Token) is { } link && link.Account == Account && link.Use == use);
}
