using Microsoft.AspNetCore.Components;
using SecurityPortal.Domain;
using SecurityPortal.Service;

namespace SecurityPortal.Components.LimitedPages;

/// <summary>Step 4: exactly what will happen and on which date, and the one button that starts it (R-PEND-2).</summary>
public sealed partial class ReplaceReview
{
    private bool _isBusy;

    [Parameter]
    [EditorRequired]
    public SecurityOverview Overview { get; set; } = null!;

    [Parameter]
    public Refusal? Refusal { get; set; }

    [Parameter]
    [EditorRequired]
    public EventCallback OnSubmit { get; set; }

    [Parameter]
    [EditorRequired]
    public EventCallback OnBack { get; set; }

    [CascadingParameter]
    public TimeZoneInfo VisitorZone { get; set; } = TimeZoneInfo.Utc;

    private async Task SubmitAsync()
    {
        _isBusy = true;
        await OnSubmit.InvokeAsync();
        _isBusy = false;
    }
}
