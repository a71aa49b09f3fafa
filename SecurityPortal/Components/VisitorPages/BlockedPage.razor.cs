using Microsoft.AspNetCore.Components;
using SecurityPortal.Resources;
using SecurityPortal.Service;
using SecurityPortal.Web;

namespace SecurityPortal.Components.VisitorPages;

/// <summary>
/// What is blocked, why, its one true end, and what really helps (R-BLOCK-5). It is the same for names that no account has,
/// and looking at it is no try.
/// </summary>
public sealed partial class BlockedPage(SecurityInfoService service, TypedName names, TimeProvider clock, NavigationManager navigation)
    : VisitorPage(navigation)
{
    public const string Path = "/sign-in/blocked";

    private DateTimeOffset _now;
    private DateTimeOffset? _until;
    private MethodView? _method;
    private string? _name;
    private string _onward = SignInPage.Path;

    [SupplyParameterFromQuery(Name = "method")]
    private string? Asked { get; set; }

    private string Title => (_until, _method) switch
    {
        (null, _) => SignInWords.Blocked_NothingTitle,
        (_, null) => SignInWords.Blocked_AccountTitle,
        _ => SignInWords.Blocked_MethodTitle,
    };

    private string Why => _method is null ? SignInWords.Blocked_WhyPassword : SignInWords.Blocked_WhyCode;

    protected override async Task OnInitializedAsync()
    {
        _now = clock.GetUtcNow();
        _method = Context.Overview?.Methods.FirstOrDefault(method => method.Id.ToString() == Asked);
        if (Context.Overview is { } overview && Asked is not null)
        {
            _name = names.Of(Context, overview.AccountName);
            _onward = VerifyPage.Path;
            _until = _method?.BlockedUntil;
        }
        else if (names.Read(Context) is { } typed)
        {
            _name = typed;
            _until = await service.BlockedUntilAsync(Context.Visitor, typed, Leaving);
        }
    }
}
