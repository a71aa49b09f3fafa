using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SecurityPortal.Domain;
using SecurityPortal.Tests.Support;
using SecurityPortal.Web;

namespace SecurityPortal.Tests.Web;

/// <summary>Where networks are, by the operator's file; without one all works (R-SIGN-6).</summary>
public sealed class PlacesTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("places-").FullName;
    private readonly string _file;

    public PlacesTests() => _file = new PlacesFile()
        .With("203.0.113.0/24", "FR", "Paris", 48.9, 2.4)
        .With("198.51.100.128/25", "de")
        .With("2001:db8:1::/48", "JP", "Tokyo", 35.7, 139.7)
        .Save(_folder);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("203.0.113.7", "FR", "Paris")]
    [InlineData("::ffff:203.0.113.7", "FR", "Paris")]
    [InlineData("198.51.100.200", "DE", null)]
    [InlineData("2001:db8:1:2::3", "JP", "Tokyo")]
    public void A_network_that_the_file_knows_is_somewhere(string address, string country, string? city)
    {
        using var places = Open(_file);

        var place = places.Of(IPAddress.Parse(address));

        Assert.Equal((country, city), (place?.Country, place?.City));
        Assert.Equal(city is null, place?.Latitude is null);
    }

    [Theory]
    [InlineData("198.51.100.7")]
    [InlineData("2001:db8:2::1")]
    [InlineData("127.0.0.1")]
    public void Any_other_is_nowhere(string address)
    {
        using var places = Open(_file);

        Assert.Null(places.Of(IPAddress.Parse(address)));
    }

    [Fact]
    public void Without_a_file_everything_is_nowhere()
    {
        using var places = Open("");

        Assert.Null(places.Of(IPAddress.Parse("203.0.113.7")));
        Assert.Null(places.Of(null));
    }

    [Fact]
    public void A_file_that_is_none_is_named_in_one_line()
    {
        var other = Path.Combine(_folder, "other.mmdb");
        File.WriteAllText(other, "not a file of places");

        Assert.All([other, Path.Combine(_folder, "missing.mmdb"), _folder], file =>
        {
            var failure = Assert.Single(new PlacesRules().Validate(null, new() { File = file }).Failures!);
            Assert.StartsWith("Places:File must ", failure, StringComparison.Ordinal);
            Assert.DoesNotContain('\n', failure);
        });
        Assert.True(new PlacesRules().Validate(null, new() { File = _file }).Succeeded);
    }

    [Fact]
    public async Task A_try_to_sign_in_tells_its_place()
    {
        await using var portal = await WebPortal.OpenAsync(new()
        {
            ["Places:File"] = _file,
            ["Portal:KnownProxies:0"] = "127.0.0.1",
            ["Portal:KnownProxies:1"] = "::1",
        });
        using var tab = portal.Visit();
        tab.Browser.DefaultRequestHeaders.Add("X-Forwarded-For", "203.0.113.7");

        await tab.GivePasswordAsync();

        var happened = await portal.Inside.ReadAsync(context => context.SignIns.AsNoTracking().SingleAsync(People.Cancel));
        Assert.Equal(("203.0.113.7", "FR", "Paris"), (happened.Source, happened.Country, happened.City));
        var session = Assert.Single((await portal.Inside.ReadAsync(context => context.Profiles.AsNoTracking().SingleAsync(profile => profile.NameKey == People.Rachel, People.Cancel))).Sessions);
        Assert.Equal(new Place("FR", "Paris", 48.9, 2.4), session.Place);
    }

    private static Places Open(string file) => new(Options.Create(new PlacesOptions { File = file }));
}
