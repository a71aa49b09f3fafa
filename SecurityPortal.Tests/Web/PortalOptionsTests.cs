using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;
using SecurityPortal.Web;

namespace SecurityPortal.Tests.Web;

public sealed class PortalOptionsTests
{
    [Theory]
    [InlineData("Development", null)]
    [InlineData("Development", "http://portal.example:8080")]
    [InlineData("Production", "https://portal.example")]
    [InlineData("Production", "https://portal.example:8443/")]
    [InlineData("Production", "http://localhost:5000")]
    public void A_good_address_is_taken(string environment, string? address) =>
        Assert.Empty(Faults(environment, Of(address)));

    [Theory]
    [InlineData("Production", null)]
    [InlineData("Production", "portal.example")]
    [InlineData("Production", "http://portal.example")]
    [InlineData("Production", "ftp://portal.example")]
    [InlineData("Staging", null)]
    [InlineData("Production", "https://portal.example/security")]
    [InlineData("Production", "https://portal.example/?a=b")]
    [InlineData("Production", "https://someone@portal.example")]
    [InlineData("Development", "nonsense")]
    public void A_bad_address_is_named_by_its_key(string environment, string? address) =>
        Assert.StartsWith("Portal:BaseAddress must ", Assert.Single(Faults(environment, Of(address))), StringComparison.Ordinal);

    [Theory]
    [InlineData("proxy.example")]
    [InlineData("10.0.0.0/99")]
    [InlineData("")]
    public void A_bad_proxy_is_named_by_its_key(string proxy)
    {
        PortalOptions options = new() { KnownProxies = ["10.0.0.1", "2001:db8::/32", proxy] };

        Assert.StartsWith("Portal:KnownProxies must ", Assert.Single(Faults("Development", options)), StringComparison.Ordinal);
    }

    private static PortalOptions Of(string? address) =>
        new() { BaseAddress = address is null ? null : new(address, UriKind.RelativeOrAbsolute) };

    private static IEnumerable<string> Faults(string environment, PortalOptions options) =>
        new PortalOptionsRules(new Stage(environment)).Validate(name: null, options).Failures ?? [];

    private sealed class Stage(string name) : IHostEnvironment
    {
        public string EnvironmentName { get; set; } = name;

        public string ApplicationName { get; set; } = "";

        public string ContentRootPath { get; set; } = "";

        public IFileProvider ContentRootFileProvider { get; set; } = new NullFileProvider();
    }
}
