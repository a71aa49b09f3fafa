using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace SecurityPortal.Tests.Support;

/// <summary>
/// A tab of a browser without script: it shows one page at a time, fills in its forms and presses its buttons. Other tabs
/// of the same browser share its cookies.
/// </summary>
public sealed class Tab(HttpClient browser) : IDisposable
{
    private static readonly HtmlParser s_parser = new();

    public IHtmlDocument Page { get; private set; } = s_parser.ParseDocument("");

    public string Html { get; private set; } = "";

    /// <summary>Path and query of what is shown.</summary>
    public string Address { get; private set; } = "";

    public HttpStatusCode Status { get; private set; }

    /// <summary>How the last form was answered, before what it led to was fetched.</summary>
    public HttpStatusCode Answer { get; private set; }

    public HttpResponseMessage Response { get; private set; } = new();

    public string Text => Page.Body?.TextContent ?? "";

    public string Heading => Page.QuerySelector("h1")?.TextContent.Trim() ?? "";

    public string? Alert => Page.QuerySelector("main [role=alert]")?.TextContent.Trim();

    public HttpClient Browser => browser;

    public Tab NewTab() => new(browser);

    public Task OpenAsync(string address) => FollowAsync(new(HttpMethod.Get, address));

    public Task ReloadAsync() => OpenAsync(Address);

    /// <summary>Presses a button, once the fields of its form are filled in.</summary>
    public async Task PressAsync(string button, params (string Name, string Value)[] fields) => await SendAsync(Find(button), fields);

    public async Task SendAsync(IHtmlElement button, params (string Name, string Value)[] fields)
    {
        var owner = button.GetAttribute("form") is { } id ? Page.GetElementById(id) : button.Closest("form");
        var form = owner as IHtmlFormElement ?? throw new InvalidOperationException("The button has no form.");
        var action = button.GetAttribute("formaction") ?? (form.GetAttribute("action") is { Length: > 0 } path ? path : Address);
        await FollowAsync(new(HttpMethod.Post, action) { Content = new FormUrlEncodedContent(ValuesOf(form, button, fields)) });
    }

    /// <summary>The link with this text.</summary>
    public Task ClickAsync(string link) =>
        OpenAsync(Page.QuerySelectorAll("a").First(anchor => anchor.TextContent.Contains(link, StringComparison.Ordinal)).GetAttribute("href")!);

    public IHtmlElement Find(string button) => Buttons.FirstOrDefault(found => found.TextContent.Contains(button, StringComparison.Ordinal))
        ?? throw new InvalidOperationException($"No button '{button}' on '{Heading}': {string.Join(", ", Buttons.Select(found => found.TextContent.Trim()))}");

    public IEnumerable<IHtmlElement> Buttons => Page.QuerySelectorAll("button").OfType<IHtmlElement>();

    public void Dispose()
    {
        Response.Dispose();
        browser.Dispose();
    }

    private static List<KeyValuePair<string, string>> ValuesOf(IHtmlFormElement form, IHtmlElement button, (string Name, string Value)[] fields)
    {
        var values = form.QuerySelectorAll<IHtmlInputElement>("input[name]")
            .Where(input => input.Type != "checkbox" || input.IsChecked || fields.Any(field => field.Name == input.Name))
            .Select(input => KeyValuePair.Create(input.Name!, fields.Any(field => field.Name == input.Name) ? fields.Last(field => field.Name == input.Name).Value : input.Value))
            .ToList();
        if (button.GetAttribute("name") is { } name)
            values.Add(new(name, button.GetAttribute("value") ?? ""));
        return values;
    }

    private async Task FollowAsync(HttpRequestMessage request)
    {
        var response = await browser.SendAsync(request, TestContext.Current.CancellationToken);
        Answer = response.StatusCode;
        for (var hops = 0; (int)response.StatusCode is 302 or 303; hops++)
        {
            Assert.True(hops < 6, $"It goes round in circles: {response.Headers.Location}");
            request = new(HttpMethod.Get, response.Headers.Location!);
            response = await browser.SendAsync(request, TestContext.Current.CancellationToken);
        }

        Response = response;
        Status = response.StatusCode;
        Address = request.RequestUri!.IsAbsoluteUri ? request.RequestUri.PathAndQuery : request.RequestUri.OriginalString;
        Html = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Page = s_parser.ParseDocument(Html);
    }
}
