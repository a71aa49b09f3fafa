using Microsoft.AspNetCore.Components;
using SecurityPortal.Components.Shared;
using SecurityPortal.Domain;
using SecurityPortal.Resources;
using SecurityPortal.Service;
using SecurityPortal.Web;

namespace SecurityPortal.Components.VisitorPages;

/// <summary>Account name, then password. Nothing here tells whether there is such an account (R-SIGN-2).</summary>
public sealed partial class SignInPage(SecurityInfoService service, TypedName names, BrowserCookie browser, SayOnce saying, NavigationManager navigation)
    : VisitorPage(navigation)
{
    public const string Path = "/sign-in";

    private const string NameForm = "name";
    private const string PasswordForm = "password";
    private const string PasswordField = "password";

    // Said by the page that was left alone too long, which cannot know what its cookie is worth.
    private const string Idle = "idle";

    private bool _asksPassword;
    private string? _name;
    private string? _fault;
    private Said? _said;
    private Said? _failed;

    [SupplyParameterFromForm(FormName = NameForm, Name = "account")]
    private string? Account { get; set; }

    [SupplyParameterFromForm(FormName = PasswordForm, Name = "name")]
    private string? SealedName { get; set; }

    [SupplyParameterFromForm(FormName = PasswordForm, Name = "password")]
    private string? Password { get; set; }

    [SupplyParameterFromQuery(Name = "ended")]
    private string? Ended { get; set; }

    protected override async Task OnInitializedAsync()
    {
        if (PostedForm is { } posted)
            (_asksPassword, _name) = (posted == PasswordForm, names.Open(SealedName));
        else if (Context.Overview is { IsFull: true } signedIn)
            GoTo(Wayfinding.Next(signedIn, Wayfinding.WantedBy(Context)));
        else
            await ShowAsync();
    }

    private async Task ShowAsync()
    {
        _name = names.Read(Context);
        _asksPassword = _name is not null;
        if (_name is not null && await service.BlockOfNameAsync(Context.Visitor, _name, Leaving) is not null)
            GoTo(To(BlockedPage.Path));
        else
            Hear(saying.Hear(Context) ?? await EndAsync());
    }

    private void Hear(Said? said)
    {
        if (_asksPassword && said?.Field == PasswordField)
            (_failed, _fault) = (said, said.Text);
        else
            _said = said;
    }

    /// <summary>Why somebody is here who was signed in a moment ago. The cookie of what has ended goes, so that it is said once.</summary>
    private async Task<Said?> EndAsync()
    {
        if (Context.HadSession)
            await Context.DropSessionAsync();
        else if (Ended != Idle || Context.Owner is not null)
            return null;

        return new(Path, BannerKind.Warning, RefusalWords.SignedOut);
    }

    private void Next()
    {
        _fault = NameFault.Of(Account);
        if (_fault is not null)
            return;

        browser.Ensure(Context);
        names.Keep(Context, Account!.Trim());
        GoTo(To(Path));
    }

    private async Task SignInAsync()
    {
        if (_name is null)
        {
            _asksPassword = false;
            _said = new(Path, BannerKind.Warning, SignInWords.Name_Lost);
            return;
        }

        _fault = FaultOf(Password);
        if (_fault is not null)
            return;

        // The name this form was shown for, which another tab may have overwritten since.
        names.Keep(Context, _name);
        browser.Ensure(Context);
        var answer = await service.SignInAsync(Context.Visitor, _name, Password!, Leaving);
        if (answer.Owner is { } owner)
            await EnterAsync(owner);
        else
            TurnDown(answer.Refusal!);
    }

    private async Task EnterAsync(Owner owner)
    {
        // The browser is about to lose the old session, which nobody else could end.
        if (Context.Owner is { } before)
            _ = await service.SignOutAsync(before, Leaving);

        await Context.KeepAsync(owner);
        var overview = await service.OverviewAsync(owner, Leaving);

        // In a remembered browser nothing is left to do under this name (R-SIGN-3).
        if (overview is { IsFull: true })
            names.Forget(Context);
        GoTo(Wayfinding.Next(overview, Wayfinding.WantedBy(Context)));
    }

    private void TurnDown(Refusal refusal)
    {
        var next = refusal is Refusal.SourceBlocked or Refusal.Blocked ? BlockedPage.Path : Path;
        saying.SayFailed(Context, next, refusal, PasswordField);
        GoTo(To(next));
    }

    private static string? FaultOf(string? password) => password switch
    {
        null or "" => SignInWords.Password_Empty,
        { Length: > PasswordPolicy.MaxLength } => SignInWords.Password_TooLong.With(PasswordPolicy.MaxLength),
        _ => null,
    };
}
