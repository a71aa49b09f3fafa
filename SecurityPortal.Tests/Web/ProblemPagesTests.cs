using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using SecurityPortal.Tests.Support;

namespace SecurityPortal.Tests.Web;

public sealed class ProblemPagesTests(PortalServer portal) : IClassFixture<PortalServer>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("tampered")]
    [InlineData("")]
    [InlineData(null)]
    public async Task A_form_with_a_wrong_token_ends_on_a_friendly_page(string? token)
    {
        using var visitor = portal.Visitor();
        _ = await visitor.GetStringAsync("/message", Cancel);

        using var answer = await visitor.PostAsync(
            "/language", token is null ? Forms.Of() : Forms.Of(("__RequestVerificationToken", token), ("culture", "de")), Cancel);

        Assert.Equal(400, (int)answer.StatusCode);
        Assert.Contains("This page was open too long or was changed. Go back, reload, try again.", await TextAsync(answer), StringComparison.Ordinal);
        Assert.DoesNotContain("Set-Cookie: .AspNetCore.Culture", answer.Headers.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_of_another_visitor_is_a_wrong_one()
    {
        using var visitor = portal.Visitor();
        using var other = portal.Visitor();
        _ = await visitor.GetStringAsync("/message", Cancel);
        var token = Forms.TokenIn(await other.GetStringAsync("/message", Cancel));

        using var answer = await visitor.PostAsync("/language", Forms.Of(("__RequestVerificationToken", token)), Cancel);

        Assert.Equal(400, (int)answer.StatusCode);
    }

    [Fact]
    public async Task A_form_larger_than_any_of_ours_is_told_so()
    {
        using var visitor = portal.Visitor();
        var token = Forms.TokenIn(await visitor.GetStringAsync("/message", Cancel));

        using var answer = await visitor.PostAsync(
            "/language", Forms.Of(("__RequestVerificationToken", token), ("culture", new('x', 300_000))), Cancel);

        Assert.Equal(413, (int)answer.StatusCode);
        Assert.Contains("That was too long", await TextAsync(answer), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_fault_of_ours_shows_the_request_id_and_the_exits_and_no_details()
    {
        using PortalServer failing = new() { Instead = services => services.AddSingleton<IStartupFilter, FailsAtTheEnd>() };
        using var visitor = failing.Visitor();

        using var answer = await visitor.GetAsync("/fails", Cancel);
        var text = await TextAsync(answer);

        Assert.Equal(500, (int)answer.StatusCode);
        Assert.Contains("Something went wrong on our side", text, StringComparison.Ordinal);
        Assert.Contains("Request ID", text, StringComparison.Ordinal);
        Assert.Contains("Start again from the first page", text, StringComparison.Ordinal);
        Assert.DoesNotContain("a secret detail", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/no/such/page")]
    [InlineData("/sign-in")]
    [InlineData("/message/none")]
    public async Task The_help_desk_is_named_once_on_a_page(string address)
    {
        using var visitor = portal.Visitor();

        using var answer = await visitor.GetAsync(address, Cancel);

        Assert.Equal(2, (await TextAsync(answer)).Split("Ask the help desk of your organisation.").Length);
    }

    [Theory]
    [InlineData("/error")]
    [InlineData("/error/200")]
    [InlineData("/error/500")]
    public async Task The_page_about_problems_is_no_page_of_its_own(string address)
    {
        using var visitor = portal.Visitor();

        using var answer = await visitor.GetAsync(address, Cancel);

        Assert.Equal(404, (int)answer.StatusCode);
        Assert.Contains("This page does not exist", await TextAsync(answer), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/sign-in", 200)]
    [InlineData("/sign-in/blocked", 200)]
    [InlineData("/healthz", 200)]
    [InlineData("/rehearsal", 200)]
    [InlineData("/portal.css", 200)]
    [InlineData("/security-info", 302)]
    [InlineData("/no/such/page", 404)]
    public async Task Who_asks_for_the_head_alone_is_answered_as_by_the_page(string address, int status)
    {
        using var visitor = portal.Visitor();

        using var answer = await visitor.SendAsync(new(HttpMethod.Head, address), Cancel);

        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Empty(await answer.Content.ReadAsByteArrayAsync(Cancel));
    }

    private static Task<string> TextAsync(HttpResponseMessage answer) => answer.Content.ReadAsStringAsync(Cancel);

    private sealed class FailsAtTheEnd : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            next(app);
            app.Run(_ => throw new InvalidOperationException("a secret detail"));
        };
    }
}
