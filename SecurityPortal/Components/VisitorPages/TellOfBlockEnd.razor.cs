using Microsoft.AspNetCore.Components;
using SecurityPortal.Service;

namespace SecurityPortal.Components.VisitorPages;

/// <summary><em>Tell me when it ends</em>: once, without a code, by a method that is not blocked.</summary>
public sealed partial class TellOfBlockEnd
{
    [Parameter]
    [EditorRequired]
    public MethodView Blocked { get; set; } = null!;

    [Parameter]
    [EditorRequired]
    public MethodView[] Methods { get; set; } = [];

    [Parameter]
    [EditorRequired]
    public string Action { get; set; } = "";

    private bool IsTold(MethodView method) => Blocked.EndIsToldTo.Contains(method.Id);
}
