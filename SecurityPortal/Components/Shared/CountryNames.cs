using System.Globalization;
using SecurityPortal.Domain;

namespace SecurityPortal.Components.Shared;

public sealed record CountryName(string Code, string Text);

/// <summary>The countries of the world with their calling codes, by name in the language of the thread.</summary>
public static class CountryNames
{
    public static IReadOnlyList<CountryName> All() =>
    [
        .. PhoneNumber.Countries
            .Select(country => new CountryName(country.Country, $"{NameOf(country.Country)} (+{country.CallingCode})"))
            .OrderBy(country => country.Text, StringComparer.CurrentCulture),
    ];

    // The phone plans know a few islands that the culture data do not.
    private static string NameOf(string code)
    {
        try
        {
            return new RegionInfo(code).DisplayName;
        }
        catch (ArgumentException)
        {
            return code;
        }
    }
}
