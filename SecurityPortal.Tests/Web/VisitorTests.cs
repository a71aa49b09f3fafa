using System.Net;
using SecurityPortal.Resources;
using SecurityPortal.Tests.Support;
using SecurityPortal.Web;

namespace SecurityPortal.Tests.Web;

public sealed class VisitorTests
{
    [Theory]
    [InlineData("203.0.113.7", "203.0.113.7")]
    [InlineData("::ffff:203.0.113.7", "203.0.113.7")]
    [InlineData("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64")]
    [InlineData("2001:DB8:1:2::1", "2001:db8:1:2::/64")]
    [InlineData("::1", "::1")]
    [InlineData("127.0.0.1", "127.0.0.1")]
    public void Comes_from_one_address_or_one_household(string address, string network) =>
        Assert.Equal(network, VisitorSource.NetworkOf(IPAddress.Parse(address)));

    [Fact]
    public void Without_an_address_comes_from_somewhere() => Assert.Equal("unknown", VisitorSource.NetworkOf(null));

    [Theory]
    [InlineData("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36", "Chrome on Windows", "Chrome unter Windows")]
    [InlineData("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0", "Edge on Windows", "Edge unter Windows")]
    [InlineData("Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1", "Safari on iPhone", "Safari unter iPhone")]
    [InlineData("Mozilla/5.0 (Macintosh; Intel Mac OS X 10.15; rv:140.0) Gecko/20100101 Firefox/140.0", "Firefox on macOS", "Firefox unter macOS")]
    [InlineData("Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/28.0 Chrome/130.0.0.0 Mobile Safari/537.36", "Samsung Internet on Android", "Samsung Internet unter Android")]
    [InlineData("Something on Linux", "Linux", "Linux")]
    [InlineData("Firefox/140.0", "Firefox", "Firefox")]
    [InlineData("curl/8.5.0", "", "")]
    [InlineData("", "", "")]
    public void Is_called_as_people_call_their_browser_in_the_language_of_who_reads_it(string agent, string english, string german)
    {
        var kept = Reading.In("de", () => BrowserWords.Of(agent));

        Assert.Equal((english, german), (Reading.In("en", () => BrowserText.Of(kept)), Reading.In("de", () => BrowserText.Of(kept))));
    }

    [Theory]
    [InlineData("Europe/Berlin", "Europe/Berlin")]
    [InlineData("America/Argentina/Buenos_Aires", "America/Argentina/Buenos_Aires")]
    [InlineData("Etc/GMT+5", "Etc/GMT+5")]
    [InlineData("Europe%2FBerlin", "Europe/Berlin")]
    [InlineData("UTC", "UTC")]
    [InlineData("../../etc/passwd", null)]
    [InlineData("/etc/passwd", null)]
    [InlineData("Europe/Berlin\n", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void Names_a_zone_and_no_file(string? cookie, string? id) => Assert.Equal(id, VisitorZone.IdFrom(cookie));

    [Theory]
    [InlineData("Europe/Berlin", "Europe/Berlin")]
    [InlineData("No/Such_Place", "UTC")]
    [InlineData(null, "UTC")]
    public void Without_a_known_zone_reads_universal_time(string? id, string zone) =>
        Assert.Equal(zone, VisitorZone.Named(id).Id);

    [Theory]
    [InlineData("/", true)]
    [InlineData("/sign-in?returnUrl=%2F", true)]
    [InlineData("//elsewhere.example", false)]
    [InlineData("/\\elsewhere.example", false)]
    [InlineData("/\n/elsewhere.example", false)]
    [InlineData("https://elsewhere.example", false)]
    [InlineData("sign-in", false)]
    [InlineData(null, false)]
    public void Is_only_ever_sent_back_to_this_portal(string? path, bool followed) =>
        Assert.Equal(followed ? path : "/otherwise", LocalPath.Or(path, "/otherwise"));
}
