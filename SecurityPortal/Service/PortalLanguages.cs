namespace SecurityPortal.Service;

/// <summary>Languages by their two-letter codes.</summary>
public static class PortalLanguages
{
    /// <summary>In which a person or a method can ask to be written to; messages exist in all of them.</summary>
    public static IReadOnlyList<string> All { get; } = ["en", "de", "fr", "es", "ja", "ar"];
}
