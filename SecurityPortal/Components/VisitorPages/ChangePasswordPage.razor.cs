using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Options;
using SecurityPortal.Components.Shared;
using SecurityPortal.Domain;
using SecurityPortal.Resources;
using SecurityPortal.Service;
using SecurityPortal.Web;

namespace SecurityPortal.Components.VisitorPages;

/// <summary>Somebody else may know the password, so the owner chooses another before anything else (R-PEND-5, R-RESTRICT-3).</summary>
public sealed partial class ChangePasswordPage(
    SecurityInfoService service, IOptions<SecurityOptions> options, TimeProvider clock, NavigationManager navigation)
    : VisitorPage(navigation)
{
    private const string ChangeForm = "change";

    private string? _fault;
    private Said? _said;

    [SupplyParameterFromForm(FormName = ChangeForm, Name = "password")]
    private string? Password { get; set; }

    private string Hint => SignInWords.Change_Hint.With(options.Value.Passwords.MinLength, PasswordPolicy.MaxLength);

    protected override void OnInitialized()
    {
        if (PostedForm is null)
            _ = LeavesWhenDone();
    }

    private async Task ChangeAsync()
    {
        if (LeavesWhenDone())
            return;

        if (string.IsNullOrEmpty(Password))
            _fault = SignInWords.Change_Empty;
        else
            Answer(await service.ChangeDistrustedPasswordAsync(Context.Owner!, Password, Leaving));
    }

    private bool LeavesWhenDone()
    {
        var isDone = Context.Overview is not { MustChangePassword: true };
        if (isDone)
            GoTo(Reach.NextStep(Context.Overview));
        return isDone;
    }

    private void Answer(Refusal? refusal)
    {
        if (refusal is null or Refusal.SignedOut)
            GoTo(refusal is null ? "/security-info" : SignInPage.Path);
        else if (refusal is Refusal.WeakPassword)
            _fault = Words(refusal, clock.GetUtcNow());
        else
            _said = new("", BannerKind.Bad, Words(refusal, clock.GetUtcNow()));
    }
}
