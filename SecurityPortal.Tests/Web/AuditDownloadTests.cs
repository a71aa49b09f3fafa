using System.Text;
using SecurityPortal.Commands;
using SecurityPortal.Domain;
using SecurityPortal.Domain.Audit;
using SecurityPortal.Service;
using SecurityPortal.Tests.Support;
using static SecurityPortal.Tests.Support.People;

namespace SecurityPortal.Tests.Web;

/// <summary>R-HELP-8: the audit log as a file, for those who may read it, and proved without the portal.</summary>
public sealed class AuditDownloadTests
{
    private const string Download = "/admin/audit.jsonl";

    [Fact]
    public async Task What_is_downloaded_is_proved_alone_and_one_changed_byte_is_found()
    {
        await using var portal = await WebPortal.OpenAsync(hasDesk: true);
        for (var i = 0; i < 3; i++)
            await portal.Inside.Service.NoteImportAsync(new PortalItself(), new(1, 0, i), Cancel);
        using var tab = await VisitAsync(portal, Role.Auditor);

        await tab.OpenAsync(Download);

        Assert.Equal("application/jsonl", tab.Response.Content.Headers.ContentType?.ToString());
        Assert.Equal("audit-2026-11-23-1200.jsonl", tab.Response.Content.Headers.ContentDisposition?.FileName?.Trim('"'));
        var taken = (await portal.Inside.AuditAsync())[^1];
        Assert.Equal((AuditAction.AuditExported, Staff.NameOf(Role.Auditor)), (taken.Action, taken.ByName));
        Assert.Equal((0, $"4 records from #1 to #4, unbroken; last hash {taken.Hash}"), Verify(tab.Html));

        // The third line says that two rows were refused.
        var (exitCode, said) = Verify(tab.Html.Replace("\"refused\":\"2\"", "\"refused\":\"3\"", StringComparison.Ordinal));
        Assert.Equal(1, exitCode);
        Assert.Contains("Record #3 was altered", said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, "/security-info")]
    [InlineData(Role.HelpDesk, "/admin/audit")]
    public async Task Nobody_else_gets_it_and_no_record_says_so(Role? role, string address)
    {
        await using var portal = await WebPortal.OpenAsync(hasDesk: true);
        using var tab = role is { } one ? await VisitAsync(portal, one) : portal.Visit();
        if (role is null)
            await tab.SignInAsync(portal);

        await tab.OpenAsync(Download);

        Assert.Equal(address, tab.Address);
        Assert.Empty(await portal.Inside.AuditAsync());
    }

    private static (int, string) Verify(string text)
    {
        StringWriter said = new();
        using var english = Reading.In("en");
        return (new VerifyAuditCommand(said, said).Check(new MemoryStream(Encoding.ASCII.GetBytes(text))), said.ToString().TrimEnd());
    }

    private static async Task<Tab> VisitAsync(WebPortal portal, Role role)
    {
        _ = await portal.Inside.StaffAsync(role);
        portal.Clock.Advance(TimeSpan.FromSeconds(30));
        var tab = portal.Visit();
        await tab.GivePasswordAsync(Staff.NameOf(role));
        await tab.PressAsync("Authenticator app");
        await tab.TypeCodeAsync(Desk.AppCodeAt(portal.Clock.GetUtcNow()));
        return tab;
    }
}
