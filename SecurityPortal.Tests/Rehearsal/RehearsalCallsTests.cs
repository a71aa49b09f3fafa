using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using SecurityPortal.Tests.Support;

namespace SecurityPortal.Tests.Rehearsal;

public sealed class RehearsalCallsTests : IDisposable
{
    private readonly PortalServer _portal = new();
    private readonly HttpClient _script;

    public RehearsalCallsTests() => _script = _portal.Visitor();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _script.Dispose();
        _portal.Dispose();
    }

    [Fact]
    public async Task A_message_can_be_read_as_soon_as_what_it_tells_of_is_so()
    {
        await _portal.AskForCodeAsync("rachel@contoso.example", method: 0);

        var message = Assert.Single((await MessagesAsync("?to=rachel@mail.example")).EnumerateArray());

        Assert.Equal(
            ["id", "channel", "to", "subject", "text", "html", "code", "reference", "language", "kind", "stage", "sentAt", "links"],
            message.EnumerateObject().Select(property => property.Name));
        Assert.Equal("email", Text(message, "channel"));
        Assert.Equal("code", Text(message, "kind"));
        Assert.Equal("handedOver", Text(message, "stage"));
        Assert.Contains(Text(message, "code"), Text(message, "text"), StringComparison.Ordinal);
        Assert.Equal(2, Text(message, "reference").Length);
        Assert.EndsWith("Z", Text(message, "sentAt"), StringComparison.Ordinal);
    }

    /// <summary>R-DEL-2: reports come late and out of order.</summary>
    [Fact]
    public async Task A_report_moves_a_message_on_and_never_back()
    {
        await _portal.AskForCodeAsync("rachel@contoso.example", method: 1);
        var id = Text((await MessagesAsync(""))[0], "id");

        foreach (var (said, reached) in new[] { ("accepted", "accepted"), ("delivered", "delivered"), ("accepted", "delivered"), ("bounced", "delivered") })
        {
            using var answer = await ReportAsync(id, said);

            Assert.Equal(reached, Text(await answer.Content.ReadFromJsonAsync<JsonElement>(Cancel), "stage"));
            Assert.Equal(reached, Text((await MessagesAsync(""))[0], "stage"));
        }
    }

    [Theory]
    [InlineData("queued", HttpStatusCode.BadRequest)]
    [InlineData("4", HttpStatusCode.BadRequest)]
    [InlineData("lost", HttpStatusCode.BadRequest)]
    [InlineData(null, HttpStatusCode.BadRequest)]
    [InlineData("bounced", HttpStatusCode.NotFound)]
    public async Task A_report_that_says_nothing_or_of_no_message_is_refused(string? stage, HttpStatusCode status)
    {
        using var answer = await ReportAsync("01a20700-0000-7000-8000-000000000000", stage);

        Assert.Equal(status, answer.StatusCode);
    }

    [Fact]
    public async Task Messages_are_found_by_whom_they_went_to()
    {
        await _portal.AskForCodeAsync("rachel@contoso.example", method: 1);

        foreach (var (query, expected) in new[]
        {
            ("?to=%2B12025550101", 1), ("?to=+12025550101", 1), ("?to=nobody@mail.example", 0), ("?to=", 1), ("", 1), ("?take=0", 0), ("?take=7", 1),
        })
            Assert.Equal((query, expected), (query, (await MessagesAsync(query)).GetArrayLength()));
    }

    [Fact]
    public async Task A_number_of_messages_that_is_none_is_refused()
    {
        using var answer = await _script.GetAsync("/rehearsal/messages?take=-1", Cancel);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.StartsWith("\"take\" must ", await answer.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Advancing_misses_nothing_on_the_way_and_has_done_it_all_when_it_answers()
    {
        await _portal.StartReplacementAsync("rachel@contoso.example");
        var started = SentAt((await MessagesAsync("?to=rachel@mail.example"))[0]);

        var clock = await AdvanceAsync("30.00:00:00");

        Assert.Equal("30.00:00:00", Text(clock, "offset"));
        var told = (await MessagesAsync("?to=rachel@mail.example")).EnumerateArray().Reverse().ToArray();
        Assert.Equal(
            ["replacementStarted", .. Enumerable.Repeat("replacementReminder", 6), "replacementApplied"],
            told.Select(message => Text(message, "kind")));
        Assert.Equal(
            [0, 1, 7, 14, 21, 27, 29, 30],
            told.Select(message => (int)Math.Round((SentAt(message) - started).TotalDays)));
    }

    [Fact]
    public async Task The_clock_says_how_far_it_was_moved()
    {
        _ = await AdvanceAsync("1.00:00:00");
        _ = await AdvanceAsync("00:00:00.5000000");

        var clock = await _script.GetFromJsonAsync<JsonElement>("/rehearsal/clock", Cancel);

        Assert.Equal("1.00:00:00.5000000", Text(clock, "offset"));
        Assert.EndsWith("Z", Text(clock, "now"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_accounts_are_those_that_can_sign_in()
    {
        var accounts = await _script.GetFromJsonAsync<JsonElement>("/rehearsal/accounts", Cancel);

        Assert.Equal(
            ["rachel", "rachael", "omar", "newcomer", "dormant", "helper", "lead", "auditor", "admin"],
            accounts.EnumerateArray().Select(account => Text(account, "name").Split('@')[0]));
        Assert.Equal("Administrator", accounts[8].GetProperty("roles")[0].GetString());
        foreach (var account in accounts.EnumerateArray())
            Assert.NotNull(await _portal.GivePasswordAsync(Text(account, "name"), Text(account, "password")));
    }

    private Task<JsonElement> MessagesAsync(string query) => _script.GetFromJsonAsync<JsonElement>($"/rehearsal/messages{query}", Cancel);

    private async Task<JsonElement> AdvanceAsync(string by)
    {
        using var answer = await _script.PostAsJsonAsync("/rehearsal/clock", new { advance = by }, Cancel);
        return await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>(Cancel);
    }

    private static DateTimeOffset SentAt(JsonElement message) => message.GetProperty("sentAt").GetDateTimeOffset();

    private Task<HttpResponseMessage> ReportAsync(string id, string? stage) =>
        _script.PostAsJsonAsync($"/rehearsal/deliveries/{id}", new { stage, cause = "mailbox-full" }, Cancel);

    private static string Text(JsonElement element, string property) => element.GetProperty(property).GetString()!;
}
