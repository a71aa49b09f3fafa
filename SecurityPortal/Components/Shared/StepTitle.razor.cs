using Microsoft.AspNetCore.Components;

namespace SecurityPortal.Components.Shared;

/// <summary>
/// The heading of one step of a flow. It takes the focus when its step appears, because no page was loaded that would
/// tell a screen reader so; the page gives it the step as its key.
/// </summary>
public sealed partial class StepTitle
{
    private ElementReference _title;

    [Parameter]
    [EditorRequired]
    public string Text { get; set; } = "";

    protected override Task OnAfterRenderAsync(bool firstRender) =>
        firstRender ? _title.FocusAsync().AsTask() : Task.CompletedTask;
}
