using System.Globalization;
using SecurityPortal.Domain;

namespace SecurityPortal.Resources;

/// <summary>A place as people write it: <c>Leeds, United Kingdom</c>.</summary>
public static class PlaceText
{
    public static string Of(Place place)
    {
        var country = CountryWords.ResourceManager.GetString(place.Country, CultureInfo.CurrentUICulture) ?? place.Country;
        return place.City is { Length: > 0 } city ? $"{city}, {country}" : country;
    }
}
