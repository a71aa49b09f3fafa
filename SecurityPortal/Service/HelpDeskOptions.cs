using System.ComponentModel.DataAnnotations;
using SecurityPortal.Domain;
using SecurityPortal.Domain.Staff;

namespace SecurityPortal.Service;

/// <summary>What staff may do, and how often (R-HELP).</summary>
public sealed class HelpDeskOptions
{
    [Range(1, 1_000)]
    public int ContactSearchesAnHour { get; set; }

    [Range(1, 1_000)]
    public int ClearsAnHour { get; set; }

    /// <summary>Which of them count: each by its name, true or false.</summary>
    [MinLength(1)]
    public Dictionary<CallerCheck, bool> CallerChecks { get; set; } = [];

    public HelpDeskPolicy ToPolicy() => new(ContactSearchesAnHour, ClearsAnHour, [.. CallerChecks.Where(check => check.Value).Select(check => check.Key).Order()]);
}
