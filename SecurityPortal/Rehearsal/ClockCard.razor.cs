using Microsoft.AspNetCore.Components;
using SecurityPortal.Resources;

namespace SecurityPortal.Rehearsal;

/// <summary>What time it is for the portal, and the steps in which it can be moved on.</summary>
public sealed partial class ClockCard
{
    [Parameter]
    [EditorRequired]
    public DateTimeOffset Now { get; set; }

    [Parameter]
    [EditorRequired]
    public TimeSpan Offset { get; set; }

    private static (TimeSpan By, string Text)[] Steps =>
    [
        (TimeSpan.FromHours(1), RehearsalWords.Step_Hour),
        (TimeSpan.FromDays(1), RehearsalWords.Step_Day),
        (TimeSpan.FromDays(29), RehearsalWords.Step_29Days),
        (TimeSpan.FromDays(30), RehearsalWords.Step_30Days),
    ];

    private string Moved => Offset == TimeSpan.Zero
        ? RehearsalWords.Moved_Not
        : RehearsalWords.Moved.With(Offset.Days, Offset.ToString(@"hh\:mm", null));
}
