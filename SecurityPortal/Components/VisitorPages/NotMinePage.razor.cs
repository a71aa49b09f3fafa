using Microsoft.AspNetCore.Components;
using SecurityPortal.Components.Shared;
using SecurityPortal.Resources;
using SecurityPortal.Service;
using SecurityPortal.Web;

namespace SecurityPortal.Components.VisitorPages;

/// <summary>
/// <em>This is not my account</em>: whoever says so proves that they read the address, by a code that opens nothing else and
/// belongs to no session (R-DEL-7).
/// </summary>
public sealed partial class NotMinePage(SecurityInfoService service, SayOnce saying, NavigationManager navigation) : VisitorPage(navigation)
{
    public const string Ask = "not-mine/ask";
    public const string Again = "not-mine/again";
    public const string Prove = "not-mine/prove";
    public const string Way = "not-mine/way";

    private CodeMailView? _mail;
    private CodeWay? _way;
    private Said? _said;
    private Said? _failed;

    [Parameter]
    public string Token { get; set; } = "";

    /// <summary>There is no other method for this: it is about this very address.</summary>
    internal static WaysOffered Offered => new(CodeWords.Send_Another);

    public static string PathOf(string token) => ActionOf(token, "not-mine");

    public static string ActionOf(string token, string verb) => $"{LinkPage.PathOf(token)}/{verb}";

    protected override async Task OnInitializedAsync()
    {
        _mail = await service.LookAtCodeMailAsync(Context.Visitor, Token, Leaving);

        // What the portal does not know, and what is done, is said in one place.
        if (_mail is null or { Disowned: not null })
            GoTo(LinkPage.PathOf(Token));
        else
            await ShowAsync();
    }

    private async Task ShowAsync()
    {
        Hear(saying.Hear(Context));
        _way = await service.DisowningWayAsync(Context.Visitor, Token, Leaving);
    }

    private void Hear(Said? said)
    {
        if (_mail?.Sent is not null && said?.Field == CodeField.Name)
            _failed = said;
        else
            _said = said;
    }
}
