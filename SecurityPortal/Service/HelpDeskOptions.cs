using System.ComponentModel.DataAnnotations;
using SecurityPortal.Domain;

namespace SecurityPortal.Service;

/// <summary>What staff may do, and how often (R-HELP).</summary>
public sealed class HelpDeskOptions
{
    [Range(1, 1_000)]
    public int ContactSearchesAnHour { get; set; }

    public HelpDeskPolicy ToPolicy() => new(ContactSearchesAnHour);
}
