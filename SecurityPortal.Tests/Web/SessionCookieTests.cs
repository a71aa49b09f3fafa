using System.Net;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using SecurityPortal.Service;
using SecurityPortal.Tests.Support;
using SecurityPortal.Web;

namespace SecurityPortal.Tests.Web;

/// <summary>A session's cookie is worth what the store says of its session, at once, and no other browser's is ever taken over.</summary>
public sealed class SessionCookieTests : IAsyncLifetime
{
    private static readonly string[] s_signedIn = ["/", "/security-info", "/security-info/verify", "/security-info/advanced", "/replace", "/pending"];

    private readonly CookieContainer _cookies = new();
    private WebPortal _portal = null!;
    private Tab _tab = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private string? Session => SessionIn(_cookies);

    public async ValueTask InitializeAsync()
    {
        _portal = await WebPortal.OpenAsync();
        _tab = TabWith(_cookies);
    }

    public async ValueTask DisposeAsync()
    {
        _tab.Dispose();
        await _portal.DisposeAsync();
    }

    [Fact]
    public async Task The_cookie_of_the_password_is_dead_once_the_code_was_right()
    {
        await _tab.GivePasswordAsync();
        var limited = Session!;
        await _tab.ChooseAsync(People.RachelsMail);
        await _tab.TypeCodeAsync(await _portal.CodeToAsync(People.RachelsMail));

        Assert.NotEqual(limited, Session);
        Assert.Equal("/sign-in", await WhereAsync(limited, "/security-info"));
        Assert.Equal("/sign-in", await WhereAsync(limited, "/sign-in/verify"));
    }

    /// <summary>Whoever plants their own session in another's browser gets nothing of what is done there.</summary>
    [Fact]
    public async Task A_planted_cookie_does_not_grow_with_its_victims_sign_in()
    {
        CookieContainer thiefs = new();
        using var thief = TabWith(thiefs);
        await thief.GivePasswordAsync();
        await thief.ChooseAsync(People.RachelsMail);
        var planted = SessionIn(thiefs)!;
        _cookies.Add(new Uri(_portal.Server.Url), new Cookie("session", planted));

        await _tab.SignInAsync(_portal);

        Assert.NotEqual(planted, Session);
        Assert.NotEqual("/security-info", await WhereAsync(planted, "/security-info"));
        await thief.OpenAsync("/security-info");
        Assert.NotEqual("/security-info", thief.Address);
    }

    [Fact]
    public async Task Signed_out_the_old_cookie_and_the_back_button_show_nothing()
    {
        await _tab.SignInAsync(_portal);
        var full = Session!;
        foreach (var page in s_signedIn)
        {
            await _tab.OpenAsync(page);
            Assert.Equal("no-store", _tab.Response.Headers.CacheControl?.ToString());
        }

        await _tab.OpenAsync("/sign-out");
        await _tab.PressAsync("Sign out");

        Assert.Null(Session);
        foreach (var page in s_signedIn)
            Assert.Equal("/sign-in", await WhereAsync(full, page));
    }

    [Fact]
    public async Task A_page_that_does_not_exist_can_be_signed_out_from()
    {
        await _tab.OpenAsync("/no/such/page");
        Assert.DoesNotContain(_tab.Buttons, button => button.TextContent.Contains("Sign out", StringComparison.Ordinal));
        await _tab.SignInAsync(_portal);
        await _tab.OpenAsync("/no/such/page");

        await _tab.PressAsync("Sign out");

        Assert.Null(Session);
    }

    [Fact]
    public async Task A_file_is_no_sign_that_the_session_is_in_use()
    {
        await _tab.SignInAsync(_portal);
        _portal.Clock.Advance(14.Minutes);
        await _tab.OpenAsync("/portal.css");
        Assert.Equal(200, (int)_tab.Status);

        _portal.Clock.Advance(1.Minutes);
        await _tab.OpenAsync("/security-info");
        Assert.Equal("Sign in", _tab.Heading);
    }

    [Fact]
    public async Task An_ended_session_is_dead_at_its_next_request()
    {
        await _tab.SignInAsync(_portal);
        var ended = Session!;
        _portal.Clock.Advance(1.Minutes);
        CookieContainer others = new();
        using var other = TabWith(others);
        await other.SignInAsync(_portal);
        await EndOthersAsync(SessionIn(others)!);

        Assert.Equal("/sign-in", await WhereAsync(ended, "/security-info"));
        Assert.Equal("/security-info", await WhereAsync(SessionIn(others)!, "/security-info"));
    }

    [Fact]
    public async Task Whose_session_has_ended_is_told_so_once()
    {
        await _tab.SignInAsync(_portal);
        _portal.Clock.Advance(16.Minutes);

        await _tab.OpenAsync("/security-info");

        Assert.Equal("Sign in", _tab.Heading);
        Assert.Contains("your session was not used for a while or was ended", _tab.Alert, StringComparison.Ordinal);
        Assert.Null(Session);
        await _tab.ReloadAsync();
        Assert.Null(_tab.Alert);
    }

    [Fact]
    public async Task A_page_that_saw_its_session_end_has_it_said_after_the_cookie_is_gone()
    {
        await _tab.OpenAsync("/sign-in?ended=idle");
        Assert.Contains("You are signed out", _tab.Alert, StringComparison.Ordinal);
        await _tab.OpenAsync("/sign-in?ended=nonsense");
        Assert.Null(_tab.Alert);

        await _tab.GivePasswordAsync();
        await _tab.OpenAsync("/sign-in?ended=idle");
        Assert.Null(_tab.Alert);
    }

    [Fact]
    public async Task A_cookie_that_was_changed_is_none()
    {
        await _tab.SignInAsync(_portal);
        var full = Session!;

        foreach (var place in new[] { 0, 10, full.Length / 2, full.Length - 2 })
            Assert.Equal("/sign-in", await WhereAsync(full[..place] + (full[place] == 'A' ? 'B' : 'A') + full[(place + 1)..], "/security-info"));
        Assert.Equal("/sign-in", await WhereAsync("", "/security-info"));
    }

    private Tab TabWith(CookieContainer cookies) =>
        new(new(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = cookies }) { BaseAddress = new(_portal.Server.Url) });

    private string? SessionIn(CookieContainer cookies) => cookies.GetCookies(new(_portal.Server.Url))["session"]?.Value;

    private async Task EndOthersAsync(string session)
    {
        var tickets = _portal.Server.Services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(SessionCookie.Scheme).TicketDataFormat;
        Assert.Null(await _portal.Server.Services.GetRequiredService<SecurityInfoService>().EndOtherSessionsAsync(Owner.From(tickets.Unprotect(session)!.Principal)!, Cancel));
    }

    /// <summary>Where a browser ends that holds this cookie alone.</summary>
    private async Task<string> WhereAsync(string cookie, string page)
    {
        using HttpClient browser = new(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = new(_portal.Server.Url) };
        while (true)
        {
            using HttpRequestMessage request = new(HttpMethod.Get, page);
            request.Headers.Add("Cookie", $"session={cookie}");
            using var answer = await browser.SendAsync(request, Cancel);
            if (answer.Headers.Location is not { } next)
                return page.Split('?')[0];
            page = next.IsAbsoluteUri ? next.PathAndQuery : next.ToString();
        }
    }
}
