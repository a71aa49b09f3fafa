namespace SecurityPortal.Components.LimitedPages;

/// <summary>Where somebody is with the reminder; the address says so, and a reload comes back to it.</summary>
public enum ReminderStep
{
    Asked,
    Verify,
    Add,
}

internal static class ReminderSteps
{
    public const string Verify = "verify";
    public const string Add = "add";

    public static ReminderStep Of(string? asked) => asked switch
    {
        Verify => ReminderStep.Verify,
        Add => ReminderStep.Add,
        _ => ReminderStep.Asked,
    };
}
