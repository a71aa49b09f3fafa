using Microsoft.AspNetCore.Components;
using SecurityPortal.Components.Shared;
using SecurityPortal.Domain;
using SecurityPortal.Resources;
using SecurityPortal.Service;

namespace SecurityPortal.Components.OwnerPages;

/// <summary>Sends a message that only shows whether messages arrive, and follows it while the card is open (R-DEL-10).</summary>
public sealed partial class SecurityInfoTest(SecurityInfoService service, NavigationManager navigation, ILogger<SecurityInfoTest> logger)
    : PortalPage(service, navigation)
{
    private static readonly TimeSpan s_lookEvery = TimeSpan.FromSeconds(1);

    private TestView? _test;
    private Refusal? _refusal;
    private DateTimeOffset _refusedAt;
    private bool _isBusy;
    private bool _isFollowed;
    private bool _isSent;

    [Parameter]
    [EditorRequired]
    public MethodView Method { get; set; } = null!;

    [Parameter]
    [EditorRequired]
    public SecurityOverview Overview { get; set; } = null!;

    /// <summary>It arrived or came back, and with it what is known of the method has changed.</summary>
    [Parameter]
    public EventCallback OnOver { get; set; }

    private string? Line => _test switch
    {
        null => null,
        { Stage: DeliveryStage.Queued } => HealthWords.Test_Queued,
        var test => Sentence(test.Stage).With(InstantWords.Relative(test.StageAt ?? test.SentAt, test.Now), Method.Shown, HealthText.Of(test.Cause)),
    };

    protected override Task OnAfterRenderAsync(bool firstRender) => firstRender ? FollowAsync() : Task.CompletedTask;

    private async Task SendAsync()
    {
        _isBusy = true;
        try
        {
            _refusal = await DoAsync(Service.SendTestAsync(Owner, Method.Id, Leaving));
            if (_refusal is not null && await OverviewAsync() is { } overview)
                _refusedAt = overview.Now;
        }
        finally
        {
            _isBusy = false;
        }

        _isSent = true;
        _ = FollowAsync();
    }

    private async Task FollowAsync()
    {
        if (_isFollowed)
            return;

        _isFollowed = true;
        try
        {
            // What is sent while the last look is on its way is followed too.
            do
            {
                _isSent = false;
                while (await LookAsync())
                    await Task.Delay(s_lookEvery, Leaving);
            }
            while (_isSent);
        }
        catch (OperationCanceledException)
        {
            // The card was closed.
        }
        finally
        {
            _isFollowed = false;
        }
    }

    /// <summary>Whether there may be more to see.</summary>
    private async Task<bool> LookAsync()
    {
        try
        {
            var before = _test;
            _test = await Service.TestWayAsync(Owner, Method.Id, Leaving);
            await InvokeAsync(StateHasChanged);
            if (before is { IsOver: false } && _test is { IsOver: true })
                await OnOver.InvokeAsync();
            return _test is { MayMove: true };
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // A store that does not answer now is no reason to take the card away: it is looked at again.
            LogFailure(exception);
            return true;
        }
    }

    private static string Sentence(DeliveryStage stage) => HealthWords.ResourceManager.GetString($"Test_{stage}", HealthWords.Culture)!;

    [LoggerMessage(LogLevel.Warning, "How far a test message has come could not be read; it is looked at again.")]
    private partial void LogFailure(Exception exception);
}
