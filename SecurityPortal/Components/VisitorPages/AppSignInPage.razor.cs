using Microsoft.AspNetCore.Components;
using SecurityPortal.Components.Shared;
using SecurityPortal.Domain;
using SecurityPortal.Resources;
using SecurityPortal.Service;
using SecurityPortal.Web;

namespace SecurityPortal.Components.VisitorPages;

/// <summary>
/// For accounts without a password: an app's code is the first thing that is proved (R-PASS-3). Nothing here tells which
/// account is one (R-SIGN-2).
/// </summary>
public sealed partial class AppSignInPage(
    SecurityInfoService service, TypedName names, BrowserCookie browser, SayOnce saying, TimeProvider clock, NavigationManager navigation) : VisitorPage(navigation)
{
    public const string Path = "/sign-in/app";

    private const string CodeForm = "app";

    private string? _name;
    private string? _fault;
    private Said? _said;
    private Said? _failed;

    [SupplyParameterFromForm(FormName = CodeForm, Name = CodeField.Name)]
    private string? Typed { get; set; }

    [SupplyParameterFromForm(FormName = CodeForm, Name = "name")]
    private string? SealedName { get; set; }

    protected override void OnInitialized()
    {
        if (PostedForm is not null)
            _name = names.Open(SealedName);
        else if (Context.Overview is { IsFull: true } signedIn)
            GoTo(Wayfinding.Next(signedIn, Wayfinding.WantedBy(Context)));
        else if ((_name = names.Read(Context)) is null)
            GoTo(To(SignInPage.Path));
        else
            Hear(saying.Hear(Context));
    }

    private void Hear(Said? said)
    {
        if (said?.Field == CodeField.Name)
            (_failed, _fault) = (said, said.Text);
        else
            _said = said;
    }

    private async Task SignInAsync()
    {
        if (_name is null)
        {
            saying.Say(Context, SignInPage.Path, BannerKind.Warning, SignInWords.Name_Lost);
            GoTo(To(SignInPage.Path));
            return;
        }

        names.Keep(Context, _name);
        browser.Ensure(Context);
        var answer = await service.SignInByAppAsync(Context.Visitor, _name, Typed ?? "", Leaving);
        if (answer.Owner is { } owner)
            await EnterAsync(owner);
        else if (answer.Refusal is Refusal.NotACode)
            _fault = Words(answer.Refusal, clock.GetUtcNow());
        else
            TurnDown(answer.Refusal!);
    }

    private async Task EnterAsync(Owner owner)
    {
        if (Context.Owner is { } before)
            _ = await service.SignOutAsync(before, Leaving);

        await Context.KeepAsync(owner);
        GoTo(Wayfinding.Next(await service.OverviewAsync(owner, Leaving), Wayfinding.WantedBy(Context)));
    }

    private void TurnDown(Refusal refusal)
    {
        var next = refusal is Refusal.SourceBlocked or Refusal.Blocked ? BlockedPage.Path : Path;
        saying.SayFailed(Context, next, refusal, CodeField.Name);
        GoTo(To(next));
    }
}
