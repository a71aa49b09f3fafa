using Microsoft.AspNetCore.Components;
using SecurityPortal.Domain;
using SecurityPortal.Service;

namespace SecurityPortal.Components.LimitedPages;

/// <summary>Still step 3: what is confirmed so far, and whether there is to be more.</summary>
public sealed partial class ReplaceChosen
{
    [Parameter]
    [EditorRequired]
    public SecurityOverview Overview { get; set; } = null!;

    [Parameter]
    [EditorRequired]
    public EventCallback<MethodId> OnRemove { get; set; }

    [Parameter]
    [EditorRequired]
    public EventCallback OnAdd { get; set; }

    [Parameter]
    [EditorRequired]
    public EventCallback OnReview { get; set; }

    private bool IsCorrection => Overview.Draft!.IsCorrection;

    private bool IsAlone => Overview.Draft!.Infos.Length < 2;
}
