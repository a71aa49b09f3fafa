using System.Globalization;
using SecurityPortal.Domain;
using SecurityPortal.Resources;

namespace SecurityPortal.Components.Shared;

public sealed record CountryName(string Code, string Text);

/// <summary>The countries of the world with their calling codes, named and sorted as the reader's language does it.</summary>
public static class CountryNames
{
    public static IReadOnlyList<CountryName> All() =>
    [
        .. PhoneNumber.Countries
            .Select(country => (country.Country, country.CallingCode, Name: NameOf(country.Country)))
            .OrderBy(country => country.Name, StringComparer.Create(CultureInfo.CurrentUICulture, ignoreCase: true))
            .Select(country => new CountryName(country.Country, $"{country.Name} (+{country.CallingCode})")),
    ];

    // The names of the culture data are those that the countries give themselves, and not all are there. One that the phone
    // plans will know tomorrow is better shown by its code than not at all.
    public static string NameOf(string code) => CountryWords.ResourceManager.GetString(code, CultureInfo.CurrentUICulture) ?? code;
}
