using Microsoft.AspNetCore.Components;

namespace SecurityPortal.Components.VisitorPages;

/// <summary>What a try that failed is filed under, for whoever asks for help with it.</summary>
public sealed partial class FailedTry
{
    [Parameter]
    [EditorRequired]
    public Said? Said { get; set; }
}
