using Microsoft.AspNetCore.Components;

namespace SecurityPortal.Components.Shared;

/// <summary>A field of a circuit for what has lines of its own, with its label, hint and error as <see cref="Field"/> has them.</summary>
public sealed partial class LongField
{
    [Parameter]
    [EditorRequired]
    public string Id { get; set; } = "";

    [Parameter]
    [EditorRequired]
    public string Label { get; set; } = "";

    [Parameter]
    public string? Hint { get; set; }

    [Parameter]
    public string? Error { get; set; }

    [Parameter]
    public string Value { get; set; } = "";

    [Parameter]
    public EventCallback<string> ValueChanged { get; set; }

    /// <summary>So many letters can be typed.</summary>
    [Parameter]
    public int Most { get; set; }

    [Parameter]
    public bool Disabled { get; set; }

    private string HintId => $"{Id}-hint";

    private string ErrorId => $"{Id}-error";

    private string? DescribedBy => (Hint, Error) switch
    {
        (null, null) => null,
        (_, null) => HintId,
        (null, _) => ErrorId,
        _ => $"{ErrorId} {HintId}",
    };

    private Task ChangeAsync(ChangeEventArgs change) => ValueChanged.InvokeAsync(change.Value as string ?? "");
}
