using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Options;
using SecurityPortal.Domain;
using SecurityPortal.Resources;
using SecurityPortal.Service;
using SecurityPortal.Web;

namespace SecurityPortal.Components.VisitorPages;

/// <summary>
/// A forgotten password (R-PASS-2): one whole registered address or number and its code, then another kind of method, then
/// a new password. How far this browser has come lies in the store; until the first proof it is the same for every name.
/// </summary>
public sealed partial class ForgotPasswordPage(
    SecurityInfoService service, TypedName names, BrowserCookie browser, SayOnce saying, IOptions<SecurityOptions> options, TimeProvider clock, NavigationManager navigation)
    : VisitorPage(navigation)
{
    public const string Path = "/forgot-password";

    private const string StartForm = "forgot";

    private ResetView? _reset;
    private string? _nameFault;
    private string? _contactFault;
    private Said? _said;
    private Said? _failed;

    [SupplyParameterFromForm(FormName = StartForm, Name = "account")]
    private string? Account { get; set; }

    [SupplyParameterFromForm(FormName = StartForm, Name = "contact")]
    private string? Contact { get; set; }

    private string Hint => SignInWords.Change_Hint.With(options.Value.Passwords.MinLength, PasswordPolicy.MaxLength);

    /// <summary>Whoever is asked for one may have none.</summary>
    private bool IsCodeAsked => PostedForm is null && _reset is { IsSecondProved: false, Closed: null };

    protected override async Task OnInitializedAsync()
    {
        if (PostedForm is not null)
            return;

        _reset = await service.ResetAsync(Context.Visitor, Leaving);
        Hear(saying.Hear(Context));
    }

    private void Hear(Said? said)
    {
        if (said?.Field is not null)
            _failed = said;
        else
            _said = said;
    }

    private async Task StartAsync()
    {
        _nameFault = NameFault.Of(Account);
        if (_nameFault is not null)
            return;

        browser.Ensure(Context);
        names.Keep(Context, Account!.Trim());
        switch (await service.StartResetAsync(Context.Visitor, Account.Trim(), Contact ?? "", Leaving))
        {
            case null:
                GoTo(Path);
                break;
            case Refusal.SourceBlocked or Refusal.SourceSlowed or Refusal.Blocked:
                GoTo(BlockedPage.Path);
                break;
            case { } refusal:
                _contactFault = Words(refusal, clock.GetUtcNow());
                break;
        }
    }
}
