using System.Net.Http.Json;
using SecurityPortal.Tests.Support;

namespace SecurityPortal.Tests.Stories;

/// <summary>A message as a rehearsal shows it.</summary>
public sealed record Letter(
    Guid Id, string Channel, string To, string Subject, string Text, string? Code, string? Reference, string Language, string Kind, DateTimeOffset SentAt, string[] Links);

/// <summary>Behind the scenes of a story: what was sent to whom, and the clock. It asks the portal as any script can.</summary>
public sealed class Backstage(PortalServer portal) : IDisposable
{
    // The portal starts when it is first asked for, and a story may want it set up before.
    private readonly Lazy<HttpClient> _script = new(portal.Visitor);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>Newest first; everybody's when it is not said whose.</summary>
    public async Task<Letter[]> LettersAsync(string to = "") =>
        await _script.Value.GetFromJsonAsync<Letter[]>($"/rehearsal/messages?to={Uri.EscapeDataString(to)}", Cancel) ?? [];

    /// <summary>What came since there were that many, the oldest first.</summary>
    public async Task<Letter[]> LettersSinceAsync(int count) => [.. (await LettersAsync()).SkipLast(count).Reverse()];

    public async Task<int> CountAsync() => (await LettersAsync()).Length;

    public async Task<Letter> NewestAsync(string to, string kind) => (await LettersAsync(to)).First(letter => letter.Kind == kind);

    /// <summary>The code that came with this reference; the newest one, because two characters come round again.</summary>
    public async Task<string> CodeAsync(string to, string reference)
    {
        // Where a form is answered before its message is written it may be on its way.
        var patience = 100;
        Letter? found = null;
        while (found is null && patience-- > 0)
        {
            found = (await LettersAsync(to)).FirstOrDefault(letter => letter.Reference == reference);
            if (found is null)
                await Task.Delay(50, Cancel);
        }

        return found?.Code ?? throw new InvalidOperationException($"No message to {to} is marked {reference}.");
    }

    /// <summary>What the authenticator app of a demo account shows now.</summary>
    public async Task<string> AppCodeAsync(string account) =>
        (await _script.Value.GetFromJsonAsync<AppCode>($"/rehearsal/authenticator?account={Uri.EscapeDataString(account)}", Cancel))!.Code;

    /// <summary>Answers when all that fell due on the way is done.</summary>
    public async Task AdvanceAsync(TimeSpan by)
    {
        using var answer = await _script.Value.PostAsJsonAsync("/rehearsal/clock", new { advance = by.ToString("c") }, Cancel);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(Cancel));
    }

    public async Task<DateTimeOffset> NowAsync() => (await _script.Value.GetFromJsonAsync<Clock>("/rehearsal/clock", Cancel))!.Now;

    /// <summary>What a mail server or a gateway says became of the newest message to somebody.</summary>
    public async Task ReportAsync(string to, string stage, string? cause = null)
    {
        var newest = (await LettersAsync(to))[0];
        using var answer = await _script.Value.PostAsJsonAsync($"/rehearsal/deliveries/{newest.Id}", new { stage, cause }, Cancel);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(Cancel));
    }

    public void Dispose()
    {
        if (_script.IsValueCreated)
            _script.Value.Dispose();
    }

    private sealed record Clock(DateTimeOffset Now);

    private sealed record AppCode(string Code);
}
