using Microsoft.AspNetCore.Components;
using SecurityPortal.Domain;
using SecurityPortal.Resources;

namespace SecurityPortal.Components.LimitedPages;

/// <summary>The pass that the help desk gives to whoever has nothing left (R-HELP-3).</summary>
public sealed partial class PassEntry
{
    private string _typed = "";
    private Refusal? _refusal;
    private bool _isBusy;

    [Parameter]
    [EditorRequired]
    public DateTimeOffset Now { get; set; }

    [Parameter]
    [EditorRequired]
    public Func<string, Task<Refusal?>> Take { get; set; } = null!;

    [CascadingParameter]
    private TimeZoneInfo VisitorZone { get; set; } = TimeZoneInfo.Utc;

    private string? Why => _refusal is null ? null : RefusalText.Of(_refusal, Now, VisitorZone);

    private async Task TakeAsync()
    {
        if (_isBusy)
            return;

        _isBusy = true;
        _refusal = await Take(_typed);
        _isBusy = false;
    }
}
