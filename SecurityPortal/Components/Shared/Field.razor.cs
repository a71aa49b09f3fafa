using Microsoft.AspNetCore.Components;

namespace SecurityPortal.Components.Shared;

/// <summary>
/// A text field with its label, hint and error, the same on plain pages (where Name posts it) and in a circuit
/// (where <c>@bind-Value</c> keeps it). Attributes it does not know go to the input.
/// </summary>
public sealed partial class Field
{
    private ElementReference _input;

    [Parameter]
    [EditorRequired]
    public string Id { get; set; } = "";

    [Parameter]
    [EditorRequired]
    public string Label { get; set; } = "";

    [Parameter]
    public string? Name { get; set; }

    [Parameter]
    public string? Value { get; set; }

    [Parameter]
    public EventCallback<string> ValueChanged { get; set; }

    [Parameter]
    public string? Hint { get; set; }

    [Parameter]
    public string? Error { get; set; }

    [Parameter]
    public string Type { get; set; } = "text";

    /// <summary>Whether it takes a one-time code: one field, large digits, filled in by the phone where it can (R-CODE-9).</summary>
    [Parameter]
    public bool Code { get; set; }

    /// <summary>Whether the keyboard is to be in it when it appears: for the first field of what was just opened.</summary>
    [Parameter]
    public bool TakesFocus { get; set; }

    [Parameter(CaptureUnmatchedValues = true)]
    public IReadOnlyDictionary<string, object>? Others { get; set; }

    private string HintId => $"{Id}-hint";

    private string ErrorId => $"{Id}-error";

    // Codes, addresses and numbers read from left to right in every language.
    private string? Direction => Code || Type is "email" or "tel" ? "ltr" : null;

    private string? DescribedBy => (Hint, Error) switch
    {
        (null, null) => null,
        (_, null) => HintId,
        (null, _) => ErrorId,
        _ => $"{ErrorId} {HintId}",
    };

    /// <summary>Puts the keyboard in it.</summary>
    public Task FocusAsync() => _input.FocusAsync().AsTask();

    protected override Task OnAfterRenderAsync(bool firstRender) =>
        firstRender && TakesFocus ? FocusAsync() : Task.CompletedTask;

    private Task ChangeAsync(ChangeEventArgs change) => ValueChanged.InvokeAsync(change.Value as string ?? "");
}
