using System.Collections.Immutable;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;
using SecurityPortal.Service;
using SecurityPortal.Web;

namespace SecurityPortal.Tests.Walks;

/// <summary>A walker's browser: its cookies, and the page it shows.</summary>
internal sealed class WalkBrowser(WalkPortal portal, Walker walker, int number)
{
    private const string SessionName = "session";
    private const string BrowserName = "browser";

    private readonly Dictionary<string, string> _cookies = new() { [BrowserName] = KnownBy(number) };

    public Walker Walker => walker;

    public string Source { get; } = $"192.0.2.{number + 1}";

    public ImmutableArray<Form> Page { get; private set; } = [];

    /// <summary>Where the last answer sends it.</summary>
    public string? Redirect { get; private set; }

    public string Cookies => string.Join("; ", _cookies.Select(cookie => $"{cookie.Key}={cookie.Value}"));

    /// <summary>The session that its cookie names, alive or not.</summary>
    public Owner? Holds => _cookies.GetValueOrDefault(SessionName) is { } cookie && portal.Tickets.Unprotect(cookie) is { } ticket
        ? Owner.From(new(new ClaimsIdentity([.. ticket.Principal.Claims, .. Owner.Claims(Visitor)], SessionCookie.Scheme)))
        : null;

    public Visitor Visitor => new(Source, walker.Name, $"walk-{number}") { BrowserId = BrowserId };

    /// <summary>By what the portal knows it again.</summary>
    public string? BrowserId { get; } = IdOf(portal, number);

    public Task<Answered> SendAsync(Asked asked) => portal.SendAsync(asked, Cookies, Source);

    /// <summary>Takes in what came back.</summary>
    public void See(Asked asked, Answered answer)
    {
        foreach (var (name, value) in answer.Cookies)
        {
            if (value.Length == 0)
                _ = _cookies.Remove(name);
            else
                _cookies[name] = value;
        }

        Redirect = answer.Status is 302 or 303 ? answer.Location : null;
        if (answer.Body.Length > 0)
            Page = [.. Form.On(answer.Body, asked.Path)];
    }

    /// <summary>Puts a session into the cookie jar that was opened before the walk begins.</summary>
    public void Keep(Owner owner)
    {
        ClaimsIdentity identity = new(Owner.Claims(owner.Account, owner.Session), SessionCookie.Scheme);
        AuthenticationProperties life = new() { IssuedUtc = portal.Now, ExpiresUtc = portal.Now.AddDays(1) };
        _cookies[SessionName] = portal.Tickets.Protect(new(new(identity), life, SessionCookie.Scheme));
    }

    private static string KnownBy(int number) => WebEncoders.Base64UrlEncode([.. Enumerable.Repeat((byte)number, 32)]);

    private static string? IdOf(WalkPortal portal, int number)
    {
        DefaultHttpContext context = new();
        context.Request.Headers.Cookie = $"{BrowserName}={KnownBy(number)}";
        return portal.Services.GetRequiredService<BrowserCookie>().Read(context);
    }

    public override string ToString() => $"{walker.Name}@{Source}";
}
