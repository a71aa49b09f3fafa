using Microsoft.AspNetCore.Components;
using SecurityPortal.Domain;
using SecurityPortal.Resources;
using SecurityPortal.Service;

namespace SecurityPortal.Components.Shared;

/// <summary>
/// A code that was sent is entered. What becomes of it is the page's affair: it verifies, sends again and reads its
/// overview anew, also after a refusal, so that tries and times shown here are those of the store.
/// </summary>
public sealed partial class CodeEntry
{
    /// <summary>Nobody watches seconds for longer than this; the refusal says the time.</summary>
    private static readonly TimeSpan s_longestCountdown = TimeSpan.FromMinutes(2);

    private string _typed = "";
    private Refusal? _refusal;
    private string? _done;
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

    /// <summary>It was asked for on this page a moment ago, so it is what comes next.</summary>
    [Parameter]
    public bool TakesFocus { get; set; }

    [Parameter]
    [EditorRequired]
    public Func<string, Task<Refusal?>> Verify { get; set; } = null!;

    /// <summary>Sends the code again, or a new one where none is open.</summary>
    [Parameter]
    [EditorRequired]
    public Func<Task<Refusal?>> SendAgain { get; set; } = null!;

    /// <summary>Has the code said in a call; left out where nobody can be called.</summary>
    [Parameter]
    public Func<Task<Refusal?>>? Call { get; set; }

    /// <summary>By which way codes go to this method.</summary>
    [Parameter]
    public Channel Channel { get; set; }

    [Parameter]
    public EventCallback OnAnotherWay { get; set; }

    [Parameter]
    public string? AnotherWayText { get; set; }

    [CascadingParameter]
    public TimeZoneInfo VisitorZone { get; set; } = TimeZoneInfo.Utc;

    /// <summary>Until the circuit is there nothing can be pressed, or the browser would send the form on its own.</summary>
    private bool IsReady => RendererInfo.IsInteractive && !_isBusy;

    private WaysOffered Offered => new(
        CodeWords.Send_Another,
        Call is not null && Challenge is { } sent ? CodeWays.CallOf(sent) : null,
        OnAnotherWay.HasDelegate ? AnotherWayText ?? CodeWords.Another_Way : null);

    private string? Why => _refusal is null ? null : RefusalText.Of(_refusal, Now, VisitorZone);

    private DateTimeOffset NextSendAt => _refusal switch
    {
        Refusal.TooSoon { At: var at } => at,
        Refusal.LimitReached { Until: var until } => until,
        _ => Challenge?.NextSendAt ?? Now,
    };

    private bool IsFar => NextSendAt - Now > s_longestCountdown;

    private DateTimeOffset MaySendAt => IsFar ? Now : NextSendAt;

    // A press during a block would lengthen it (R-BLOCK-3).
    private bool MaySend => !IsFar && _refusal is not (Refusal.Blocked or Refusal.MethodDisabled);

    private bool MayEnter => _refusal is not (Refusal.Blocked { Scope.HoldsEntering: true } or Refusal.MethodDisabled);

    protected override void OnParametersSet()
    {
        if (Challenge is not { } shown || shown.Id == _last)
            return;

        // Another code: what was typed and said of the one before it is of no use any more.
        if (_last is not null)
            (_typed, _refusal) = ("", null);
        _last = shown.Id;
    }

    private Task VerifyAsync() => DoAsync(() => Verify(_typed), done: null, MayEnter);

    private Task SendAgainAsync() => DoAsync(SendAgain, CodeWords.Sent_Again, MaySend);

    private Task CallAsync() => DoAsync(Call!, WayWords.Called, MaySend);

    private async Task DoAsync(Func<Task<Refusal?>> request, string? done, bool may)
    {
        // Enter in the field sends the form even while its button is off.
        if (_isBusy || !may)
            return;

        _isBusy = true;
        try
        {
            _refusal = await request();
            _done = _refusal is null ? done : null;
        }
        finally
        {
            _isBusy = false;
        }
    }
}
