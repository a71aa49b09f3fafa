using System.ComponentModel.DataAnnotations;
using SecurityPortal.Domain;

namespace SecurityPortal.Service;

/// <summary>When people are asked whether their info is still right (R-REM).</summary>
public sealed class ReminderOptions
{
    [Range(1, 10)]
    public int Methods { get; set; }

    [Range(typeof(TimeSpan), "1.00:00:00", "3650.00:00:00")]
    public TimeSpan NoProofFor { get; set; }

    [Range(typeof(TimeSpan), "1.00:00:00", "3650.00:00:00")]
    public TimeSpan NoSignInFor { get; set; }

    [Range(0, 365)]
    public int SkipDays { get; set; }

    [Range(typeof(TimeSpan), "1.00:00:00", "3650.00:00:00")]
    public TimeSpan QuietFor { get; set; }

    public ReminderPolicy ToPolicy() => new(Methods, NoProofFor, NoSignInFor, SkipDays, QuietFor);
}
