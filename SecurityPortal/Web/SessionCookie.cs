using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.StaticAssets;
using SecurityPortal.Domain;
using SecurityPortal.Service;

namespace SecurityPortal.Web;

/// <summary>
/// The browser's side of a session: a protected ticket with two ids. What the session may do is read from the store at
/// every request, so that an ended one is dead at once (R-SIGN-5).
/// </summary>
public static class SessionCookie
{
    public const string Scheme = CookieAuthenticationDefaults.AuthenticationScheme;

    // A form's token belongs to this claim; without it, to all claims together, of which some change with each request.
    private const string FormsBelongTo = "sub";

    private static readonly object s_overview = new();
    private static readonly object s_ended = new();
    private static readonly object s_place = new();

    extension(HttpContext context)
    {
        /// <summary>Who asks when nobody is signed in.</summary>
        public Visitor Visitor => VisitorOf(context);

        /// <summary>The session that the request's ticket names; null when there is none, or it has ended.</summary>
        public Owner? Owner => Owner.From(context.User);

        /// <summary>What the store said of this session when the request came in.</summary>
        public SecurityOverview? Overview => context.Items[s_overview] as SecurityOverview;

        /// <summary>The browser still shows the ticket of a session that has ended.</summary>
        public bool HadSession => context.Items.ContainsKey(s_ended);

        /// <summary>The browser now holds this session, and no other.</summary>
        public Task KeepAsync(Owner owner) => context.SignInAsync(
            Scheme,
            new ClaimsPrincipal(new ClaimsIdentity(Owner.Claims(owner.Account, owner.Session), Scheme)),
            new AuthenticationProperties { IsPersistent = false, AllowRefresh = false });

        public Task DropSessionAsync() => context.SignOutAsync(Scheme);
    }

    /// <summary>Reads the session that the ticket names; one that has ended is no session.</summary>
    public static async Task ValidateAsync(CookieValidatePrincipalContext ticket)
    {
        var http = ticket.HttpContext;
        if (IsNoPage(http.GetEndpoint()))
        {
            ticket.RejectPrincipal();
            return;
        }

        var service = http.RequestServices.GetRequiredService<SecurityInfoService>();
        ClaimsIdentity identity = new([.. ticket.Principal!.Claims, .. Owner.Claims(http.Visitor)], Scheme, ClaimTypes.Name, ClaimTypes.Role);
        if (Owner.From(new(identity)) is not { } owner || await service.OverviewAsync(owner, http.RequestAborted) is not { } overview)
        {
            http.Items[s_ended] = true;
            ticket.RejectPrincipal();
            return;
        }

        http.Items[s_overview] = overview;
        identity.AddClaims([new(ClaimTypes.Name, overview.AccountName), .. Reach.Claims(overview), new(FormsBelongTo, owner.Account.ToString())]);
        ticket.ReplacePrincipal(new(identity));
        // What a circuit says to its page is no use of the session: over plain requests it would never idle out (R-SIGN-5).
        if (overview.IsIdling && !IsNoUse(http))
            _ = await service.TouchAsync(owner, http.RequestAborted);
    }

    private static bool IsNoUse(HttpContext http) =>
        http.Request.Path.StartsWithSegments("/_blazor", StringComparison.OrdinalIgnoreCase) || http.GetEndpoint()?.Metadata.GetMetadata<NoUseOfSession>() is not null;

    // Files are everybody's: none is worth a look at the store, nor a sign that the session is in use.
    private static bool IsNoPage(Endpoint? endpoint) => endpoint?.Metadata.GetMetadata<StaticAssetDescriptor>() is not null;

    private static Visitor VisitorOf(HttpContext context)
    {
        var source = VisitorSource.Of(context);
        return new(source.Network, source.Browser, context.TraceIdentifier)
        {
            BrowserId = context.RequestServices.GetRequiredService<BrowserCookie>().Read(context),
            Place = PlaceOf(context),
        };
    }

    // Looked up once a request, however often it is asked who is there.
    private static Place? PlaceOf(HttpContext context)
    {
        if (!context.Items.ContainsKey(s_place))
            context.Items[s_place] = context.RequestServices.GetRequiredService<Places>().Of(context.Connection.RemoteIpAddress);
        return context.Items[s_place] as Place;
    }
}
