using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.WebUtilities;
using SecurityPortal.Components.Shared;
using SecurityPortal.Domain;
using SecurityPortal.Resources;
using SecurityPortal.Service;
using SecurityPortal.Web;

namespace SecurityPortal.Components.VisitorPages;

/// <summary>
/// The code is entered. The form carries the challenge it was shown for, so that a code never answers another tab's
/// (R-CODE-7); what was wrong with it is said by the page that follows.
/// </summary>
public sealed partial class CodePage(SecurityInfoService service, TypedName names, SayOnce saying, NavigationManager navigation)
    : SessionPage(names, saying, navigation)
{
    public const string Path = "/sign-in/code";

    /// <summary>The part of the page that helps who has no code, and the query that opens it.</summary>
    public const string Trouble = "help";

    /// <summary>The tick by which the browser needs no code for a while; after a wrong code, or another one, it is still there.</summary>
    public const string Remember = "remember";

    public const string Ticked = "1";
    private const string VerifyForm = "verify";

    private readonly TypedName _names = names;
    private readonly SayOnce _saying = saying;
    private MethodView? _method;
    private ChallengeView? _open;
    private CodeWay? _way;
    private string? _fault;
    private Said? _failed;

    [SupplyParameterFromQuery(Name = "method")]
    private string? Asked { get; set; }

    [SupplyParameterFromQuery(Name = Trouble)]
    private string? Help { get; set; }

    [SupplyParameterFromForm(FormName = VerifyForm, Name = "code")]
    private string? Typed { get; set; }

    [SupplyParameterFromForm(FormName = VerifyForm, Name = Remember)]
    private string? Tick { get; set; }

    [SupplyParameterFromQuery(Name = Remember)]
    private string? TickBefore { get; set; }

    [SupplyParameterFromForm(FormName = VerifyForm, Name = "challenge")]
    private string? Challenge { get; set; }

    protected override void OnInitialized()
    {
        base.OnInitialized();
        _method = Overview.SigningIn.FirstOrDefault(method => method.Id.ToString() == Asked);
        _open = Overview.ChallengeFor(Purpose.SignIn, _method?.Id);
        _failed = _open is null ? null : TakeSaidOf(CodeField.Name);
        _fault = _failed?.Text;
        if (PostedForm is null && Asking is { IsOpen: false } blocked && !(blocked.MayEnter && _open is not null))
            GoTo(To(BlockedPage.Path, blocked.Id));
    }

    protected override async Task OnInitializedAsync() =>
        _way = _open is null ? null : await service.CodeWayAsync(Owner, _open.Id, Leaving);

    /// <summary>Chosen, or entered a code of.</summary>
    private MethodView? Asking => _method ?? Overview.SigningIn.FirstOrDefault(method => method.Id == _open?.Method);

    /// <summary>Where a code goes, as far as that is known: chosen, entered a code of, or the first that could be.</summary>
    private MethodView? Meant => Asking ?? Overview.SigningIn.FirstOrDefault();

    /// <summary>Nothing was sent, so there is nothing that could be late or be sent again.</summary>
    private bool IsOfApp => (Asking?.Kind ?? _open?.Kind) == MethodKind.AuthenticatorApp;

    private bool Remembers => (PostedForm is null ? TickBefore : Tick) == Ticked;

    private WaysOffered Offered => _open is { } open
        ? CodeWays.Of(open, CodeWords.Another_Way)
        : new(_method is { } method ? AskWords(method) : null, Other: CodeWords.Another_Way);

    private static string AskWords(MethodView method) =>
        method.Kind == MethodKind.AuthenticatorApp ? MethodWords.App_Again : SignInWords.Code_SendTo.With(method.Shown);

    private async Task VerifyAsync()
    {
        if (LeavesWhenDone())
            return;

        _fault = CodeFault.Of(Typed, Overview.Now, Zone);
        if (_fault is not null)
            return;

        _ = Guid.TryParse(Challenge, out var challenge);
        var method = Overview.Challenges.FirstOrDefault(sent => sent.Id.Value == challenge)?.Method ?? _method?.Id;
        var answer = await (Remembers
            ? service.CompleteSignInAndRememberAsync(Owner, new(challenge), Typed!, Leaving)
            : service.CompleteSignInAsync(Owner, new(challenge), Typed!, Leaving));
        if (answer.Owner is { } owner)
            await EnterAsync(owner);
        else
            TurnDown(answer.Refusal!, method);
    }

    private async Task EnterAsync(Owner owner)
    {
        await Context.KeepAsync(owner);
        _names.Forget(Context);
        GoTo(Wayfinding.Next(await service.OverviewAsync(owner, Leaving), Wayfinding.WantedBy(Context)));
    }

    private void TurnDown(Refusal refusal, MethodId? method)
    {
        var next = refusal is Refusal.Blocked or Refusal.SourceBlocked or Refusal.MethodDisabled ? BlockedPage.Path : Path;
        _saying.SayFailed(Context, next, refusal, CodeField.Name);
        GoTo(Remembers ? QueryHelpers.AddQueryString(To(next, method), Remember, Ticked) : To(next, method));
    }
}
