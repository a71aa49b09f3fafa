using Microsoft.AspNetCore.Components;

namespace SecurityPortal.Components.AdminPages;

/// <summary>Takes something back: a button that asks for the reason before it is done.</summary>
public sealed partial class ReasonForm
{
    private bool _isOpen;
    private string _why = "";

    /// <summary>Of what is taken back, among those on the page.</summary>
    [Parameter]
    [EditorRequired]
    public string Id { get; set; } = "";

    [Parameter]
    [EditorRequired]
    public string Text { get; set; } = "";

    /// <summary>The same with what it is about, for who does not see where it stands.</summary>
    [Parameter]
    [EditorRequired]
    public string Label { get; set; } = "";

    /// <summary>What is wrong with the reason.</summary>
    [Parameter]
    public string? Error { get; set; }

    [Parameter]
    public string? Fault { get; set; }

    [Parameter]
    public bool Disabled { get; set; }

    [Parameter]
    [EditorRequired]
    public EventCallback<string> Do { get; set; }

    private void Close() => (_isOpen, _why) = (false, "");

    private Task DoAsync() => Do.InvokeAsync(_why);
}
