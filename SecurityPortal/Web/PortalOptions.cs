namespace SecurityPortal.Web;

/// <summary>The section <c>Portal</c> of the settings.</summary>
public sealed class PortalOptions
{
    public const string Section = "Portal";

    /// <summary>
    /// The one address that links carry and that <c>Host</c> must match. Needed outside Development, where nobody can
    /// guess it; in Development it may be left out and is then what the server listens on.
    /// </summary>
    public Uri? BaseAddress { get; set; }

    /// <summary>Shown wherever a way ends, as it is: a number, an address, opening hours.</summary>
    public string HelpDeskContact { get; set; } = "";

    public string OrganisationName { get; set; } = "";

    /// <summary>The proxies whose word on the visitor's address counts: addresses or networks (<c>10.0.0.0/8</c>).</summary>
    public IReadOnlyList<string> KnownProxies { get; set; } = [];

    /// <summary>Where the portal is served over TLS, cookies are bound to it (<c>__Host-</c>) and plain http leads there.</summary>
    public bool IsHttps => BaseAddress?.Scheme == Uri.UriSchemeHttps;
}
