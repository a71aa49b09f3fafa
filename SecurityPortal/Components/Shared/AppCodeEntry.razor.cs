using Microsoft.AspNetCore.Components;
using SecurityPortal.Domain;
using SecurityPortal.Resources;
using SecurityPortal.Service;

namespace SecurityPortal.Components.Shared;

/// <summary>
/// A code that an authenticator app shows is entered: nothing was sent, so nothing is followed and nothing can be sent again.
/// What becomes of it is the page's affair, as with <see cref="CodeEntry"/>.
/// </summary>
public sealed partial class AppCodeEntry
{
    private string _typed = "";
    private Refusal? _refusal;
    private bool _isBusy;
    private ChallengeId? _last;

    /// <summary>Null when no code can be entered any more: its time is over, or it was tried too often.</summary>
    [Parameter]
    [EditorRequired]
    public ChallengeView? Challenge { get; set; }

    [Parameter]
    [EditorRequired]
    public DateTimeOffset Now { get; set; }

    /// <summary>Of its field: a page may have another one, which waits behind the step-up.</summary>
    [Parameter]
    public string Id { get; set; } = "code";

    [Parameter]
    public bool TakesFocus { get; set; }

    [Parameter]
    [EditorRequired]
    public Func<string, Task<Refusal?>> Verify { get; set; } = null!;

    /// <summary>Lets a code be entered again where none can be any more.</summary>
    [Parameter]
    [EditorRequired]
    public Func<Task<Refusal?>> Renew { get; set; } = null!;

    [Parameter]
    public EventCallback OnAnotherWay { get; set; }

    [Parameter]
    public string AnotherWayText { get; set; } = CodeWords.Another_Way;

    /// <summary>What is said before the field.</summary>
    [Parameter]
    public RenderFragment? ChildContent { get; set; }

    [CascadingParameter]
    public TimeZoneInfo VisitorZone { get; set; } = TimeZoneInfo.Utc;

    /// <summary>Until the circuit is there nothing can be pressed, or the browser would send the form on its own.</summary>
    private bool IsReady => RendererInfo.IsInteractive && !_isBusy;

    private string? Why => _refusal is null ? null : RefusalText.Of(_refusal, Now, VisitorZone);

    // A press during a block would lengthen it (R-BLOCK-3).
    private bool MayEnter => _refusal is not (Refusal.Blocked { Scope.HoldsEntering: true } or Refusal.MethodDisabled);

    protected override void OnParametersSet()
    {
        if (Challenge is not { } shown || shown.Id == _last)
            return;

        if (_last is not null)
            (_typed, _refusal) = ("", null);
        _last = shown.Id;
    }

    private Task VerifyAsync() => DoAsync(() => Verify(_typed));

    private Task RenewAsync() => DoAsync(Renew);

    private async Task DoAsync(Func<Task<Refusal?>> request)
    {
        // Enter in the field sends the form even while its button is off.
        if (_isBusy || !MayEnter)
            return;

        _isBusy = true;
        try
        {
            _refusal = await request();
        }
        finally
        {
            _isBusy = false;
        }
    }
}
