using System.Globalization;
using SecurityPortal.Components.Shared;
using SecurityPortal.Domain;
using SecurityPortal.Resources;
using SecurityPortal.Tests.Support;

namespace SecurityPortal.Tests.Components;

/// <summary>People look for a country under the name it has in their own language.</summary>
public sealed class CountryNamesTests
{
    [Theory]
    [InlineData("en")]
    [InlineData("de")]
    public void Every_country_that_has_phones_has_a_name(string language)
    {
        var names = CountryWords.ResourceManager.GetResourceSet(CultureInfo.GetCultureInfo(language == "en" ? "" : language), createIfNotExists: true, tryParents: false)!;

        Assert.All(PhoneNumber.Countries, country => Assert.InRange(names.GetString(country.Country)?.Length ?? 0, 4, 50));
    }

    [Theory]
    [InlineData("en", "Japan (+81)", "Isle of Man (+44)", "Austria (+43)")]
    [InlineData("de", "Japan (+81)", "Isle of Man (+44)", "Österreich (+43)")]
    public void They_are_called_as_the_reader_calls_them(string language, params string[] names) =>
        Assert.Subset(Texts(language).ToHashSet(StringComparer.Ordinal), names.ToHashSet(StringComparer.Ordinal));

    [Fact]
    public void They_stand_where_the_readers_language_puts_them()
    {
        var german = Texts("de");
        string[] inOrder = ["Ägypten (+20)", "Albanien (+355)", "Deutschland (+49)", "Oman (+968)", "Österreich (+43)", "Polen (+48)"];

        Assert.Equal(inOrder, german.Where(inOrder.Contains));
        Assert.True(Array.IndexOf(german, "Ägypten (+20)") < 5);
    }

    private static string[] Texts(string language) => Reading.In(language, () => CountryNames.All().Select(country => country.Text).ToArray());
}
