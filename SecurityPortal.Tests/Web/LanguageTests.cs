using SecurityPortal.Tests.Support;

namespace SecurityPortal.Tests.Web;

public sealed class LanguageTests(PortalServer portal) : IClassFixture<PortalServer>
{
    private const string German = "Diese Seite gibt es nicht";
    private const string English = "This page does not exist";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("de-CH, en;q=0.5", German, "lang=\"de\"")]
    [InlineData("fi, sv;q=0.5", English, "lang=\"en\"")]
    [InlineData(null, English, "lang=\"en\"")]
    public async Task Is_the_one_the_browser_asks_for(string? asked, string words, string mark)
    {
        using var visitor = portal.Visitor();
        visitor.DefaultRequestHeaders.TryAddWithoutValidation("Accept-Language", asked);

        var page = await PageAsync(visitor);

        Assert.Contains(words, page, StringComparison.Ordinal);
        Assert.Contains(mark, page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Can_be_chosen_at_the_foot_of_a_page_which_then_comes_back()
    {
        using var visitor = portal.Visitor();
        visitor.DefaultRequestHeaders.TryAddWithoutValidation("Accept-Language", "en");

        using var answer = await ChooseAsync(visitor, "de", "/not-found?a=b");

        Assert.Equal("/not-found?a=b", answer.Headers.Location?.OriginalString);
        Assert.Contains(German, await PageAsync(visitor), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/no/such/page?a=b", "/no/such/page?a=b")]
    [InlineData("/message/nonsense", "/message/nonsense")]
    public async Task Chosen_on_a_page_that_does_not_exist_it_comes_back_there(string address, string back)
    {
        using var visitor = portal.Visitor();
        using var answer = await visitor.GetAsync(address, Cancel);

        Assert.Equal(404, (int)answer.StatusCode);
        Assert.Contains($"name=\"returnUrl\" value=\"{back}\"", await answer.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://elsewhere.example/")]
    [InlineData("//elsewhere.example/")]
    [InlineData("/\\elsewhere.example/")]
    [InlineData("/\t/elsewhere.example/")]
    [InlineData("javascript:alert(1)")]
    [InlineData("")]
    public async Task Leads_nowhere_else(string back)
    {
        using var visitor = portal.Visitor();

        using var answer = await ChooseAsync(visitor, "de", back);

        Assert.Equal("/", answer.Headers.Location?.OriginalString);
    }

    [Theory]
    [InlineData("xx")]
    [InlineData("")]
    public async Task That_does_not_exist_changes_nothing(string language)
    {
        using var visitor = portal.Visitor();
        _ = await ChooseAsync(visitor, "de", "/");

        using var answer = await ChooseAsync(visitor, language, "/");

        Assert.Contains(German, await PageAsync(visitor), StringComparison.Ordinal);
    }

    private static async Task<string> PageAsync(HttpClient visitor)
    {
        using var answer = await visitor.GetAsync("/not-found", Cancel);
        return await answer.Content.ReadAsStringAsync(Cancel);
    }

    private static async Task<HttpResponseMessage> ChooseAsync(HttpClient visitor, string language, string back)
    {
        var token = Forms.TokenIn(await PageAsync(visitor));
        return await visitor.PostAsync(
            "/language", Forms.Of(("__RequestVerificationToken", token), ("culture", language), ("returnUrl", back)), Cancel);
    }
}
