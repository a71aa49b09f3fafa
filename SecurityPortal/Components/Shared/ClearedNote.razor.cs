using System.Collections.Immutable;
using Microsoft.AspNetCore.Components;
using SecurityPortal.Service;

namespace SecurityPortal.Components.Shared;

/// <summary>What staff have cleared can be brought back for a day; this leads there (R-HELP-2).</summary>
public sealed partial class ClearedNote
{
    public const string Path = "/cleared";

    [Parameter]
    [EditorRequired]
    public ImmutableArray<MethodView> Cleared { get; set; }
}
