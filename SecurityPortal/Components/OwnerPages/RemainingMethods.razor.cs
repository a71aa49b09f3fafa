using Microsoft.AspNetCore.Components;
using SecurityPortal.Service;

namespace SecurityPortal.Components.OwnerPages;

/// <summary>What is left when something goes (R-METH-11).</summary>
public sealed partial class RemainingMethods
{
    [Parameter]
    [EditorRequired]
    public IEnumerable<MethodView> Methods { get; set; } = [];
}
