using SecurityPortal.Tests.Support;

namespace SecurityPortal.Tests.Web;

/// <summary>R-HELP-9: the sign-in log as a file, for staff and nobody else.</summary>
public sealed class SignInFileTests
{
    private const string File = "/help-desk/sign-ins.csv";

    [Fact]
    public async Task Nobody_but_staff_gets_it()
    {
        await using var portal = await WebPortal.OpenAsync();
        using var tab = portal.Visit();
        await tab.SignInAsync(portal);

        await tab.OpenAsync(File);

        Assert.Equal("/security-info", tab.Address);
        Assert.Empty(await portal.Inside.AuditAsync());
    }

    [Fact]
    public async Task What_strangers_typed_is_text_in_it()
    {
        await using var portal = await WebPortal.OpenAsync(hasDesk: true);
        using var stranger = portal.Visit();
        await stranger.GivePasswordAsync("=HYPERLINK(\"http://evil.example\")");
        using var tab = await VisitAsync(portal);

        await tab.OpenAsync(File);

        Assert.Equal("text/csv; charset=utf-8", tab.Response.Content.Headers.ContentType?.ToString());
        Assert.Equal("sign-ins-2026-11-23-1200.csv", tab.Response.Content.Headers.ContentDisposition?.FileName?.Trim('"'));
        Assert.StartsWith("id,time,account,name,result,cause,", tab.Html.TrimStart('\uFEFF'), StringComparison.Ordinal);
        Assert.Contains(",\"'=hyperlink(\"\"http://evil.example\"\")\",Failed,UnknownAccount,User,", tab.Html, StringComparison.Ordinal);
        Assert.Contains(",SignedIn,SignedIn,None,AuthenticatorApp,", tab.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_filter_that_there_is_not_gets_no_file()
    {
        await using var portal = await WebPortal.OpenAsync(hasDesk: true);
        using var tab = await VisitAsync(portal);

        await tab.OpenAsync(File + "?nmae=rachel");

        Assert.StartsWith("/help-desk/sign-ins", tab.Address, StringComparison.Ordinal);
        Assert.Empty(await portal.Inside.AuditAsync());
    }

    private static async Task<Tab> VisitAsync(WebPortal portal)
    {
        var tab = portal.Visit();
        await tab.GivePasswordAsync(Desk.Helper);
        await tab.PressAsync("Authenticator app");
        await tab.TypeCodeAsync(Desk.AppCodeAt(portal.Clock.GetUtcNow()));
        return tab;
    }
}
