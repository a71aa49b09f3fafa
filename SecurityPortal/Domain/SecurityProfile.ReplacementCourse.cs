namespace SecurityPortal.Domain;

// What the passing of time does to a replacement: its notices, its effect, and at last that it is forgotten.
public sealed partial class SecurityProfile
{
    private void TellOfReplacement(SecurityPolicy policy, DateTimeOffset now)
    {
        if (Pending is not { } pending || pending.IsDue(now))
            return;

        var owed = policy.Replacement.Notices.CountBy(now, pending.StartedAt);
        NextNoticeAt = policy.Replacement.Notices.Next(Math.Max(owed, pending.NoticesSent), pending.StartedAt);
        if (owed <= pending.NoticesSent)
            return;

        // One message stands for all that were missed while the portal was down.
        var told = pending with { NoticesSent = owed };
        Replacements = Replacements.Replace(pending, told);
        TellOldAndNew(told, new SecurityEvent.ReplacementReminder(told.EndsAt) { At = now });
    }

    private void ApplyReplacement(SecurityPolicy policy, DateTimeOffset now)
    {
        if (Pending is not { } pending || !pending.IsDue(now))
            return;

        TellOldAndNew(pending, new SecurityEvent.ReplacementApplied { At = pending.EndsAt }, LinkUse.Report, LinkUse.Report);
        Close(pending, new(ReplacementOutcome.Applied, pending.EndsAt));
        EndSessionsBut(null);
        ForgetBrowsers();
        EndReminder(policy, pending.EndsAt);
        DropChallenges(_ => true, pending.EndsAt);
        _methods.Clear();
        _methods.AddRange(pending.Infos.Select(info => SecurityMethod.Verified(info.Id, info.Contact, info.Language, info.ConfirmedAt!.Value, pending.EndsAt)));
        (DefaultMethod, Restriction, Unexplained) = (null, null, null);
        (RecoveryCodes, ShownRecoveryCodes, ReplacedAt) = (null, null, pending.EndsAt);
    }

    /// <summary>Ended replacements are kept for as long as a link of theirs could still count (R-PEND-4).</summary>
    private void ForgetReplacements(SecurityPolicy policy, DateTimeOffset now)
    {
        if (Replacements.Any(IsForgotten))
            Replacements = Replacements.RemoveAll(IsForgotten);

        bool IsForgotten(Replacement ended) => ended.End is { } end && now >= end.At + policy.Replacement.LinkPause;
    }
}
