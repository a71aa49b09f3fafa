using Microsoft.AspNetCore.Components;
using SecurityPortal.Components.Shared;
using SecurityPortal.Domain;
using SecurityPortal.Resources;
using SecurityPortal.Service;
using SecurityPortal.Web;

namespace SecurityPortal.Components.VisitorPages;

/// <summary>
/// What is blocked, why, its one true end, and what really helps (R-BLOCK-5). It is the same for names that no account has,
/// and looking at it is no try.
/// </summary>
public sealed partial class BlockedPage(SecurityInfoService service, TypedName names, SayOnce saying, TimeProvider clock, NavigationManager navigation)
    : VisitorPage(navigation)
{
    public const string Path = "/sign-in/blocked";

    private DateTimeOffset _now;
    private FoundBlock _found = FoundBlock.None;
    private Said? _said;

    [SupplyParameterFromQuery(Name = "method")]
    private string? Asked { get; set; }

    private MethodView? Method => _found.Method;

    /// <summary>None where its method is out of use altogether, which says more.</summary>
    private BlockView? Block => Method?.IsDisabled == true ? null : _found.Block;

    private DateTimeOffset? Until => Block?.Until;

    private bool IsFull => Context.Overview?.IsFull == true;

    private string Title => _found.IsOver ? SignInWords.Blocked_NothingTitle : Block is { } block ? BlockText.TitleOf(block) : BlockWords.Title_Disabled;

    private string Why => Block is { } block ? BlockText.WhyOf(block) : BlockWords.Why_Disabled;

    private string Try => Block is { } block ? BlockText.TryOf(block, _found.IsOfName) : BlockWords.Try_Disabled;

    /// <summary>What a message can be sent to in its place.</summary>
    private MethodView[] Open => [.. Context.Overview?.Methods.Where(method => method.IsOpen && method.Id != Method?.Id) ?? []];

    /// <summary>What can be used in its place, here and now.</summary>
    private MethodView[] Others => [.. Open.Where(method => IsFull || method.SignsIn)];

    /// <summary>By what the end of a block can be told. One over all accounts has ends that no account hears of.</summary>
    private MethodView[] Tellable => Method is not null && Block is { Until: not null, Scope: BlockScope.MethodAtSource or BlockScope.Method } ? Array.FindAll(Open, method => method.IsDestination) : [];

    protected override async Task OnInitializedAsync()
    {
        _now = clock.GetUtcNow();
        _said = saying.Hear(Context);
        _found = await FoundBlock.ForAsync(Context, Asked, service, names);
    }
}
