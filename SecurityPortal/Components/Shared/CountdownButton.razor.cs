using System.Globalization;
using Microsoft.AspNetCore.Components;

namespace SecurityPortal.Components.Shared;

/// <summary>
/// A submit button that rests until an instant. portal.js counts down on it; without script it can be pressed,
/// and the service says that it is too early.
/// </summary>
public sealed partial class CountdownButton
{
    [Parameter]
    [EditorRequired]
    public DateTimeOffset Until { get; set; }

    /// <summary>The portal's time: the visitor's clock may be wrong, so only the difference is used.</summary>
    [Parameter]
    [EditorRequired]
    public DateTimeOffset Now { get; set; }

    [Parameter]
    [EditorRequired]
    public string Text { get; set; } = "";

    [Parameter(CaptureUnmatchedValues = true)]
    public IReadOnlyDictionary<string, object>? Others { get; set; }

    /// <summary>Off for another reason: the countdown must not turn it on.</summary>
    private bool IsOff => Others?.GetValueOrDefault("disabled") is true;

    private static string Machine(DateTimeOffset instant) =>
        instant.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture);
}
