using Microsoft.Extensions.Options;
using SecurityPortal.Service;

namespace SecurityPortal.Web;

/// <summary>Tells the writer of messages which address they are to carry.</summary>
public static class PublishedAddress
{
    extension(WebApplication app)
    {
        public void PublishAddress()
        {
            var portal = app.Services.GetRequiredService<IOptions<PortalOptions>>().Value;
            var published = app.Services.GetRequiredService<PortalAddress>();
            published.Organisation = portal.OrganisationName;
            if (portal.BaseAddress is { } address)
                published.Value = address;
            else
                _ = app.Lifetime.ApplicationStarted.Register(() => published.Value = Listening(app.Urls));
        }
    }

    /// <summary>In Development only. Called by name, because that is what a browser treats as secure.</summary>
    private static Uri Listening(ICollection<string> addresses)
    {
        var first = BindingAddress.Parse(addresses.OrderBy(address => address.StartsWith("https", StringComparison.Ordinal)).First());
        return new UriBuilder(first.Scheme, "localhost", first.Port).Uri;
    }
}
