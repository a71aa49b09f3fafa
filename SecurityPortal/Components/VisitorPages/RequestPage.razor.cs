using Microsoft.AspNetCore.Components;
using SecurityPortal.Service;
using SecurityPortal.Web;

namespace SecurityPortal.Components.VisitorPages;

/// <summary>What became of a recovery request, for whoever has its number and secret and reads its address; and its end (R-FORM-2, R-FORM-3).</summary>
public sealed partial class RequestPage(SecurityInfoService service, SayOnce saying, NavigationManager navigation) : VisitorPage(navigation)
{
    public const string PasswordField = "password";
    public const string SecretField = "secret";

    private const string Nothing = "status";

    private RecoveryView? _request;
    private RecoveryCodeView? _code;
    private Said? _said;
    private Said? _failed;

    [Parameter]
    public string Number { get; set; } = "";

    /// <summary>The code of this very request, as long as it can be entered.</summary>
    private RecoveryCodeView? Sent => _code is { IsNew: false } code && code.Number.Equals(Number, StringComparison.OrdinalIgnoreCase) ? code : null;

    /// <summary>What is at fault with a field that is not there any more is said above the page.</summary>
    private string FieldShown => (_request, Sent) switch
    {
        (not null, _) => PasswordField,
        (_, not null) => CodeField.Name,
        _ => SecretField,
    };

    private string Shown => Number == Nothing ? "" : Number;

    /// <param name="number">Empty where it is still to be typed.</param>
    public static string PathOf(string number) => $"{RecoverPage.Path}/{Uri.EscapeDataString(number.Length == 0 ? Nothing : number)}";

    protected override async Task OnInitializedAsync()
    {
        Context.Response.Headers.CacheControl = "no-store";
        _request = await service.RecoveryAsync(Context.Visitor, Number, Leaving);
        _code = await service.RecoveryCodeAsync(Context.Visitor, Leaving);
        var said = saying.Hear(Context);
        if (said?.Field == FieldShown)
            _failed = said;
        else
            _said = said;
    }

    private string ActionOf(string verb) => $"{PathOf(Number)}/{verb}";
}
