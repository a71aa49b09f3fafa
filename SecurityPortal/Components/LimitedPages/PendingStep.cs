using SecurityPortal.Service;

namespace SecurityPortal.Components.LimitedPages;

public enum PendingStep
{
    /// <summary>Nothing is pending any more, or never was.</summary>
    None,
    Waiting,
    Cancel,
    Correct,
}

public static class PendingSteps
{
    public const string Cancel = "cancel";
    public const string Correct = "correct";

    public static PendingStep Of(SecurityOverview overview, string? asked) => (overview.Pending, asked) switch
    {
        (null, _) => PendingStep.None,
        (_, Cancel) => PendingStep.Cancel,
        (_, Correct) => PendingStep.Correct,
        _ => PendingStep.Waiting,
    };
}
