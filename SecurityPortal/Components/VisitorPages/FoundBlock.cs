using SecurityPortal.Service;
using SecurityPortal.Web;

namespace SecurityPortal.Components.VisitorPages;

/// <summary>
/// The block that a visitor asks about: of one of their methods, of their account, or of the name they typed. The last is
/// the same for names that no account has, and looking for any is no try.
/// </summary>
/// <param name="IsOfName">It is met on the way to the password.</param>
/// <param name="Onward">Where it goes on once nothing is blocked.</param>
public sealed record FoundBlock(string? Name, MethodView? Method, BlockView? Block, bool IsOfName, string Onward)
{
    public static readonly FoundBlock None = new(null, null, null, false, SignInPage.Path);

    /// <summary>Nothing holds it up.</summary>
    public bool IsOver => Block is null && Method?.IsDisabled != true;

    public static async Task<FoundBlock> ForAsync(HttpContext context, string? asked, SecurityInfoService service, TypedName names)
    {
        if (context.Overview is { } overview && (asked is not null || overview.AccountBlock is not null))
        {
            var method = overview.Methods.FirstOrDefault(method => method.Id.ToString() == asked);
            return new(names.Of(context, overview.AccountName), method, method is null ? overview.AccountBlock : method.Block, false, VerifyPage.Path);
        }

        return names.Read(context) is { } typed
            ? new(typed, null, await service.BlockOfNameAsync(context.Visitor, typed, context.RequestAborted), true, SignInPage.Path)
            : None;
    }
}
