using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using SecurityPortal.Domain;
using SecurityPortal.Service;
using SecurityPortal.Tests.Support;

namespace SecurityPortal.Tests.Rehearsal;

public sealed class RehearsalCallsTests : IDisposable
{
    private readonly PortalServer _portal = new();
    private readonly HttpClient _script;

    public RehearsalCallsTests() => _script = _portal.Visitor();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private SecurityInfoService Service => _portal.Services.GetRequiredService<SecurityInfoService>();

    public void Dispose()
    {
        _script.Dispose();
        _portal.Dispose();
    }

    [Fact]
    public async Task A_message_can_be_read_as_soon_as_what_it_tells_of_is_so()
    {
        var rachel = await GivePasswordAsync("rachel@contoso.example");
        var overview = await Service.OverviewAsync(rachel, Cancel);
        Assert.Null(await Service.AskForCodeAsync(rachel, Purpose.SignIn, overview!.Methods[0].Id, Cancel));

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

    [Theory]
    [InlineData("?to=%2B12025550101", 1)]
    [InlineData("?to=+12025550101", 1)]
    [InlineData("?to=nobody@mail.example", 0)]
    [InlineData("?to=", 1)]
    [InlineData("?take=0", 0)]
    [InlineData("?take=7", 1)]
    public async Task Messages_are_found_by_whom_they_went_to(string query, int expected)
    {
        var rachel = await GivePasswordAsync("rachel@contoso.example");
        var overview = await Service.OverviewAsync(rachel, Cancel);
        Assert.Null(await Service.AskForCodeAsync(rachel, Purpose.SignIn, overview!.Methods[1].Id, Cancel));

        Assert.Equal(expected, (await MessagesAsync(query)).GetArrayLength());
    }

    [Fact]
    public async Task Advancing_misses_nothing_on_the_way_and_has_done_it_all_when_it_answers()
    {
        await StartReplacementAsync("rachel@contoso.example");
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

    [Theory]
    [InlineData("""{ "advance": "-00:00:01" }""")]
    [InlineData("""{ "advance": "401.00:00:00" }""")]
    [InlineData("""{ "advance": "tomorrow" }""")]
    [InlineData("""{ "advance": 30 }""")]
    [InlineData("""{ "advance": null }""")]
    [InlineData("""{ "back": "1.00:00:00" }""")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{")]
    [InlineData("")]
    public async Task What_the_clock_cannot_do_is_said_plainly(string body)
    {
        using var answer = await _script.PostAsync("/rehearsal/clock", new StringContent(body, null, "application/json"), Cancel);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.StartsWith("\"advance\" must ", await answer.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
        Assert.Equal("00:00:00", Text(await _script.GetFromJsonAsync<JsonElement>("/rehearsal/clock", Cancel), "offset"));
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
            Assert.NotNull(await GivePasswordAsync(Text(account, "name"), Text(account, "password")));
    }

    private async Task StartReplacementAsync(string name)
    {
        var owner = await GivePasswordAsync(name);
        Assert.Null(await Service.EnterNewInfoAsync(owner, new(ContactKind.Email, "new@post.example"), Cancel));
        var info = (await Service.OverviewAsync(owner, Cancel))!.Draft!.Infos[^1];
        var code = Text((await MessagesAsync("?to=new@post.example"))[0], "code");
        var challenge = (await Service.OverviewAsync(owner, Cancel))!.ChallengeFor(Purpose.ConfirmNewInfo, info.Id)!;
        Assert.Null(await Service.ConfirmNewInfoAsync(owner, challenge.Id, code, Cancel));
        Assert.Null(await Service.StartReplacementAsync(owner, Cancel));
    }

    private async Task<Owner> GivePasswordAsync(string name, string password = SecurityPortal.Rehearsal.DemoAccounts.Password)
    {
        Assert.NotEmpty(_portal.Url);
        var answer = await Service.SignInAsync(People.From("192.0.2.1"), name, password, Cancel);
        Assert.Null(answer.Refusal);
        return answer.Owner!;
    }

    private Task<JsonElement> MessagesAsync(string query) => _script.GetFromJsonAsync<JsonElement>($"/rehearsal/messages{query}", Cancel);

    private async Task<JsonElement> AdvanceAsync(string by)
    {
        using var answer = await _script.PostAsJsonAsync("/rehearsal/clock", new { advance = by }, Cancel);
        return await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>(Cancel);
    }

    private static DateTimeOffset SentAt(JsonElement message) => message.GetProperty("sentAt").GetDateTimeOffset();

    private static string Text(JsonElement element, string property) => element.GetProperty(property).GetString()!;
}
