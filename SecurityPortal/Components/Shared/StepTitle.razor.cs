using Microsoft.AspNetCore.Components;

namespace SecurityPortal.Components.Shared;

/// <summary>
/// The heading of one step of a flow. It takes the focus when its step appears, because no page was loaded that would
/// tell a screen reader so; the page gives it the step as its key.
/// </summary>
public sealed partial class StepTitle
{
    /// <summary>The name under which a step-up tells the titles of what waits behind it.</summary>
    public const string Behind = "Behind";

    private ElementReference _title;

    [Parameter]
    [EditorRequired]
    public string Text { get; set; } = "";

    /// <summary>A page has one heading: while it waits behind a step-up, that one's.</summary>
    [CascadingParameter(Name = Behind)]
    private bool IsBehind { get; set; }

    /// <summary>For what has gone from the page together with the button that was pressed.</summary>
    public Task FocusAsync() => IsBehind ? Task.CompletedTask : _title.FocusAsync().AsTask();

    protected override Task OnAfterRenderAsync(bool firstRender) => firstRender ? FocusAsync() : Task.CompletedTask;
}
