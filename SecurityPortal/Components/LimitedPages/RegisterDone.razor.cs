using Microsoft.AspNetCore.Components;
using SecurityPortal.Domain;
using SecurityPortal.Service;

namespace SecurityPortal.Components.LimitedPages;

/// <summary>The account can be signed in to; a second method is advised.</summary>
public sealed partial class RegisterDone
{
    [Parameter]
    [EditorRequired]
    public SecurityOverview Overview { get; set; } = null!;

    [Parameter]
    public Refusal? Refusal { get; set; }

    [Parameter]
    [EditorRequired]
    public EventCallback OnAdd { get; set; }

    [Parameter]
    [EditorRequired]
    public EventCallback OnFinish { get; set; }

    [CascadingParameter]
    public TimeZoneInfo VisitorZone { get; set; } = TimeZoneInfo.Utc;

    private bool IsAlone => Overview.Methods.Length < 2;
}
