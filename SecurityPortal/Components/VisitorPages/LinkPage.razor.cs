using Microsoft.AspNetCore.Components;
using SecurityPortal.Components.Shared;
using SecurityPortal.Domain;
using SecurityPortal.Resources;
using SecurityPortal.Service;
using SecurityPortal.Web;

namespace SecurityPortal.Components.VisitorPages;

/// <summary>
/// Where a notice's link, or that of a mail with a code, leads: one question and its buttons. Opening it changes nothing and shows nothing of the account;
/// what the portal does not know, for whatever reason, is always the same page (R-PEND-4).
/// </summary>
public sealed partial class LinkPage(SecurityInfoService service, SayOnce saying, NavigationManager navigation)
    : VisitorPage(navigation)
{
    private const string UndoForm = "undo";
    private const string PasswordField = "password";

    private LinkView? _link;
    private CodeMailView? _mail;
    private Said? _said;
    private string? _fault;
    private Said? _failed;

    [Parameter]
    public string Token { get; set; } = "";

    [SupplyParameterFromForm(FormName = UndoForm, Name = "password")]
    private string? Password { get; set; }

    private string Title => _link switch
    {
        null when _mail is not null => NotAskedFor.TitleOf(_mail),
        null => LinkWords.Unknown_Title,
        { IsOver: true } => WasDone ? LinkWords.Cancelled_Title : LinkWords.Over_Title,
        { Use: LinkUse.CancelReplacement } => LinkWords.Cancel_Title,
        { Use: LinkUse.UndoRestriction } => LinkWords.Undo_Question,
        { IsReported: true } => LinkWords.Report_DoneTitle,
        _ => LinkWords.Report_Title,
    };

    private bool WasDone => _said?.Kind is BannerKind.Good;

    private string EventText =>
        LinkWords.ResourceManager.GetString($"Event_{_link?.Event}", LinkWords.Culture) ?? LinkWords.Event_Other;

    /// <summary>Somebody is to get the account, and to say that it was not you does not stop that (R-FORM-3).</summary>
    private bool EndsBySigningIn => _link?.Event == nameof(SecurityEvent.RecoveryApproved);

    public static string PathOf(string token) => $"/message/{Uri.EscapeDataString(token)}";

    protected override async Task OnInitializedAsync()
    {
        _link = await service.LookAtLinkAsync(Context.Visitor, Token, Leaving);
        _mail = _link is null ? await service.LookAtCodeMailAsync(Context.Visitor, Token, Leaving) : null;
        if (_link is null && _mail is null)
            Context.Response.OnStarting(SayNotFound);
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

    // At the last moment: said earlier, it would bring up the general page for what is not there.
    private Task SayNotFound()
    {
        Context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }

    private string ActionOf(string verb) => $"{PathOf(Token)}/{verb}";

    private async Task BeginUndoAsync()
    {
        if (string.IsNullOrEmpty(Password))
        {
            _fault = SignInWords.Password_Empty;
            return;
        }

        var answer = await service.BeginUndoAsync(Context.Visitor, Token, Password, Leaving);
        if (answer.Owner is { } owner)
        {
            await Context.KeepAsync(owner);
            GoTo(UndoPage.Path);
        }
        else if (answer.Refusal is not Refusal.NoSuchLink)
        {
            var refusal = InPlace(answer.Refusal!);
            saying.SayFailed(Context, PathOf(Token), refusal, refusal is Refusal.WrongPassword ? PasswordField : null);
            GoTo(PathOf(Token));
        }
    }

    /// <summary>No name was asked for here, so none can be wrong.</summary>
    private static Refusal InPlace(Refusal refusal) => refusal is Refusal.WrongNameOrPassword ? new Refusal.WrongPassword() : refusal;
}
