using System.Collections.Immutable;
using Microsoft.AspNetCore.Components;

namespace SecurityPortal.Rehearsal;

/// <summary>Everything a rehearsal needs, on one page: what was sent, the clock, the people, and what to try.</summary>
public sealed partial class RehearsalPage
{
    public const int Shown = 50;

    [Parameter]
    [EditorRequired]
    public ImmutableArray<KeptMessage> Messages { get; set; } = [];

    /// <summary>Whose messages these are; everybody's when empty.</summary>
    [Parameter]
    public string? To { get; set; }

    [Parameter]
    [EditorRequired]
    public DateTimeOffset Now { get; set; }

    [Parameter]
    [EditorRequired]
    public TimeSpan Offset { get; set; }

    public static string PathTo(string? to) => string.IsNullOrEmpty(to) ? "/rehearsal" : $"/rehearsal?to={Uri.EscapeDataString(to)}";

    private bool IsMore => Messages.Length == Shown;
}
