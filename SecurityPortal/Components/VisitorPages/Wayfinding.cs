using Microsoft.AspNetCore.WebUtilities;
using SecurityPortal.Domain;
using SecurityPortal.Service;
using SecurityPortal.Web;

namespace SecurityPortal.Components.VisitorPages;

/// <summary>Where the way in leads, and what of it must not be lost: the page that was asked for before.</summary>
public static class Wayfinding
{
    private const string Wanted = "returnUrl";

    // These lead to themselves: who signs in does not want to sign in again, nor out.
    private static readonly string[] s_noGoals = ["/sign-in", "/sign-out", Reach.ReminderPath, Reach.StrengthenPath, "/change-password", "/message/undo", "/error", "/not-found"];

    /// <summary>The page of this portal that was asked for before, in this tab.</summary>
    public static string? WantedBy(HttpContext context) =>
        LocalPath.Or(context.Request.Query[Wanted], "/") is var path && path != "/" && IsGoal(path) ? path : null;

    // As the browser will ask for it: dots resolved, escapes undone. Addresses are the same in capitals.
    private static bool IsGoal(string path) =>
        Uri.TryCreate(new Uri("http://portal"), path, out var address)
        && new PathString(Uri.UnescapeDataString(address.AbsolutePath)) is var asked
        && !s_noGoals.Any(goal => asked.StartsWithSegments(goal, StringComparison.OrdinalIgnoreCase));

    public static string To(string path, string? wanted, MethodId? method = null) =>
        QueryHelpers.AddQueryString(path, new Dictionary<string, string?> { ["method"] = method?.ToString(), [Wanted] = wanted });

    /// <summary>Where a session goes from here: its next step, or once nothing is left to do, what was asked for.</summary>
    public static string Next(SecurityOverview? overview, string? wanted) => Reach.NextStep(overview) switch
    {
        "/security-info" => wanted ?? "/security-info",
        var step when Reach.KeepsGoal(step) || step.StartsWith("/sign-in", StringComparison.Ordinal) => To(step, wanted),
        var step => step,
    };

    extension(HttpContext context)
    {
        /// <summary>A form is answered with the address of the next page, which is then fetched by GET.</summary>
        public void SeeOther(string path)
        {
            context.Response.StatusCode = StatusCodes.Status303SeeOther;
            context.Response.Headers.Location = path;
        }

        /// <summary>Makes the framework's redirects, which say 302, say so too.</summary>
        public void AnswerFormsWithSeeOther() => context.Response.OnStarting(() =>
        {
            if (HttpMethods.IsPost(context.Request.Method) && context.Response.StatusCode == StatusCodes.Status302Found)
                context.Response.StatusCode = StatusCodes.Status303SeeOther;
            return Task.CompletedTask;
        });
    }
}
