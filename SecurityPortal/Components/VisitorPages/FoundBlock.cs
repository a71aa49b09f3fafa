using SecurityPortal.Service;
using SecurityPortal.Web;

namespace SecurityPortal.Components.VisitorPages;

/// <summary>
/// The block that a visitor asks about: of one of their methods, or of the name they typed. It is the same for names that
/// no account has, and looking for it is no try.
/// </summary>
/// <param name="Onward">Where it goes on once nothing is blocked.</param>
public sealed record FoundBlock(string? Name, MethodView? Method, DateTimeOffset? Until, string Onward)
{
    public static async Task<FoundBlock> ForAsync(HttpContext context, string? asked, SecurityInfoService service, TypedName names)
    {
        if (context.Overview is { } overview && asked is not null)
        {
            var method = overview.Methods.FirstOrDefault(method => method.Id.ToString() == asked);
            return new(names.Of(context, overview.AccountName), method, method?.BlockedUntil, VerifyPage.Path);
        }

        return names.Read(context) is { } typed
            ? new(typed, null, await service.BlockedUntilAsync(context.Visitor, typed, context.RequestAborted), SignInPage.Path)
            : new(null, null, null, SignInPage.Path);
    }
}
