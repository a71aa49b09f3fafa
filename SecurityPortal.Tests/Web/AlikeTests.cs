using System.Diagnostics;
using System.Text.RegularExpressions;
using SecurityPortal.Tests.Support;

namespace SecurityPortal.Tests.Web;

/// <summary>Alone: what else runs would be measured too.</summary>
[CollectionDefinition(nameof(AlikeTests), DisableParallelization = true)]
public sealed class AlikeCollection;

/// <summary>Whether there is such an account shows in no answer to a form, in none of its headers, and in no time (R-SIGN-2).</summary>
[Collection(nameof(AlikeTests))]
public sealed partial class AlikeTests(ITestOutputHelper output)
{
    private const string Nobody = "nobody@contoso.example";
    private const string Wrong = "not the right one";
    private const int Tries = 400;
    private const int Begun = 100;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_answer_is_the_same_down_to_its_cookies()
    {
        await using var portal = await WebPortal.OpenAsync();

        var known = await StepsAsync(portal, People.Rachel);
        var unknown = await StepsAsync(portal, Nobody);

        Assert.Equal(known.Count, unknown.Count);
        Assert.All(known.Zip(unknown), pair => Assert.Equal(pair.First, pair.Second));
    }

    /// <summary>R-PASS-2, R-PASS-3, R-FORM-1.</summary>
    [Fact]
    public async Task So_is_every_answer_to_who_has_forgotten_all_or_has_no_password()
    {
        await using var portal = await WebPortal.OpenAsync(new(Unlimited.Settings) { ["Security:Passwords:WrongInARow"] = "1000000" });

        var known = await OtherStepsAsync(portal, People.Rachel);
        var unknown = await OtherStepsAsync(portal, Nobody);

        Assert.Equal(known.Count, unknown.Count);
        Assert.All(known.Zip(unknown), pair => Assert.Equal(pair.First, pair.Second));
    }

    /// <summary>R-PASS-2: the first code's end is told to all, and what is typed after it is answered alike.</summary>
    [Fact]
    public async Task So_is_every_answer_when_the_first_code_of_a_reset_has_ended()
    {
        await using var portal = await WebPortal.OpenAsync(new(Unlimited.Settings));
        (HttpClient Browser, string Name, List<string> Seen)[] both = [(portal.Server.Visitor(), People.Rachel, []), (portal.Server.Visitor(), Nobody, [])];
        foreach (var (browser, name, seen) in both)
        {
            var page = await NoteAsync(browser, seen, name, "/forgot-password", null);
            _ = await NoteAsync(browser, seen, name, "/forgot-password", Fields(page, "forgot", ("account", name), ("contact", People.RachelsMail.Value)));
        }

        _ = await portal.CodeToAsync(People.RachelsMail);
        for (var minutes = 0; minutes < 15; minutes += 5)
        {
            foreach (var (browser, name, seen) in both)
            {
                var page = await NoteAsync(browser, seen, name, "/forgot-password", null);
                _ = await NoteAsync(browser, seen, name, "/forgot-password/first", Fields(page, "", ("code", "00000000")));
                _ = await NoteAsync(browser, seen, name, "/forgot-password", null);
            }

            portal.Clock.Advance(5.Minutes);
        }

        Assert.Contains("The time of this code is over.", both[0].Seen[^1], StringComparison.Ordinal);
        Assert.All(both[0].Seen.Zip(both[1].Seen), pair => Assert.Equal(pair.First, pair.Second));
        foreach (var (browser, _, _) in both)
            browser.Dispose();
    }

    [Theory]
    [InlineData("/forgot-password", "forgot")]
    [InlineData("/recover", "recover")]
    public async Task To_begin_with_nothing_takes_the_same_time(string path, string form)
    {
        await using var portal = await WebPortal.OpenAsync(new(Unlimited.Settings));
        List<double>[] times = [[], []];
        for (var i = -5; i < Begun; i++)
        {
            foreach (var place in i % 2 == 0 ? new[] { 0, 1 } : [1, 0])
            {
                using var browser = portal.Server.Visitor();
                var page = await browser.GetStringAsync(path, Cancel);
                var contact = form == "forgot" ? People.RachelsMail.Value : $"mine{i + 5}{place}@home.example";
                var fields = Fields(page, form, ("account", place == 0 ? People.Rachel : Nobody), ("contact", contact));
                portal.Clock.Advance(TimeSpan.FromHours(6));
                var began = Stopwatch.GetTimestamp();
                using var answer = await browser.PostAsync(path, fields, Cancel);
                Assert.Equal(303, (int)answer.StatusCode);
                if (i >= 0)
                    times[place].Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
            }
        }

        var (known, unknown) = (Median(times[0]), Median(times[1]));
        output.WriteLine($"{path}: known {known:F2} ms, unknown {unknown:F2} ms");
        Assert.InRange(Math.Abs(known - unknown), 0, 5);
    }

    [Fact]
    public async Task A_wrong_password_takes_the_same_time()
    {
        await using var portal = await WebPortal.OpenAsync(new() { ["Security:Passwords:WrongInARow"] = "1000000" });
        (HttpClient Browser, FormUrlEncodedContent Form)[] both = [await ReadyAsync(portal, People.Rachel), await ReadyAsync(portal, Nobody)];
        List<double>[] times = [[], []];
        for (var i = -10; i < Tries; i++)
        {
            // In turn, and each first every other time, so that whatever else the machine does falls on both alike.
            foreach (var place in i % 2 == 0 ? new[] { 0, 1 } : [1, 0])
            {
                var time = await TimeAsync(both[place].Browser, both[place].Form);
                if (i >= 0)
                    times[place].Add(time);
            }
        }

        var (known, unknown) = (Median(times[0]), Median(times[1]));
        output.WriteLine($"known {known:F2} ms, unknown {unknown:F2} ms");
        Assert.InRange(Math.Abs(known - unknown), 0, 5);
    }

    /// <summary>Name, no password, wrong ones until the block, wrong and right ones while it stands, and away.</summary>
    private static async Task<List<string>> StepsAsync(WebPortal portal, string name)
    {
        using var browser = portal.Server.Visitor();
        List<string> seen = [];
        var page = await NoteAsync(browser, seen, name, "/sign-in", null);
        page = await NoteAsync(browser, seen, name, "/sign-in", Fields(page, "name", ("account", name)));
        foreach (var password in (string[])["", .. Enumerable.Repeat(Wrong, 11), Portal.Password, new string('x', 129)])
            page = await NoteAsync(browser, seen, name, "/sign-in", Fields(page, "password", ("name", SealedIn(page)), ("password", password))) is { Length: > 0 } next ? next : page;

        _ = await NoteAsync(browser, seen, name, "/sign-in/blocked", null);
        _ = await NoteAsync(browser, seen, name, "/sign-in/blocked.ics", null);
        _ = await NoteAsync(browser, seen, name, "/sign-in/forget", Fields(page, "", []));
        return seen;
    }

    /// <summary>A forgotten password until it has ended, an app's wrong codes, and a request until its code.</summary>
    private static async Task<List<string>> OtherStepsAsync(WebPortal portal, string name)
    {
        using var browser = portal.Server.Visitor();
        List<string> seen = [];
        var page = await NoteAsync(browser, seen, name, "/forgot-password", null);
        _ = await NoteAsync(browser, seen, name, "/forgot-password", Fields(page, "forgot", ("account", name), ("contact", "none")));
        _ = await NoteAsync(browser, seen, name, "/forgot-password", Fields(page, "forgot", ("account", name), ("contact", People.RachelsMail.Value)));
        page = await NoteAsync(browser, seen, name, "/forgot-password", null);
        for (var i = 0; i < 6; i++)
        {
            _ = await NoteAsync(browser, seen, name, "/forgot-password/first", Fields(page, "", ("code", i == 0 ? "no" : "00000000")));
            _ = await NoteAsync(browser, seen, name, "/forgot-password", null);
        }

        page = await NoteAsync(browser, seen, name, "/sign-in/app", null);
        foreach (var code in new[] { "no", "123456", "654321" })
            _ = await NoteAsync(browser, seen, name, "/sign-in/app", Fields(page, "app", ("name", SealedIn(page)), ("code", code)));
        page = await NoteAsync(browser, seen, name, "/recover", null);
        _ = await NoteAsync(browser, seen, name, "/recover", Fields(page, "recover", ("account", name), ("contact", "mine@home.example")));
        page = await NoteAsync(browser, seen, name, "/recover", null);
        for (var i = 0; i < 6; i++)
        {
            _ = await NoteAsync(browser, seen, name, "/recover", Fields(page, "recover-code", ("code", "00000000")));
            _ = await NoteAsync(browser, seen, name, "/recover", null);
        }

        _ = await NoteAsync(browser, seen, name, "/recover/again", Fields(page, "", []));
        return seen;
    }

    /// <summary>The answer to a form, then the sign-in page as it is after it.</summary>
    private static async Task<string> NoteAsync(HttpClient browser, List<string> seen, string name, string path, FormUrlEncodedContent? form)
    {
        using var answer = form is null ? await browser.GetAsync(path, Cancel) : await browser.PostAsync(path, form, Cancel);
        var body = await answer.Content.ReadAsStringAsync(Cancel);
        seen.Add(Masked($"{(int)answer.StatusCode}\n{Headers(answer)}\n{body.Length}\n{body}", name));
        return form is null ? body : await NoteAsync(browser, seen, name, "/sign-in", null);
    }

    private static FormUrlEncodedContent Fields(string page, string form, params (string Name, string Value)[] fields) =>
        Forms.Of([("__RequestVerificationToken", Forms.TokenIn(page)), ("_handler", form), .. fields]);

    private static string SealedIn(string page) => SealedName().Match(page).Groups[1].Value;

    private static async Task<(HttpClient, FormUrlEncodedContent)> ReadyAsync(WebPortal portal, string name)
    {
        var browser = portal.Server.Visitor();
        _ = await browser.PostAsync("/sign-in", Fields(await browser.GetStringAsync("/sign-in", Cancel), "name", ("account", name)), Cancel);
        var page = await browser.GetStringAsync("/sign-in", Cancel);
        return (browser, Fields(page, "password", ("name", SealedIn(page)), ("password", Wrong)));
    }

    private static async Task<double> TimeAsync(HttpClient browser, FormUrlEncodedContent form)
    {
        var began = Stopwatch.GetTimestamp();
        using var answer = await browser.PostAsync("/sign-in", form, Cancel);
        _ = await answer.Content.ReadAsByteArrayAsync(Cancel);
        Assert.Equal("/sign-in", answer.Headers.Location?.AbsolutePath);
        return Stopwatch.GetElapsedTime(began).TotalMilliseconds;
    }

    private static double Median(List<double> times) => times.Order().ElementAt(times.Count / 2);

    private static string Headers(HttpResponseMessage answer) =>
        string.Join('\n', answer.Headers.Concat(answer.Content.Headers).Select(header => $"{header.Key}: {string.Join(", ", header.Value)}"));

    // What is sealed differs each time, and so do the date and the request's number; the name itself was typed by the visitor.
    private static string Masked(string answer, string name) =>
        References().Replace(Browsers().Replace(Requests().Replace(Moments().Replace(Sealed().Replace(answer, "*"), "*"), "*"), "*"), "*").Replace(name, "NAME", StringComparison.Ordinal)
            .Replace(">R<", ">?<", StringComparison.Ordinal).Replace(">N<", ">?<", StringComparison.Ordinal);

    [GeneratedRegex("name=\"name\" value=\"([^\"]+)\"")]
    private static partial Regex SealedName();

    [GeneratedRegex("CfDJ8[A-Za-z0-9_+/=-]+|(?<=browser=)[A-Za-z0-9_-]+")]
    private static partial Regex Sealed();

    [GeneratedRegex("browser=[A-Za-z0-9_-]{43}")]
    private static partial Regex Browsers();

    [GeneratedRegex("(?<=class=\"reference\" dir=\"ltr\">)[A-Z2-9]{2}")]
    private static partial Regex References();

    [GeneratedRegex("0H[0-9A-Z]{11}:[0-9A-F]{8}")]
    private static partial Regex Requests();

    [GeneratedRegex("(?<=Date: |DTSTAMP:).*")]
    private static partial Regex Moments();
}
