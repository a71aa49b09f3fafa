using System.ComponentModel.DataAnnotations;

namespace SecurityPortal.Service;

/// <summary>How long what has happened is kept.</summary>
public sealed class RetentionOptions
{
    /// <summary>With all else that stands in the owner's log (R-ACT-1).</summary>
    [Range(typeof(TimeSpan), "30.00:00:00", "3650.00:00:00")]
    public TimeSpan SignIns { get; set; }

    /// <summary>After they have ended. The pending page shows those of its replacement.</summary>
    [Range(typeof(TimeSpan), "30.00:00:00", "3650.00:00:00")]
    public TimeSpan Messages { get; set; }

    /// <summary>Records of the audit log; the last of all stays, for the next to follow on (R-HELP-8).</summary>
    [Range(typeof(TimeSpan), "365.00:00:00", "3650.00:00:00")]
    public TimeSpan Audit { get; set; }
}
