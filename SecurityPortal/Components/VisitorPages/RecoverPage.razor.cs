using System.Globalization;
using Microsoft.AspNetCore.Components;
using SecurityPortal.Components.Shared;
using SecurityPortal.Domain;
using SecurityPortal.Resources;
using SecurityPortal.Service;
using SecurityPortal.Web;

namespace SecurityPortal.Components.VisitorPages;

/// <summary>
/// For whoever has neither password nor info (R-FORM-1): what usually works first; then a request, with an address of one's
/// own that is proved by a code. Number and secret are shown on the answer to that code, and nowhere else.
/// </summary>
public sealed partial class RecoverPage(
    SecurityInfoService service, TypedName names, BrowserCookie browser, SayOnce saying, TimeProvider clock, NavigationManager navigation) : VisitorPage(navigation)
{
    public const string Path = "/recover";

    private const string StartForm = "recover";
    private const string CodeForm = "recover-code";

    private RecoveryCodeView? _code;
    private RecoveryAnswer? _new;
    private string? _nameFault;
    private string? _contactFault;
    private string? _fault;
    private Said? _said;
    private Said? _failed;

    [SupplyParameterFromForm(FormName = StartForm, Name = "account")]
    private string? Account { get; set; }

    [SupplyParameterFromForm(FormName = StartForm, Name = "contact")]
    private string? Contact { get; set; }

    [SupplyParameterFromForm(FormName = CodeForm, Name = CodeField.Name)]
    private string? Typed { get; set; }

    protected override async Task OnInitializedAsync()
    {
        _code = await service.RecoveryCodeAsync(Context.Visitor, Leaving);
        if (PostedForm is null)
            Hear(saying.Hear(Context));
    }

    private void Hear(Said? said)
    {
        if (said?.Field is not null)
            (_failed, _fault) = (said, said.Text);
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
        var refusal = await service.AskForRecoveryAsync(Context.Visitor, Account.Trim(), Contact ?? "", CultureInfo.CurrentUICulture.TwoLetterISOLanguageName, Leaving);
        if (refusal is null)
            GoTo(Path);
        else
            _contactFault = Words(refusal, clock.GetUtcNow());
    }

    private async Task ProveAsync()
    {
        Context.Response.Headers.CacheControl = "no-store";
        if (_code is not { IsNew: true })
        {
            // It has ended since its form was shown.
            BeginAgain(CodeWords.None_Open);
            return;
        }

        var answer = await service.ProveContactAsync(Context.Visitor, number: null, Typed ?? "", Leaving);
        if (answer.Refusal is Refusal.WrongCode { TriesLeft: 0 } or Refusal.NoCodeAsked)
            BeginAgain(Words(answer.Refusal, clock.GetUtcNow()));
        else if (answer.Refusal is { } refusal)
            _fault = Words(refusal, clock.GetUtcNow());
        else
            _new = answer;
    }

    private void BeginAgain(string why)
    {
        saying.Say(Context, Path, BannerKind.Bad, why);
        GoTo(Path);
    }
}
