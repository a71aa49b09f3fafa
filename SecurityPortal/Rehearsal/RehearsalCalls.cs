using System.Globalization;
using System.Text.Json;
using SecurityPortal.Resources;
using SecurityPortal.Work;

namespace SecurityPortal.Rehearsal;

/// <summary>The HTTP contract of a rehearsal: what was sent, what time it is, who there is to sign in as.</summary>
internal static class RehearsalCalls
{
    public static void MapCalls(this IEndpointRouteBuilder rehearsal)
    {
        _ = rehearsal.MapGet("/messages", MessagesAsync);
        _ = rehearsal.MapGet("/clock", (RehearsalClock clock) => ClockAnswer.Of(clock));
        _ = rehearsal.MapPost("/clock", AdvanceAsync);
        _ = rehearsal.MapPost("/deliveries/{id:guid}", RehearsalDeliveries.ReportAsync);
        _ = rehearsal.MapGet("/authenticator", DemoApps.Show);
        _ = rehearsal.MapGet("/accounts", () => DemoAccounts.All.Select(AccountAnswer.Of));
    }

    /// <summary>Why it cannot be advanced by what was asked for, or null.</summary>
    public static string? WhyNot(string? asked, out TimeSpan by) => TimeSpan.TryParseExact(asked, "c", CultureInfo.InvariantCulture, out by) switch
    {
        false => RehearsalWords.Advance_NoSpan,
        true when by < TimeSpan.Zero => RehearsalWords.Advance_Back,
        true when by > TimeTravel.Longest => RehearsalWords.Advance_TooFar.With(TimeTravel.Longest.ToString("c", CultureInfo.InvariantCulture)),
        true => null,
    };

    private static async Task<IResult> MessagesAsync(string? to, string? take, EmbeddedChannel channel, Outbox outbox, CancellationToken cancel)
    {
        if (!IsCount(take, out var most))
            return Malformed(RehearsalWords.Take_NoCount);

        // What a page has just answered for is committed, but perhaps still on its way.
        await outbox.FlushAsync(cancel);
        return Results.Ok(channel.Newest(Destination(to), most).Select(MessageAnswer.Of));
    }

    private static async Task<IResult> AdvanceAsync(HttpRequest request, TimeTravel travel, RehearsalClock clock, CancellationToken cancel)
    {
        if (WhyNot(await AskedAsync(request, cancel), out var by) is { } reason)
            return Malformed(reason);

        await travel.AdvanceAsync(by, cancel);
        return Results.Ok(ClockAnswer.Of(clock));
    }

    private static async Task<string?> AskedAsync(HttpRequest request, CancellationToken cancel)
    {
        if (!request.HasJsonContentType())
            return null;

        try
        {
            return (await request.ReadFromJsonAsync<Advance>(cancel))?.By;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static bool IsCount(string? take, out int most)
    {
        most = EmbeddedChannel.Most;
        return string.IsNullOrEmpty(take) || int.TryParse(take, NumberStyles.None, CultureInfo.InvariantCulture, out most);
    }

    /// <summary>An unescaped plus in a query stands for a blank, and phone numbers begin with one.</summary>
    private static string? Destination(string? to) => to is [' ', .. var digits] ? $"+{digits}" : to;

    private static IResult Malformed(string reason) => Results.Text(reason, statusCode: StatusCodes.Status400BadRequest);

    private sealed record Advance([property: System.Text.Json.Serialization.JsonPropertyName("advance")] string? By);
}
