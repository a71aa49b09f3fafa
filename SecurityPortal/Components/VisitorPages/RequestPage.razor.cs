using Microsoft.AspNetCore.Components;
using SecurityPortal.Service;
using SecurityPortal.Web;

namespace SecurityPortal.Components.VisitorPages;

/// <summary>What became of a recovery request, for whoever has its number and secret and reads its address; and its end (R-FORM-2, R-FORM-3).</summary>
public sealed partial class RequestPage(SecurityInfoService service, SayOnce saying, NavigationManager navigation) : VisitorPage(navigation)
{
    private const string Nothing = "status";

    private RecoveryView? _request;
    private RecoveryCodeView? _code;
    private Said? _said;
    private Said? _failed;

    [Parameter]
    public string Number { get; set; } = "";

    private string Shown => Number == Nothing ? "" : Number;

    /// <param name="number">Empty where it is still to be typed.</param>
    public static string PathOf(string number) => $"{RecoverPage.Path}/{Uri.EscapeDataString(number.Length == 0 ? Nothing : number)}";

    protected override async Task OnInitializedAsync()
    {
        Context.Response.Headers.CacheControl = "no-store";
        _request = await service.RecoveryAsync(Context.Visitor, Number, Leaving);
        _code = await service.RecoveryCodeAsync(Context.Visitor, Leaving);
        var said = saying.Hear(Context);
        if (said?.Field is not null)
            _failed = said;
        else
            _said = said;
    }

    private string ActionOf(string verb) => $"{PathOf(Number)}/{verb}";
}
