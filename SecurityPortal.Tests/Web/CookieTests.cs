using Microsoft.Extensions.DependencyInjection;
using SecurityPortal.Delivery;
using SecurityPortal.Service;
using SecurityPortal.Tests.Support;
using SecurityPortal.Tests.Walks;

namespace SecurityPortal.Tests.Web;

/// <summary>What the portal's cookies allow, over plain http in Development and over TLS.</summary>
public sealed class CookieTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Over_plain_http_no_script_and_no_other_site_gets_a_cookie()
    {
        await using var portal = await WebPortal.OpenAsync();
        using var browser = portal.Server.Visitor();

        var cookies = await SignInAsync(browser, async () => await portal.CodeToAsync(People.RachelsMail));

        Assert.Equal(["browser", "form", "name", "said", "session"], cookies.Select(NameOf).Distinct().Order());
        Assert.All(cookies, cookie => AssertClosed(cookie, isSecure: false));
    }

    [Fact]
    public async Task Over_tls_each_cookie_is_bound_to_this_very_host()
    {
        await using HttpsPortal portal = new();
        using var browser = portal.Visitor();
        DemoAccount rachel = new(new(People.Rachel, "Rachel", "en", "GB", []), Portal.Password, [People.RachelsMail], 1.Days, "");
        Assert.True(await portal.Services.GetRequiredService<SecurityInfoService>().SeedAsync(new PortalItself(), [rachel], Cancel));

        var cookies = await SignInAsync(browser, async () => (await WaitAsync(portal.Messages)).Code!);

        Assert.Equal(["__Host-browser", "__Host-form", "__Host-name", "__Host-said", "__Host-session"], cookies.Select(NameOf).Distinct().Order());
        Assert.All(cookies, cookie => AssertClosed(cookie, isSecure: true));
    }

    [Fact]
    public async Task Over_tls_every_answer_tells_browsers_to_stay_there()
    {
        await using HttpsPortal portal = new();
        using var browser = portal.Visitor();

        foreach (var path in new[] { "/sign-in", "/security-info", "/portal.css", "/no/such/page" })
        {
            using var answer = await browser.GetAsync(path, Cancel);
            Assert.Equal("max-age=31536000", Assert.Single(answer.Headers.GetValues("Strict-Transport-Security")));
        }
    }

    /// <summary>A wrong password, the right one, a code, and out again: every cookie that was set on the way.</summary>
    private static async Task<List<string>> SignInAsync(HttpClient browser, Func<Task<string>> code)
    {
        List<string> cookies = [];
        var page = "";
        page = await GoAsync("/sign-in", null);
        page = await GoAsync("/sign-in", [("_handler", "name"), ("account", People.Rachel)]);
        page = await GoAsync("/sign-in", [("_handler", "password"), ("password", "a wrong one"), .. Form.On(page, "/sign-in").First(form => form["name"] is not null).Fields]);
        page = await GoAsync("/sign-in", [("_handler", "password"), ("password", Portal.Password), .. Form.On(page, "/sign-in").First(form => form["name"] is not null).Fields]);
        var picker = Form.On(page, "/sign-in/verify").First(form => !form.Buttons.IsEmpty && !form.IsAside);
        page = await GoAsync("/sign-in/verify", [picker.Buttons[0]]);
        page = await GoAsync("/sign-in/code", [("code", await code()), .. Form.On(page, "/sign-in/code").First(form => form["_handler"] == "verify").Fields]);
        _ = await GoAsync("/sign-out", []);
        return cookies;

        async Task<string> GoAsync(string path, (string Name, string Value)[]? fields)
        {
            var content = fields is null ? null : Forms.Of([("__RequestVerificationToken", Forms.TokenIn(page)), .. fields.Where(field => field.Name != Form.Token).DistinctBy(field => field.Name)]);
            using var answer = content is null ? await browser.GetAsync(path, Cancel) : await browser.PostAsync(path, content, Cancel);
            if (answer.Headers.TryGetValues("Set-Cookie", out var set))
                cookies.AddRange(set);
            return answer.Headers.Location is { } next ? await GoAsync(next.ToString(), null) : await answer.Content.ReadAsStringAsync(Cancel);
        }
    }

    private static async Task<Dispatch> WaitAsync(KeptMessages messages)
    {
        while (!messages.All.Any(message => message.Code is not null))
            await Task.Delay(20.Milliseconds, Cancel);
        return messages.All[^1];
    }

    private static void AssertClosed(string cookie, bool isSecure)
    {
        var attributes = cookie.Split("; ").Skip(1).Select(attribute => attribute.ToLowerInvariant()).ToArray();
        Assert.Contains("httponly", attributes);
        Assert.Contains("samesite=lax", attributes);
        Assert.Contains("path=/", attributes);
        Assert.DoesNotContain(attributes, attribute => attribute.StartsWith("domain", StringComparison.Ordinal));
        Assert.Equal(isSecure, attributes.Contains("secure"));
        if (NameOf(cookie).EndsWith("session", StringComparison.Ordinal))
            Assert.DoesNotContain(attributes, attribute => attribute.StartsWith("max-age", StringComparison.Ordinal));
    }

    private static string NameOf(string cookie) => cookie[..cookie.IndexOf('=', StringComparison.Ordinal)];
}
