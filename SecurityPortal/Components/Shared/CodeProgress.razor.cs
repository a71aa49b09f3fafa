using Microsoft.AspNetCore.Components;
using SecurityPortal.Domain;
using SecurityPortal.Resources;
using SecurityPortal.Service;

namespace SecurityPortal.Components.Shared;

/// <summary>
/// Follows the message of a code while its page is open: what is reported of it is on the page within a second (R-DEL-2),
/// and beside it what helps whoever has no code (R-DEL-3). To look is no use of the session.
/// </summary>
public sealed partial class CodeProgress(SecurityInfoService service, NavigationManager navigation, ILogger<CodeProgress> logger)
    : PortalPage(service, navigation)
{
    private ChallengeView? _followed;
    private ChallengeId? _last;
    private CodeWay? _way;

    /// <summary>Null when no code can be entered any more; what became of the last is still told.</summary>
    [Parameter]
    [EditorRequired]
    public ChallengeView? Challenge { get; set; }

    [Parameter]
    [EditorRequired]
    public WaysOffered Offered { get; set; } = null!;

    /// <summary>By which way codes go here, as long as nothing is known of one.</summary>
    [Parameter]
    public Channel Channel { get; set; }

    [Parameter]
    public TimeSpan LookEvery { get; set; } = TimeSpan.FromMilliseconds(700);

    /// <summary>What stands between the way of the message and the help: the field for its code.</summary>
    [Parameter]
    public RenderFragment? ChildContent { get; set; }

    private CodeWay? Way => _way?.Challenge == Challenge?.Id ? _way : null;

    private bool IsMoving => Way is null or { IsAtEnd: false } && Challenge is not null && (_way is null || _way.Now < _way.ExpiresAt);

    protected override async Task OnParametersSetAsync()
    {
        if (Challenge == _followed)
            return;

        // Another code, the same once more, or its end.
        _followed = Challenge;
        _last = Challenge?.Id ?? _last;
        _ = await LookAsync();
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender)
            return;

        using PeriodicTimer timer = new(LookEvery);
        try
        {
            while (await timer.WaitForNextTickAsync(Leaving))
            {
                if (IsMoving && await LookAsync())
                    StateHasChanged();
            }
        }
        catch (OperationCanceledException)
        {
            // The page was left.
        }
    }

    /// <summary>True when there is something new to be said.</summary>
    private async Task<bool> LookAsync()
    {
        try
        {
            if (_last is not { } last || await Service.CodeWayAsync(Owner, last, Leaving) is not { } way)
                return false;

            var isNews = !IsLike(_way, way);
            _way = way;
            return isNews;
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // A store that does not answer now is no reason to take the field away: it is looked at again.
            LogFailure(exception);
            return false;
        }
    }

    /// <summary>What is advised turns with time alone, too.</summary>
    private static bool IsLike(CodeWay? one, CodeWay other) => one is not null
        && one.Now < one.ExpiresAt == other.Now < other.ExpiresAt
        && CodeTroubles.Of(one, one.Now).SequenceEqual(CodeTroubles.Of(other, other.Now))
        && (one.Challenge, one.Stage, one.Cause, one.Steps.Length, one.Steps[^1].At, one.NextTryAt, one.ExpectedAt, one.Block, one.Area)
        == (other.Challenge, other.Stage, other.Cause, other.Steps.Length, other.Steps[^1].At, other.NextTryAt, other.ExpectedAt, other.Block, other.Area);

    private string Heading(ChallengeView sent) => Way is { } way
        ? WayText.Heading(way)
        : sent.Kind == MethodKind.Email ? CodeWords.Sent_Email : CodeWords.Sent_Text;

    [LoggerMessage(LogLevel.Warning, "How far a code has come could not be read; it is looked at again.")]
    private partial void LogFailure(Exception exception);
}
