using System.Globalization;

namespace SecurityPortal.Components.AdminPages;

/// <summary>A whole number that may be left out.</summary>
internal static class Numbers
{
    /// <summary>What is no number is none that could be: the service says which ones can.</summary>
    public static int? Read(string typed) => typed.Trim() switch
    {
        "" => null,
        var text => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0,
    };
}
