using System.Collections.Immutable;
using SecurityPortal.Domain;

namespace SecurityPortal.Tests.Walks;

internal sealed partial class Judge
{
    private static readonly TimeSpan s_wait = TimeSpan.FromDays(30);

    private IEnumerable<string> Replacements()
    {
        if (Before.Pending is { } was && After.Pending?.Id != was.Id && WhyEnded(was) is { } ended)
            yield return ended;

        if (After.Pending is { } pending && pending.StartedAt != Before.Pending?.StartedAt && WhyStarted(pending) is { } started)
            yield return started;

        if (Before.Unexplained is not null && After.Unexplained != Before.Unexplained && !change.Deeds.Any(IsFull) && After.Pending is null)
            yield return "somebody who is not signed in said who had started a replacement";
    }

    private string? WhyEnded(Replacement was)
    {
        var end = After.Replacements.FirstOrDefault(ended => ended.Id == was.Id)?.End;
        var goal = end?.Outcome switch
        {
            ReplacementOutcome.Applied when Now >= was.EndsAt && AreAllThereIs(was.Infos) => "applied",
            ReplacementOutcome.CancelledByUse when Now < was.EndsAt && (ByOldInfo() || ByProof(was) || Undone()) => "cancelled by use",
            ReplacementOutcome.CancelledByLink when Now < was.EndsAt && Used(LinkUse.CancelReplacement, "cancel") => "cancelled by link",
            _ => null,
        };
        if (goal is null)
            return $"a replacement ended without its proofs: {end}";

        ledger.Reached(goal);
        return null;
    }

    private bool AreAllThereIs(ImmutableArray<NewInfo> infos) =>
        After.Methods.Where(method => method.VerifiedAt is not null).Select(method => method.Id).ToHashSet().IsSubsetOf(infos.Select(info => info.Id));

    private bool ByOldInfo() => Before.Methods.Any(method => method.IsUsable && change.Deeds.Any(deed => ledger.Has(change.Step, deed.As?.Session, Purpose.SignIn, method.Id)));

    private bool ByProof(Replacement was) => change.Deeds.Any(deed => IsFull(deed)
        && ledger.Proofs.Exists(proof => proof.Of.Session == deed.As!.Session && proof.Of.Purpose == Purpose.ChangeSecurityInfo && proof.At >= was.StartedAt));

    private string? WhyStarted(Replacement started)
    {
        var corrects = Before.Pending is { } pending && pending.Id == started.Id ? pending : null;
        if (started.StartedAt != Now || started.EndsAt != Now + s_wait)
            return "a replacement does not wait for thirty days";

        if (!change.Deeds.Any(deed => IsOurs(deed) && MayStart(deed.As!.Session, started, corrects)))
            return "a replacement was started without its proofs";

        ledger.Reached(corrects is null ? "replacement started" : "replacement corrected");
        return null;
    }

    private bool MayStart(SessionId session, Replacement started, Replacement? corrects) =>
        Before.Find(session) is { UndoesWith: null }
        && (Before.Pending is null || (corrects is not null && ledger.Proofs.Exists(proof => proof.Of.Session == session && proof.Of.Purpose == Purpose.CorrectReplacement)))
        && started.Infos.All(info => ledger.Confirmed(session, info.Id) || corrects?.Infos.Any(old => old.Id == info.Id) == true);

    /// <summary>What a session has entered is its own, and confirmed only by its own code.</summary>
    private IEnumerable<string> Drafts()
    {
        foreach (var draft in After.Drafts.Where(draft => Before.DraftOf(draft.Session)?.Infos.SequenceEqual(draft.Infos) != true))
        {
            if (!change.Deeds.Any(deed => deed.As?.Session == draft.Session))
                yield return "new info was entered in a session that did nothing";

            if (draft.Infos.Any(info => info.ConfirmedAt is not null && !ledger.Confirmed(draft.Session, info.Id) && Before.Pending?.Infos.Any(old => old.Id == info.Id) != true))
                yield return "new info was confirmed without its code";
        }
    }
}
