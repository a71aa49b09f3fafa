using Microsoft.AspNetCore.Components;
using SecurityPortal.Resources;
using SecurityPortal.Service;

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
    private FoundBlock _found = new(null, null, null, SignInPage.Path);
    private Said? _failed;

    [SupplyParameterFromQuery(Name = "method")]
    private string? Asked { get; set; }

    private MethodView? Method => _found.Method;

    private string Title => (_found.Until, Method) switch
    {
        (null, _) => SignInWords.Blocked_NothingTitle,
        (_, null) => SignInWords.Blocked_AccountTitle,
        _ => SignInWords.Blocked_MethodTitle,
    };

    private string Why => Method is null ? SignInWords.Blocked_WhyPassword : SignInWords.Blocked_WhyCode;

    protected override async Task OnInitializedAsync()
    {
        _now = clock.GetUtcNow();
        _failed = saying.Hear(Context);
        _found = await FoundBlock.ForAsync(Context, Asked, service, names);
    }
}
