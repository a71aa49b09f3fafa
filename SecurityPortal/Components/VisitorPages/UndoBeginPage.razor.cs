using Microsoft.AspNetCore.Components;
using SecurityPortal.Domain;
using SecurityPortal.Resources;
using SecurityPortal.Service;
using SecurityPortal.Web;

namespace SecurityPortal.Components.VisitorPages;

/// <summary>
/// Where a change of everything took out an app or a passkey: no notice reaches those, so there is a way to undo it without
/// a link (R-RESTRICT-3). Nothing here tells which account has something to undo before its password was right (R-SIGN-2).
/// </summary>
public sealed partial class UndoBeginPage(
    SecurityInfoService service, TypedName names, BrowserCookie browser, SayOnce saying, NavigationManager navigation) : VisitorPage(navigation)
{
    public const string Path = "/sign-in/undo";

    private const string UndoForm = "undo";
    private const string PasswordField = "password";

    private string? _nameFault;
    private string? _fault;
    private Said? _said;
    private Said? _failed;

    [SupplyParameterFromForm(FormName = UndoForm, Name = "account")]
    private string? Account { get; set; }

    [SupplyParameterFromForm(FormName = UndoForm, Name = PasswordField)]
    private string? Password { get; set; }

    protected override void OnInitialized()
    {
        if (PostedForm is null)
            Hear(saying.Hear(Context));
    }

    private void Hear(Said? said)
    {
        if (said?.Field == PasswordField)
            (_failed, _fault) = (said, said.Text);
        else
            _said = said;
    }

    private async Task BeginAsync()
    {
        _nameFault = NameFault.Of(Account);
        _fault = string.IsNullOrEmpty(Password) ? SignInWords.Password_Empty : null;
        if (_nameFault is not null || _fault is not null)
            return;

        names.Keep(Context, Account!);
        browser.Ensure(Context);
        var answer = await service.BeginUndoByNameAsync(Context.Visitor, Account!, Password!, Leaving);
        if (answer.Owner is { } owner)
            await EnterAsync(owner);
        else
            TurnDown(answer.Refusal!);
    }

    private async Task EnterAsync(Owner owner)
    {
        if (Context.Owner is { } before)
            _ = await service.SignOutAsync(before, Leaving);

        await Context.KeepAsync(owner);
        GoTo(UndoPage.Path);
    }

    private void TurnDown(Refusal refusal)
    {
        var next = refusal is Refusal.SourceBlocked or Refusal.Blocked ? BlockedPage.Path : Path;
        saying.SayFailed(Context, next, refusal, refusal is Refusal.WrongNameOrPassword ? PasswordField : null);
        GoTo(To(next));
    }
}
