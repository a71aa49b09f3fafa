using SecurityPortal.Tests.Support;

namespace SecurityPortal.Tests.Walks;

/// <summary>
/// After some hundred walks: what proves something, and what was written to people, is in no line of the log, no address, no
/// page and nowhere in the store (R-CODE-4).
/// </summary>
public sealed class SecretsOverHttp
{
    private const int Count = 300;

    private static readonly string[] s_passwords = [Portal.Password, Scene.OtherPassword, "Brand-New-Horse", "not-the-password"];

    [Fact]
    public async Task No_secret_is_in_the_log_an_address_a_page_or_the_store()
    {
        using HeardLog log = new();
        using WalkPortal portal = new() { Log = log };
        Shown shown = new([], []);
        List<Ledger> ledgers = [];
        for (var seed = 1; seed <= Count; seed++)
            ledgers.Add((await Walk.TakeAsync(portal, seed, shown: shown)).Ledger);

        await portal.SendAllAsync();
        Secrets proofs = new(ledgers.SelectMany(ledger => ledger.Codes.Values).Select(code => code.Digits).Concat(s_passwords));
        Secrets written = new(portal.Channel.All.SelectMany(message => LinesOf(message.Text)).Concat(ledgers.SelectMany(ledger => ledger.Links.Keys)));
        Secrets sessions = new(ledgers.SelectMany(ledger => ledger.Opened.Keys.Concat(ledger.Full.Keys)).Select(session => $"{session}"));

        Assert.True(ledgers.Sum(ledger => ledger.Codes.Count) > Count && ledgers.Sum(ledger => ledger.Links.Count) > Count);
        Assert.True(log.Lines.Count > Count && shown.Pages.Count > Count);
        AssertNone([proofs, written, sessions], log.Lines);
        AssertNone([proofs, sessions], shown.Addresses);
        AssertNone([proofs, sessions], shown.Pages.Select(page => page.Body));
        AssertNone([written], shown.Addresses.Where(address => !IsLink(address)));
        AssertNone([written], shown.Pages.Where(page => !IsLink(page.Address)).Select(page => page.Body));
        AssertNone([proofs, written], Directory.GetFiles(portal.Folder, "portal.db*").Select(Secrets.Read));
    }

    /// <summary>What the search would find if it were there.</summary>
    [Fact]
    public void The_search_finds_what_is_there()
    {
        Secrets secrets = new(["123456", "a-password"]);

        Assert.Equal("123456", secrets.In("the code is <b>123456</b>"));
        Assert.Equal("a-password", secrets.In("x=a-password"));
        Assert.Null(secrets.In("1234567 x123456 123-456"));
    }

    private static void AssertNone(Secrets[] secrets, IEnumerable<string> texts) =>
        Assert.All(texts, text => Assert.All(secrets, kind => Assert.Null(kind.In(text))));

    /// <summary>The box for a text's word keeps what its reader has typed, where that opens nothing any more.</summary>
    private static bool IsLink(string address) => address.StartsWith("/message/", StringComparison.Ordinal) || address is "/message";

    /// <summary>Long enough not to stand on a page by chance.</summary>
    private static IEnumerable<string> LinesOf(string text) => text.Split('\n').Where(line => line.Length > 40);
}
