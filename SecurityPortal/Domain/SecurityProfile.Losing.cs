using System.Collections.Immutable;

namespace SecurityPortal.Domain;

// in use, or suspended ── "It is lost or stolen" ──▶ lost ── a proof by another established method ──▶ in use
//                                                     └── removed, or cleared by the help desk ──▶ gone
public sealed partial class SecurityProfile
{
    /// <summary>
    /// <em>It is lost or stolen</em>, of all that was on one device at once. It takes no proof: whoever misses their phone is
    /// not to look for a second thing first (R-METH-10). Open while restricted (R-RESTRICT-4); not while a replacement is
    /// pending, which the old info must still be able to cancel (R-PEND-5), and which a full sign-in ends in any case.
    /// </summary>
    /// <param name="knowingly">The user has read that this changes everything at once (R-RESTRICT-1).</param>
    /// <param name="number">For the case that it opens.</param>
    public Refusal? ReportLost(Asker by, ImmutableArray<MethodId> ids, bool knowingly, string number, SecurityPolicy policy, DateTimeOffset now)
    {
        Advance(policy, now);
        if (WhyShut(by) is { } refusal)
            return refusal;

        SecurityMethod[] lost = [.. _methods.Where(method => ids.Contains(method.Id) && method is { IsConfirmed: true, LostAt: null })];
        if (lost.Length == 0 || lost.Length < ids.Distinct().Count())
            return new Refusal.NoSuchMethod();

        if (WhyNotLeave(lost, knowingly, policy, now, out var everything) is { } needed)
            return needed;

        foreach (var method in lost)
            (method.LostAt, method.SuspendedAt) = (now, method.SuspendedAt ?? now);
        if (everything)
            Restrict(by, lost, policy, now);
        TellOfLoss(by, lost, everything, number, now);
        ShutOut(by, lost, now);
        OpenCase(CaseKind.LostDevice, ids[0], by.Source, number, now);
        return null;
    }

    /// <summary>Each is told to itself once more, and from then on to the others only: whoever holds it reads what is sent to it.</summary>
    private void TellOfLoss(Asker by, SecurityMethod[] lost, bool everything, string number, DateTimeOffset now)
    {
        foreach (var method in lost)
        {
            SecurityEvent.MethodReportedLost happened = new(method.Contact, number) { At = now, By = by.Session };

            // What changes everything is told by the notice of the restriction itself, and stands in the log all the same.
            _notices.Add(new(happened, everything ? [] : [.. Destinations(other => other == method || IsTold(other), _ => LinkUse.Report)]));
        }
    }

    /// <summary>Whoever holds the device is perhaps signed in somewhere, by what is on it.</summary>
    private void ShutOut(Asker by, SecurityMethod[] lost, DateTimeOffset now)
    {
        EndSessionsBut(by.Session);
        ForgetBrowsers();

        // The proofs of this very session too: what is lost proves nothing any more.
        DropChallenges(challenge => lost.Any(method => method.Id == challenge.Method), now);
    }
}
