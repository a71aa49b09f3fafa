using Microsoft.AspNetCore.Components;
using SecurityPortal.Domain;
using SecurityPortal.Resources;

namespace SecurityPortal.Components.Shared;

/// <summary>A recovery code in the place of another proof, in a circuit.</summary>
public sealed partial class RecoveryCodeEntry
{
    private string _typed = "";
    private Refusal? _refusal;
    private bool _isBusy;

    [Parameter]
    [EditorRequired]
    public DateTimeOffset Now { get; set; }

    [Parameter]
    [EditorRequired]
    public Func<string, Task<Refusal?>> Use { get; set; } = null!;

    [Parameter]
    [EditorRequired]
    public EventCallback OnAnotherWay { get; set; }

    [CascadingParameter]
    public TimeZoneInfo VisitorZone { get; set; } = TimeZoneInfo.Utc;

    private string? Why => _refusal is null ? null : RefusalText.Of(_refusal, Now, VisitorZone);

    private async Task UseAsync()
    {
        if (_isBusy)
            return;

        _isBusy = true;
        _refusal = await Use(_typed);
        _isBusy = false;
    }
}
