using System.Text.RegularExpressions;
using SecurityPortal.Tests.Support;

namespace SecurityPortal.Tests.Web;

/// <summary>Before the password was right nothing tells whether there is such an account (R-SIGN-2).</summary>
public sealed partial class AlikeTests
{
    private const string Nobody = "nobody@contoso.example";

    [Fact]
    public async Task Known_and_unknown_names_get_the_same_bytes()
    {
        Assert.Equal(People.Rachel.Length, Nobody.Length);
        await using var portal = await WebPortal.OpenAsync();

        var known = await WalkAsync(portal, People.Rachel);
        var unknown = await WalkAsync(portal, Nobody);

        Assert.Equal(known.Count, unknown.Count);
        Assert.All(known.Zip(unknown), pair => Assert.Equal(pair.First, pair.Second));
    }

    /// <summary>Name, wrong passwords until the block, and the page of the block: every answer with its headers.</summary>
    private static async Task<List<string>> WalkAsync(WebPortal portal, string name)
    {
        using var tab = portal.Visit();
        List<string> seen = [];
        await tab.OpenAsync("/sign-in");
        Note();
        await tab.TypeNameAsync(name);
        Note();
        await tab.TypePasswordAsync("");
        Note();
        for (var tries = 0; tries < 10; tries++)
        {
            await tab.TypePasswordAsync("not the right one");
            Note();
        }

        Assert.Equal("/sign-in/blocked", tab.Address);
        await tab.OpenAsync("/sign-in");
        await tab.TypePasswordAsync("not the right one");
        Note();
        return seen;

        void Note() => seen.Add(Masked($"{(int)tab.Answer} {tab.Address} {(int)tab.Status}\n{Headers(tab.Response)}\n{tab.Html}", name));
    }

    private static string Headers(HttpResponseMessage response) =>
        string.Join('\n', response.Headers.Concat(response.Content.Headers).Select(header => $"{header.Key}: {string.Join(", ", header.Value)}"));

    // What is sealed or a token differs each time, as does the date; the name itself was typed by the visitor.
    private static string Masked(string answer, string name) =>
        Moments().Replace(Sealed().Replace(answer, "*"), "*").Replace(name, "NAME", StringComparison.Ordinal)
            .Replace(">R<", ">?<", StringComparison.Ordinal).Replace(">N<", ">?<", StringComparison.Ordinal);

    [GeneratedRegex("CfDJ8[A-Za-z0-9_+/=-]+")]
    private static partial Regex Sealed();

    [GeneratedRegex("(?<=Date: ).*")]
    private static partial Regex Moments();
}
