using System.Net;
using Microsoft.Extensions.Options;

namespace SecurityPortal.Web;

/// <summary>What the settings of the section <c>Portal</c> must be like; a breach stops the start and names its key.</summary>
public sealed class PortalOptionsRules(IHostEnvironment environment) : IValidateOptions<PortalOptions>
{
    public ValidateOptionsResult Validate(string? name, PortalOptions options)
    {
        string[] faults = [.. Address(options.BaseAddress), .. options.KnownProxies.SelectMany(Proxy)];
        return faults is [] ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private IEnumerable<string> Address(Uri? address)
    {
        if (environment.IsDevelopment() && address is null)
            yield break;

        if (address is not { IsAbsoluteUri: true } || !IsAllowed(address))
            yield return $"Portal:BaseAddress must be an absolute https address in {environment.EnvironmentName}, like https://portal.example";
        else if (address.PathAndQuery != "/" || address.Fragment != "" || address.UserInfo != "")
            yield return "Portal:BaseAddress must end after the host, like https://portal.example: the portal is served at the root";
    }

    // Plain http never leaves the machine on its own loopback: enough for a trial of a production build.
    private bool IsAllowed(Uri address) =>
        address.Scheme == Uri.UriSchemeHttps
        || (address.Scheme == Uri.UriSchemeHttp && (environment.IsDevelopment() || address.IsLoopback));

    private static IEnumerable<string> Proxy(string text)
    {
        if (!IPAddress.TryParse(text, out _) && !IPNetwork.TryParse(text, out _))
            yield return $"Portal:KnownProxies must hold IP addresses or networks like 10.0.0.0/8, not '{text}'";
    }
}
