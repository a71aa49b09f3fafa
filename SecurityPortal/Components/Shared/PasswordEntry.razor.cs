using Microsoft.AspNetCore.Components;
using SecurityPortal.Domain;
using SecurityPortal.Resources;

namespace SecurityPortal.Components.Shared;

/// <summary>The password once more. What was typed is not kept longer than the answer takes.</summary>
public sealed partial class PasswordEntry
{
    private string _typed = "";
    private Refusal? _refusal;
    private bool _isBusy;

    [Parameter]
    [EditorRequired]
    public DateTimeOffset Now { get; set; }

    [Parameter]
    [EditorRequired]
    public Func<string, Task<Refusal?>> Confirm { get; set; } = null!;

    [CascadingParameter]
    public TimeZoneInfo VisitorZone { get; set; } = TimeZoneInfo.Utc;

    private string? Why => _refusal is null ? null : RefusalText.Of(_refusal, Now, VisitorZone);

    private async Task ConfirmAsync()
    {
        if (_isBusy)
            return;

        _isBusy = true;
        try
        {
            var typed = _typed;
            _typed = "";
            _refusal = await Confirm(typed);
        }
        finally
        {
            _isBusy = false;
        }
    }
}
