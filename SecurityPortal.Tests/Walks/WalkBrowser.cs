using System.Collections.Immutable;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using SecurityPortal.Service;
using SecurityPortal.Web;

namespace SecurityPortal.Tests.Walks;

/// <summary>A walker's browser: its cookies, and the page it shows.</summary>
internal sealed class WalkBrowser(WalkPortal portal, Walker walker, int number)
{
    private const string SessionName = "session";

    private readonly Dictionary<string, string> _cookies = [];

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

    public Visitor Visitor => new(Source, walker.Name, $"walk-{number}");

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

    public override string ToString() => $"{walker.Name}@{Source}";
}
