using Microsoft.AspNetCore.Components;
using SecurityPortal.Components.Shared;
using SecurityPortal.Domain;
using SecurityPortal.Resources;
using SecurityPortal.Service;

namespace SecurityPortal.Components.OwnerPages;

/// <summary>Sends a message that only shows whether messages arrive, and follows it while the card is open (R-DEL-10).</summary>
public sealed partial class SecurityInfoTest(SecurityInfoService service, NavigationManager navigation) : PortalPage(service, navigation)
{
    private static readonly TimeSpan s_lookEvery = TimeSpan.FromSeconds(1);

    private TestView? _test;
    private Refusal? _refusal;
    private DateTimeOffset _refusedAt;
    private bool _isBusy;
    private bool _isFollowed;

    [Parameter]
    [EditorRequired]
    public MethodView Method { get; set; } = null!;

    [Parameter]
    [EditorRequired]
    public SecurityOverview Overview { get; set; } = null!;

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
        _refusal = await DoAsync(Service.SendTestAsync(Owner, Method.Id, Leaving));
        _isBusy = false;
        if (_refusal is not null && await OverviewAsync() is { } overview)
            _refusedAt = overview.Now;
        _ = FollowAsync();
    }

    private async Task FollowAsync()
    {
        if (_isFollowed)
            return;

        _isFollowed = true;
        try
        {
            while (await LookAsync())
                await Task.Delay(s_lookEvery, Leaving);
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
        _test = await Service.TestWayAsync(Owner, Method.Id, Leaving);
        await InvokeAsync(StateHasChanged);
        return _test is { IsOver: false };
    }

    private static string Sentence(DeliveryStage stage) => HealthWords.ResourceManager.GetString($"Test_{stage}", HealthWords.Culture)!;
}
