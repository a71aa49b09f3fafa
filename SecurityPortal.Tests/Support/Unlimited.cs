namespace SecurityPortal.Tests.Support;

/// <summary>For tests that send more codes than anybody would, and are about something else (R-BLOCK-7).</summary>
public static class Unlimited
{
    private static readonly string[] s_figures =
        ["MethodAnHour", "MethodADay", "SourceAnHour", "NetworkAnHour", "RangeAnHour", "TextsToNewAnHour", "TextsToKnownAnHour"];

    public static Dictionary<string, string?> Settings => s_figures.ToDictionary(figure => $"Security:Limits:{figure}", string? (_) => "1000000000");
}
