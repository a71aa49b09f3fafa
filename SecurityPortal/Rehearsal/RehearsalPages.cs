using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;
using SecurityPortal.Web;
using SecurityPortal.Work;

namespace SecurityPortal.Rehearsal;

/// <summary>The rehearsal for people: its page, the buttons of its clock, and mails as a mail program shows them.</summary>
internal static class RehearsalPages
{
    // A mail brings its own styles, and nothing else that could act.
    private static readonly ContentPolicy s_mail =
        new("default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'");

    public static string MailPath(Guid message) => $"/rehearsal/messages/{message}/html";

    public static void MapPages(this IEndpointRouteBuilder rehearsal)
    {
        _ = rehearsal.MapGet("", ShowAsync);
        _ = rehearsal.MapPost("", AdvanceAsync).WithMetadata(new RequireAntiforgeryTokenAttribute());
        _ = rehearsal.MapGet("/messages/{id:guid}/html", Mail).WithMetadata(s_mail);
    }

    private static async Task<RazorComponentResult> ShowAsync(string? to, RehearsalClock clock, EmbeddedChannel channel, Outbox outbox, CancellationToken cancel)
    {
        await outbox.FlushAsync(cancel);
        return new RazorComponentResult<RehearsalPage>(new Dictionary<string, object?>
        {
            [nameof(RehearsalPage.Messages)] = channel.Newest(to, RehearsalPage.Shown),
            [nameof(RehearsalPage.To)] = to,
            [nameof(RehearsalPage.Now)] = clock.GetUtcNow(),
            [nameof(RehearsalPage.Offset)] = clock.Offset,
        });
    }

    private static async Task<IResult> AdvanceAsync(HttpRequest request, TimeTravel travel, CancellationToken cancel)
    {
        var form = await request.ReadFormAsync(cancel);
        if (RehearsalCalls.WhyNot(form["advance"], out var by) is { } reason)
            return Results.Text(reason, statusCode: StatusCodes.Status400BadRequest);

        await travel.AdvanceAsync(by, cancel);
        return Results.Redirect("/rehearsal");
    }

    private static IResult Mail(Guid id, EmbeddedChannel channel) => channel.Find(id) is { Message.Html: { Length: > 0 } html }
        ? Results.Content(html, "text/html; charset=utf-8")
        : Results.NotFound();
}
