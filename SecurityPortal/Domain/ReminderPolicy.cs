namespace SecurityPortal.Domain;

/// <param name="Methods">Fewer usable ones are a reason to ask (R-REM-1).</param>
/// <param name="SkipDays">How many days after its first notice it can be put off, a day at a time (R-REM-2).</param>
/// <param name="QuietFor">How long a cause does not ask again (R-REM-3).</param>
public sealed record ReminderPolicy(int Methods, TimeSpan NoProofFor, TimeSpan NoSignInFor, int SkipDays, TimeSpan QuietFor)
{
    public static readonly TimeSpan Skip = TimeSpan.FromHours(24);

    public TimeSpan Patience => SkipDays * Skip;
}
