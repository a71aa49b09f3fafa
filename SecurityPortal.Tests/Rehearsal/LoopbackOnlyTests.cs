using System.Net;
using SecurityPortal.Rehearsal;
using SecurityPortal.Tests.Support;

namespace SecurityPortal.Tests.Rehearsal;

public sealed class LoopbackOnlyTests
{
    [Theory]
    [InlineData("127.0.0.1", true)]
    [InlineData("127.8.8.8", true)]
    [InlineData("::1", true)]
    [InlineData("::ffff:127.0.0.1", true)]
    [InlineData("10.0.0.1", false)]
    [InlineData("2001:db8::1", false)]
    public void Is_this_machine(string address, bool expected) =>
        Assert.Equal(expected, LoopbackOnly.IsFromHere(IPAddress.Parse(address)));

    [Theory]
    [InlineData("/rehearsal/messages")]
    [InlineData("/rehearsal/accounts")]
    [InlineData("/rehearsal/clock")]
    public async Task Whoever_comes_from_elsewhere_finds_nothing(string path)
    {
        using PortalServer portal = new() { Settings = { ["Portal:KnownProxies:0"] = "127.0.0.1", ["Portal:KnownProxies:1"] = "::1" } };
        using var visitor = portal.Visitor();
        visitor.DefaultRequestHeaders.Add("X-Forwarded-For", "203.0.113.7");

        using var answer = await visitor.GetAsync(path, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }
}
