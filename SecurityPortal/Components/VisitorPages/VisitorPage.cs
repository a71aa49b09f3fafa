using Microsoft.AspNetCore.Components;
using SecurityPortal.Domain;
using SecurityPortal.Resources;

namespace SecurityPortal.Components.VisitorPages;

/// <summary>
/// A plain page. A form on it whose field is at fault is answered in place, because nothing was done; what was done is told
/// by the page after it, so that reload and back do nothing a second time.
/// </summary>
public abstract class VisitorPage(NavigationManager navigation) : ComponentBase
{
    [CascadingParameter]
    protected HttpContext Context { get; set; } = null!;

    [CascadingParameter]
    protected TimeZoneInfo Zone { get; set; } = TimeZoneInfo.Utc;

    protected CancellationToken Leaving => Context.RequestAborted;

    /// <summary>The form that this request sends; null when the page is only to be shown.</summary>
    protected string? PostedForm => HttpMethods.IsPost(Context.Request.Method) && Context.Request.HasFormContentType
        ? Context.Request.Form["_handler"].ToString()
        : null;

    /// <summary>A step of the way in, which keeps where the visitor wanted to go.</summary>
    protected string To(string path, MethodId? method = null) => Wayfinding.To(path, Wayfinding.WantedBy(Context), method);

    protected string Words(Refusal refusal, DateTimeOffset now) => RefusalText.Of(refusal, now, Zone);

    protected void GoTo(string path)
    {
        Context.AnswerFormsWithSeeOther();
        navigation.NavigateTo(path);
    }
}
