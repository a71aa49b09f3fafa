using System.Collections.Immutable;

namespace SecurityPortal.Domain;

// none ── signed in, and there is a cause ──▶ asked ── skipped ──▶ put off for 24 h, at most till 7 days are over
//                                               └── a method verified by code, or added; or no cause is left ──▶ none
// Its days stand still while it rests: restricted, a replacement pending, or nothing to send a code to (R-REM-2).
public sealed partial class SecurityProfile
{
    public InfoReminder? Reminder { get; private set; }

    public ImmutableArray<QuietCause> QuietCauses { get; private set; } = [];

    /// <summary>This session has to answer the reminder before it goes on.</summary>
    public bool AsksReminder(Session session) => session.AsksReminder && Reminder is { Rests: false };

    /// <summary><em>Skip for now</em>. Where it was answered meanwhile, in another tab say, there is nothing left to skip.</summary>
    public Refusal? SkipReminder(Asker by, SecurityPolicy policy, DateTimeOffset now)
    {
        Advance(policy, now);
        if (WhyNotFull(by) is { } refusal)
            return refusal;

        if (Reminder is not { } asked || !AsksReminder(Find(by.Session)!))
            return null;

        if (asked.Insists(policy.Reminder, now))
            return new Refusal.CannotSkip(asked.FirstAt);

        Reminder = asked with { SkippedUntil = now + ReminderPolicy.Skip };
        StopAsking();
        return null;
    }

    /// <summary>What there is to be reminded of as things stand before a sign-in (R-REM-1).</summary>
    private ImmutableArray<ReminderCause> ReminderCauses(SecurityPolicy policy, DateTimeOffset now) =>
        MustRegister ? [] : [.. Enum.GetValues<ReminderCause>().Where(cause => Holds(cause, policy, now))];

    private bool Holds(ReminderCause cause, SecurityPolicy policy, DateTimeOffset now) => cause switch
    {
        ReminderCause.FewMethods => _methods.Count(method => TakesCodes(method, policy)) < policy.Reminder.Methods,
        ReminderCause.NoProof => now >= _methods.Where(method => method.IsConfirmed).Max(method => method.LastProvedAt) + policy.Reminder.NoProofFor,
        ReminderCause.NoSignIn => now >= (LastSignInAt ?? CreatedAt) + policy.Reminder.NoSignInFor,
        ReminderCause.CameBack => _methods.Exists(method => method is { IsUsable: true, CameBack: true }),
        ReminderCause.Voip => _methods.Exists(method => method is { IsConfirmed: true, SuspendedAt: null, TakesCodes: false }),
    };

    /// <summary>Asks the session that has just become full, where there is something to ask.</summary>
    private void Remind(Session full, SecurityPolicy policy, DateTimeOffset now)
    {
        if (RestsReminder(policy))
            return;

        ImmutableArray<ReminderCause> causes = [.. Enum.GetValues<ReminderCause>().Where(cause => StillHolds(cause, full, policy, now) && !IsQuiet(cause))];
        if (causes.IsEmpty)
        {
            CloseReminder();
            return;
        }

        Reminder = Reminder is { } known ? known with { Causes = causes } : new(now, causes, TimeSpan.Zero, now);
        if (!Reminder.IsSkipped(policy.Reminder, now))
            Replace(full with { AsksReminder = true });
    }

    /// <summary>
    /// What the sign-in itself makes up for was so before it. A long absence stays one, however often it is put off; what can
    /// mend by itself is looked at anew each time.
    /// </summary>
    private bool StillHolds(ReminderCause cause, Session full, SecurityPolicy policy, DateTimeOffset now) => cause switch
    {
        ReminderCause.NoProof or ReminderCause.NoSignIn => full.Reminds.Contains(cause) || Reminder?.Causes.Contains(cause) == true,
        ReminderCause.CameBack => full.Reminds.Contains(cause),
        ReminderCause.FewMethods or ReminderCause.Voip => full.Reminds.Contains(cause) && Holds(cause, policy, now),
    };

    private bool IsQuiet(ReminderCause cause) => QuietCauses.Any(quiet => quiet.Cause == cause);

    /// <summary>A method was verified by its code, other than to sign in, or was added (R-REM-3).</summary>
    private void EndReminder(SecurityPolicy policy, DateTimeOffset now)
    {
        if (Reminder is not { } answered)
            return;

        var until = now + policy.Reminder.QuietFor;
        QuietCauses = [.. QuietCauses.Where(quiet => !answered.Causes.Contains(quiet.Cause)), .. answered.Causes.Select(cause => new QuietCause(cause, until))];
        CloseReminder();
    }

    private void CloseReminder()
    {
        Reminder = null;
        StopAsking();
    }

    private void StopAsking()
    {
        foreach (var session in Sessions.Where(session => session.AsksReminder))
            Replace(session with { AsksReminder = false });
    }

    private bool RestsReminder(SecurityPolicy policy) =>
        Restriction is not null || Pending is not null || Freeze is not null || !_methods.Exists(method => method.IsDestination && TakesCodes(method, policy));

    /// <summary>Whether it could be proved at all: a number only where texts, or calls, can go.</summary>
    private static bool TakesCodes(SecurityMethod method, SecurityPolicy policy) =>
        method is { IsUsable: true, DisabledAt: null } && (policy.HasCalls || method.Kind != MethodKind.Phone || method.TakesTexts);
}
