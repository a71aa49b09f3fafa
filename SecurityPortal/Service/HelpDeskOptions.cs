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

    public CallerCheckOptions CallerChecks { get; set; } = new();

    public HelpDeskPolicy ToPolicy() => new(ContactSearchesAnHour, ClearsAnHour, [.. CallerChecks.Counting]);
}

/// <summary>Which checks of a caller count (R-HELP-6). One each, because a list in a file could not be made shorter by another file.</summary>
public sealed class CallerCheckOptions
{
    public bool InPerson { get; set; }

    public bool DirectoryCall { get; set; }

    public bool Manager { get; set; }

    public bool CallerNumber { get; set; }

    internal IEnumerable<CallerCheck> Counting => Enum.GetValues<CallerCheck>().Where(check => check switch
    {
        CallerCheck.InPerson => InPerson,
        CallerCheck.DirectoryCall => DirectoryCall,
        CallerCheck.Manager => Manager,
        CallerCheck.CallerNumber => CallerNumber,
    });
}
