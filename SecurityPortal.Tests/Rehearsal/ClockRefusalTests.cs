using System.Net;
using Microsoft.Extensions.DependencyInjection;
using SecurityPortal.Rehearsal;
using SecurityPortal.Tests.Support;

namespace SecurityPortal.Tests.Rehearsal;

public sealed class ClockRefusalTests(PortalServer portal) : IClassFixture<PortalServer>
{
    [Theory]
    [InlineData("""{ "advance": "-00:00:01" }""")]
    [InlineData("""{ "advance": "401.00:00:00" }""")]
    [InlineData("""{ "advance": "tomorrow" }""")]
    [InlineData("""{ "advance": 30 }""")]
    [InlineData("""{ "advance": null }""")]
    [InlineData("""{ "back": "1.00:00:00" }""")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{")]
    [InlineData("")]
    public async Task What_the_clock_cannot_do_is_said_plainly(string body)
    {
        using var script = portal.Visitor();

        using var answer = await script.PostAsync("/rehearsal/clock", new StringContent(body, null, "application/json"), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.StartsWith("\"advance\" must ", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal(TimeSpan.Zero, portal.Services.GetRequiredService<RehearsalClock>().Offset);
    }
}
