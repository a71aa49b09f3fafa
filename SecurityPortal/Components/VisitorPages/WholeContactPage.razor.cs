using Microsoft.AspNetCore.Components;
using SecurityPortal.Components.Shared;
using SecurityPortal.Domain;
using SecurityPortal.Resources;
using SecurityPortal.Service;

namespace SecurityPortal.Components.VisitorPages;

/// <summary>
/// The whole number or address is typed before a code goes there (R-CODE-8). It is sent as a form and stands in no address,
/// log or store.
/// </summary>
public sealed partial class WholeContactPage(SecurityInfoService service, TypedName names, SayOnce saying, NavigationManager navigation)
    : SessionPage(names, saying, navigation)
{
    public const string Path = "/sign-in/contact";

    private const string ContactForm = "contact";
    private const string ContactField = "contact";

    private readonly SayOnce _saying = saying;
    private MethodView? _method;
    private string? _fault;
    private Said? _failed;

    [SupplyParameterFromQuery(Name = "method")]
    private string? Asked { get; set; }

    [SupplyParameterFromForm(FormName = ContactForm, Name = "method")]
    private string? Chosen { get; set; }

    [SupplyParameterFromForm(FormName = ContactForm, Name = "contact")]
    private string? Typed { get; set; }

    private static WaysOffered Offered => new(SignInWords.Whole_Send, Other: CodeWords.Another_Way);

    private bool IsPhone => _method?.Kind == MethodKind.Phone;

    private string Title => IsPhone ? SignInWords.Whole_PhoneTitle : SignInWords.Whole_EmailTitle;

    protected override void OnInitialized()
    {
        base.OnInitialized();
        _method = Overview.SigningIn.FirstOrDefault(method => method.Id.ToString() == (Chosen ?? Asked));
        if (PostedForm is null && !Overview.IsFull && _method is null)
            GoTo(To(VerifyPage.Path));
        else if (PostedForm is null && !Overview.IsFull && _method is { IsOpen: false } blocked)
            GoTo(To(BlockedPage.Path, blocked.Id));
    }

    private async Task SendAsync()
    {
        if (LeavesWhenDone())
            return;

        if (string.IsNullOrWhiteSpace(Typed))
        {
            _fault = IsPhone ? SignInWords.Whole_PhoneEmpty : SignInWords.Whole_EmailEmpty;
            return;
        }

        var chosen = CodeActions.ToMethod(Chosen);
        var refusal = await service.AskForCodeByContactAsync(Owner, chosen, Typed, Leaving);
        if (refusal is Refusal.NotAnEmail or Refusal.NotAPhone)
            _fault = Words(refusal, Overview.Now);
        else if (refusal is Refusal.WrongContact)
            SayWrong(Words(refusal, Overview.Now));
        else
            GoOn(refusal, chosen);
    }

    /// <summary>Answered in place, because what was typed is kept nowhere but in its field.</summary>
    private void SayWrong(string words)
    {
        _fault = words;
        _failed = new(Path, BannerKind.Bad, words, ContactField, Context.TraceIdentifier);
    }

    private void GoOn(Refusal? refusal, MethodId chosen)
    {
        var next = refusal switch
        {
            null or Refusal.TooSoon => CodePage.Path,
            Refusal.Blocked or Refusal.MethodDisabled => BlockedPage.Path,
            Refusal.TooManyWrongContacts => Path,
            _ => VerifyPage.Path,
        };
        if (refusal is not null && next != BlockedPage.Path)
            _saying.SayFailed(Context, next, refusal);
        GoTo(To(next, next == VerifyPage.Path ? null : chosen));
    }
}
