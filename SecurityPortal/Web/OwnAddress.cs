using Microsoft.Extensions.Options;

namespace SecurityPortal.Web;

/// <summary>
/// Which hosts and origins are this portal's own: Portal:BaseAddress, and in Development also this machine's loopback
/// names at the port the request came in by.
/// </summary>
public sealed class OwnAddress(IOptions<PortalOptions> options, IHostEnvironment environment)
{
    private Uri? Base => options.Value.BaseAddress;

    public bool IsHost(HttpContext context)
    {
        var request = context.Request;
        return IsBase(request.Host) || (environment.IsDevelopment() && IsLoopback(request.Host, context));
    }

    /// <summary>Exactly scheme, host and port; <c>null</c>, which a sandboxed or redirected page sends, is foreign.</summary>
    public bool IsOrigin(HttpContext context, string origin) =>
        Uri.TryCreate(origin, UriKind.Absolute, out var from)
        && (Same(from, Base) || (environment.IsDevelopment() && Same(from, Of(context.Request))));

    public string ToShow(HttpContext context) =>
        Base?.GetLeftPart(UriPartial.Authority) ?? $"{context.Request.Scheme}://localhost:{context.Connection.LocalPort}";

    private bool IsBase(HostString host) =>
        Base is { } address
        && host.Host.Equals(address.Host, StringComparison.OrdinalIgnoreCase)
        && (host.Port ?? DefaultPort(address.Scheme)) == address.Port;

    // Port 0: a test server without a socket.
    private static bool IsLoopback(HostString host, HttpContext context) =>
        (host.Host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || host.Host is "127.0.0.1" or "[::1]")
        && (context.Connection.LocalPort == 0
            || (host.Port ?? DefaultPort(context.Request.Scheme)) == context.Connection.LocalPort);

    private static Uri? Of(HttpRequest request) =>
        Uri.TryCreate($"{request.Scheme}://{request.Host}", UriKind.Absolute, out var address) ? address : null;

    private static bool Same(Uri from, Uri? own) =>
        own is not null && from.GetLeftPart(UriPartial.Authority)
            .Equals(own.GetLeftPart(UriPartial.Authority), StringComparison.OrdinalIgnoreCase);

    private static int DefaultPort(string scheme) => scheme == Uri.UriSchemeHttps ? 443 : 80;
}
