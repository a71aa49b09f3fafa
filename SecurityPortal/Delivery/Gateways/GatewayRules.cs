namespace SecurityPortal.Delivery.Gateways;

/// <summary>What settings of all gateways must be like.</summary>
internal static class GatewayRules
{
    private const int ShortestSecret = 32;

    /// <summary>Codes and passwords travel there.</summary>
    public static IEnumerable<string> Url(string key, Uri? url)
    {
        if (url is not { IsAbsoluteUri: true } || !(url.Scheme == Uri.UriSchemeHttps || (url.Scheme == Uri.UriSchemeHttp && url.IsLoopback)))
            yield return $"{key} must be an https address; plain http only reaches this machine itself, like http://localhost:13013/cgi-bin/sendsms";
        else if (url.UserInfo != "")
            yield return $"{key} must not hold a name or a password";
    }

    /// <summary>Plain http will do: a gateway in the building may know no other way, and what it reports is no secret.</summary>
    public static IEnumerable<string> Reports(string section, string secret, Uri? baseAddress)
    {
        if (secret.Length is > 0 and < ShortestSecret)
            yield return $"{section}:ReportSecret must have at least {ShortestSecret} characters, or none to ask for no delivery reports";

        if (secret.Length > 0 && baseAddress is null)
            yield return $"{section}:ReportBaseAddress must be set, because delivery reports are asked for and Portal:BaseAddress is not set";

        if (baseAddress is not null && !IsRoot(baseAddress))
            yield return $"{section}:ReportBaseAddress must be an http or https address that ends after the host, like http://portal.internal:8080";
    }

    public static IEnumerable<string> HeaderValue(string key, string value)
    {
        if (value.Any(letter => letter is < ' ' or > '~'))
            yield return $"{key} must be of printable ASCII characters";
    }

    private static bool IsRoot(Uri address) =>
        address is { IsAbsoluteUri: true, PathAndQuery: "/", Fragment: "", UserInfo: "" }
        && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp);
}
