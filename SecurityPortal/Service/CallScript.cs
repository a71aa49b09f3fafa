using System.Collections.Immutable;
using SecurityPortal.Domain;
using SecurityPortal.Domain.Staff;

namespace SecurityPortal.Service;

/// <summary>Why people call a help desk.</summary>
public enum CallKind
{
    LostDevice,
    NoCode,
    LockedOut,
    Recovery,

    /// <summary>Something happened that the caller did not do.</summary>
    NotMe,
}

/// <summary>What the script of a call says by the policy in force.</summary>
/// <param name="Checks">Which ways to make sure of a caller count (R-HELP-6).</param>
/// <param name="Figures">Null where it was refused.</param>
public sealed record CallScript(Refusal? Refusal, CallKind Kind, ImmutableArray<CallerCheck> Checks, ScriptFigures? Figures);

/// <summary>The limits that a helper tells a caller of, as people say them.</summary>
/// <param name="BlockHours">Of a first, a second and any further block.</param>
public sealed record ScriptFigures(
    int ClearsAnHour,
    int SearchesAnHour,
    int PassMinutes,
    int CallerNumberMinutes,
    int CodeMinutes,
    int CodeTries,
    int CodeSends,
    int CodesAnHour,
    int CodesADay,
    int FailuresBeforeBlock,
    ImmutableArray<int> BlockHours,
    int WaitHours,
    int LongWaitDays,
    int UsedLatelyDays,
    int FinishHours,
    int ReplacementDays,
    int RestrictionDays)
{
    public static ScriptFigures Of(SecurityPolicy policy) => new(
        policy.HelpDesk.ClearsAnHour,
        policy.HelpDesk.ContactSearchesAnHour,
        (int)EnrolmentPass.Life.TotalMinutes,
        (int)CallerNumber.Life.TotalMinutes,
        (int)policy.Codes.Life.TotalMinutes,
        policy.Codes.Tries,
        policy.Codes.Sends,
        policy.Limits.MethodAnHour,
        policy.Limits.MethodADay,
        policy.Codes.FailuresBeforeBlock,
        [.. policy.Blocks.Ladder.Select(rung => (int)rung.TotalHours)],
        (int)SecurityProfile.RecoveryWait.TotalHours,
        (int)SecurityProfile.LongRecoveryWait.TotalDays,
        (int)SecurityProfile.UsedLately.TotalDays,
        (int)RecoveryRequest.FinishWithin.TotalHours,
        (int)policy.Replacement.Wait.TotalDays,
        (int)policy.Restriction.TotalDays);
}
