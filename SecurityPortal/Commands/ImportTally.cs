using SecurityPortal.Resources;
using SecurityPortal.Service;

namespace SecurityPortal.Commands;

/// <summary>How many rows came to what.</summary>
internal sealed class ImportTally
{
    private int _added;
    private int _there;

    public int Refused { get; private set; }

    public ImportCounts Counts => new(_added, _there, Refused);

    public void Count(RowResult result)
    {
        switch (result.Outcome)
        {
            case null:
                Refused++;
                break;
            case ImportOutcome.AlreadyThere:
                _there++;
                break;
            case ImportOutcome.Added or ImportOutcome.WouldBeAdded:
                _added++;
                break;
        }
    }

    public string InWords(bool isDryRun) =>
        (isDryRun ? ImportWords.Summary_DryRun : ImportWords.Summary).With(_added, _there, Refused);
}
