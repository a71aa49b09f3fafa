using Microsoft.AspNetCore.Components;
using SecurityPortal.Components.Shared;
using SecurityPortal.Domain;
using SecurityPortal.Resources;
using SecurityPortal.Service;
using SecurityPortal.Web;

namespace SecurityPortal.Components.VisitorPages;

/// <summary>
/// After a notice's link and the password: a code to the method that was removed, and the user's word on who made the
/// change (R-RESTRICT-3). Its session can do nothing else.
/// </summary>
public sealed partial class UndoPage(SecurityInfoService service, SayOnce saying, NavigationManager navigation) : VisitorPage(navigation)
{
    public const string Path = "/message/undo";
    public const string Ask = Path + "/ask";
    public const string SendAgain = Path + "/again";
    public const string Call = Path + "/call";
    public const string Passkey = Path + "/passkey";
    public const string AskPasskey = Passkey + "/ask";

    private const string UndoForm = "undo";
    internal const string Stranger = "stranger";

    private ChallengeView? _open;
    private CodeWay? _way;
    private Said? _said;
    private string? _fault;

    [SupplyParameterFromForm(FormName = UndoForm, Name = "code")]
    private string? Typed { get; set; }

    [SupplyParameterFromForm(FormName = UndoForm, Name = "challenge")]
    private string? Challenge { get; set; }

    [SupplyParameterFromForm(FormName = UndoForm, Name = "answer")]
    private string? Answer { get; set; }

    private MethodView? With => Context.Overview?.UndoesWith;

    private bool IsApp => With?.Kind == MethodKind.AuthenticatorApp;

    private DateTimeOffset Now => Context.Overview!.Now;

    /// <summary>Neither can a code be asked for nor one that is out be entered.</summary>
    private bool IsShut => With is { IsHeld: true } with && !(with.MayEnter && _open is not null);

    private WaysOffered Offered => _open is { } open ? CodeWays.Of(open) : new(SignInWords.Code_SendTo.With(With?.Shown));

    protected override void OnInitialized()
    {
        _open = With is { } with ? Context.Overview!.ChallengeFor(Purpose.UndoRestriction, with.Id) : null;
        if (PostedForm is null && !LeavesWhenDone())
            Hear(saying.Hear(Context));
    }

    protected override async Task OnInitializedAsync() =>
        _way = _open is null ? null : await service.CodeWayAsync(Context.Owner!, _open.Id, Leaving);

    private void Hear(Said? said)
    {
        if (_open is not null && said?.Field == CodeField.Name)
            _fault = said.Text;
        else
            _said = said;
    }

    private bool LeavesWhenDone()
    {
        if (With is null)
            GoTo(Reach.NextStep(Context.Overview));
        return With is null;
    }

    private async Task UndoAsync()
    {
        if (LeavesWhenDone())
            return;

        _fault = CodeFault.Of(Typed, Now, Zone);
        if (_fault is not null)
            return;

        var wasStranger = Answer == Stranger;
        var refusal = await service.UndoRestrictionAsync(Context.Owner!, CodeActions.ToChallenge(Challenge), Typed!, wasStranger, Leaving);
        if (refusal is null)
        {
            await UndoActions.LeaveAsync(Context, saying, wasStranger);
            GoTo(SignInPage.Path);
        }
        else
        {
            saying.SayFailed(Context, Path, refusal, CodeField.Name);
            GoTo(Path);
        }
    }
}
