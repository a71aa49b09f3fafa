using Microsoft.AspNetCore.Components;
using SecurityPortal.Components.Shared;
using SecurityPortal.Domain;
using SecurityPortal.Resources;
using SecurityPortal.Service;
using SecurityPortal.Web;

namespace SecurityPortal.Components.VisitorPages;

/// <summary>Account name, then password. Nothing here tells whether there is such an account (R-SIGN-2).</summary>
public sealed partial class SignInPage(SecurityInfoService service, TypedName names, SayOnce saying, NavigationManager navigation)
    : VisitorPage(navigation)
{
    public const string Path = "/sign-in";

    private const string NameForm = "name";
    private const string PasswordForm = "password";

    private bool _asksPassword;
    private string? _name;
    private string? _fault;
    private Said? _said;

    [SupplyParameterFromForm(FormName = NameForm, Name = "account")]
    private string? Account { get; set; }

    [SupplyParameterFromForm(FormName = PasswordForm, Name = "name")]
    private string? SealedName { get; set; }

    [SupplyParameterFromForm(FormName = PasswordForm, Name = "password")]
    private string? Password { get; set; }

    protected override void OnInitialized()
    {
        if (PostedForm is { } posted)
            (_asksPassword, _name) = (posted == PasswordForm, names.Open(SealedName));
        else if (Context.Overview is { IsFull: true } signedIn)
            GoTo(Wayfinding.Next(signedIn, Wayfinding.WantedBy(Context)));
        else
            Show();
    }

    private void Show()
    {
        _said = saying.Hear(Context);
        _name = names.Read(Context);
        _asksPassword = _name is not null;
    }

    private void Next()
    {
        _fault = NameFault.Of(Account);
        if (_fault is not null)
            return;

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
        GoTo(Wayfinding.Next(await service.OverviewAsync(owner, Leaving), Wayfinding.WantedBy(Context)));
    }

    private void TurnDown(Refusal refusal)
    {
        if (refusal is Refusal.SourceBlocked)
        {
            GoTo(To(BlockedPage.Path));
            return;
        }

        saying.Say(Context, Path, refusal);
        GoTo(To(Path));
    }

    private static string? FaultOf(string? password) => password switch
    {
        null or "" => SignInWords.Password_Empty,
        { Length: > PasswordPolicy.MaxLength } => SignInWords.Password_TooLong.With(PasswordPolicy.MaxLength),
        _ => null,
    };
}
