using Microsoft.AspNetCore.Mvc;
using SecurityPortal.Service;
using SecurityPortal.Web;

namespace SecurityPortal.Components.VisitorPages;

/// <summary>The buttons of <see cref="BlockedPage"/>.</summary>
internal static class BlockActions
{
    /// <summary>The page then says by which methods it will be told.</summary>
    public static async Task TellEndAsync(HttpContext context, SecurityInfoService service, SayOnce saying, [FromForm] string? method, [FromForm] string? by)
    {
        var blocked = CodeActions.ToMethod(method);
        if (await service.TellWhenBlockEndsAsync(context.Owner!, blocked, CodeActions.ToMethod(by), context.RequestAborted) is { } refusal)
            saying.SayFailed(context, BlockedPage.Path, refusal);
        context.SeeOther(Wayfinding.To(BlockedPage.Path, Wayfinding.WantedBy(context), blocked));
    }
}
