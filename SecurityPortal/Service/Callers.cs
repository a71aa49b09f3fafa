using System.Security.Claims;
using System.Text.Json;
using SecurityPortal.Domain;

namespace SecurityPortal.Service;

/// <summary>Who is asking, and from where. To hold one is to be allowed to ask; what they may do is judged at each request.</summary>
/// <param name="Source">The network the request comes from, in its one canonical spelling.</param>
/// <param name="Browser">In few words, as people know it: <c>Chrome on Windows</c>.</param>
/// <param name="RequestId">Shown to the user on failure, and stored with the try.</param>
public abstract record Caller(string Source, string Browser, string RequestId)
{
    /// <summary>The hash of what the browser's cookie holds, by which it is known again; null where it holds none.</summary>
    public string? BrowserId { get; init; }

    /// <summary>Null where it is not known.</summary>
    public Place? Place { get; init; }
}

/// <summary>Anybody, before a password.</summary>
public sealed record Visitor(string Source, string Browser, string RequestId) : Caller(Source, Browser, RequestId);

/// <summary>A browser whose cookie names a session of an account.</summary>
public sealed record Owner : Caller
{
    private const string AccountClaim = "account";
    private const string SessionClaim = "session";
    private const string SourceClaim = "source";
    private const string BrowserClaim = "browser";
    private const string RequestClaim = "request";
    private const string BrowserIdClaim = "browser-id";
    private const string PlaceClaim = "place";

    private Owner(AccountId account, SessionId session, string source, string browser, string requestId)
        : base(source, browser, requestId) => (Account, Session) = (account, session);

    public AccountId Account { get; }

    public SessionId Session { get; }

    public Asker Asker => new(Session, Source, BrowserId);

    public static Owner? From(ClaimsPrincipal user) =>
        user.Identity is { IsAuthenticated: true }
        && Guid.TryParse(user.FindFirstValue(AccountClaim), out var account)
        && Guid.TryParse(user.FindFirstValue(SessionClaim), out var session)
            ? new(new(account), new(session), user.FindFirstValue(SourceClaim) ?? "", user.FindFirstValue(BrowserClaim) ?? "", user.FindFirstValue(RequestClaim) ?? "")
            {
                BrowserId = user.FindFirstValue(BrowserIdClaim),
                Place = user.FindFirstValue(PlaceClaim) is { } place ? JsonSerializer.Deserialize<Place>(place) : null,
            }
            : null;

    /// <summary>What the session's cookie carries: ids alone, for what they stand for is in the store.</summary>
    public static IEnumerable<Claim> Claims(AccountId account, SessionId session) =>
        [new(AccountClaim, account.ToString()), new(SessionClaim, session.ToString())];

    /// <summary>What each request adds: where it comes from.</summary>
    public static IEnumerable<Claim> Claims(Visitor visitor) =>
    [
        new(SourceClaim, visitor.Source),
        new(BrowserClaim, visitor.Browser),
        new(RequestClaim, visitor.RequestId),
        .. visitor.BrowserId is { } id ? [new Claim(BrowserIdClaim, id)] : Array.Empty<Claim>(),
        .. visitor.Place is { } place ? [new Claim(PlaceClaim, JsonSerializer.Serialize(place))] : Array.Empty<Claim>(),
    ];

    /// <summary>The owner of a session that this very request has opened.</summary>
    internal static Owner Of(AccountId account, SessionId session, Caller caller) =>
        new(account, session, caller.Source, caller.Browser, caller.RequestId) { BrowserId = caller.BrowserId, Place = caller.Place };
}

/// <summary>One of the staff, as the owner of the account sees them: by role and case, never by name (R-HELP-10).</summary>
/// <param name="Ticket">What it belongs to; empty where it is about no case.</param>
internal sealed record StaffCaller(Role Role, string Ticket, string Reason, string RequestId) : Caller(ActivityEntry.HelpDesk, Role.ToString(), RequestId);

/// <summary>The portal's own workers and commands. It is made nowhere near a request.</summary>
public sealed record PortalItself() : Caller(ActivityEntry.Portal, ActivityEntry.Portal, "");
