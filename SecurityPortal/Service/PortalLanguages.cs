namespace SecurityPortal.Service;

/// <summary>Languages by their two-letter codes.</summary>
public static class PortalLanguages
{
    /// <summary>In which a person or a method can ask to be written to.</summary>
    public static IReadOnlyList<string> All { get; } = ["en", "de", "fr", "es", "ja", "ar"];

    /// <summary>Those whose texts exist; the others get English until theirs do.</summary>
    public static IReadOnlyList<string> OfMessages { get; } = ["en", "de"];
}
