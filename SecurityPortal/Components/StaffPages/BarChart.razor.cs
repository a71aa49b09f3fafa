using System.Collections.Immutable;
using System.Globalization;
using Microsoft.AspNetCore.Components;

namespace SecurityPortal.Components.StaffPages;

/// <summary>Bars beside their figures, the longest first: the list says all that the picture does.</summary>
public sealed partial class BarChart
{
    private const int Most = 12;

    [Parameter]
    [EditorRequired]
    public string Id { get; set; } = "";

    [Parameter]
    [EditorRequired]
    public string Title { get; set; } = "";

    [Parameter]
    [EditorRequired]
    public ImmutableArray<(string Text, int Count)> Bars { get; set; } = [];

    private static string CountOf(int count) => count.ToString("N0", CultureInfo.CurrentCulture);
}
