using System.Globalization;
using Microsoft.AspNetCore.Components;
using SecurityPortal.Components.Shared;
using SecurityPortal.Domain;
using SecurityPortal.Service;

namespace SecurityPortal.Components.LimitedPages;

/// <summary>
/// A number to say to the help desk, which shows who is calling (R-HELP-6). It is shown in this circuit alone: a reload
/// forgets it, and another takes its place.
/// </summary>
public sealed partial class CallerNumberPage(SecurityInfoService service, NavigationManager navigation, TimeProvider clock) : PortalPage(service, navigation)
{
    private static readonly TimeSpan s_every = TimeSpan.FromSeconds(1);

    private SecurityOverview? _overview;
    private CallerNumberView? _number;
    private Refusal? _refusal;
    private ElementReference _shown;
    private StepUpGate? _gate;
    private bool _isBusy;
    private bool _isNew;
    private bool _isOver;

    protected override Task OnInitializedAsync() => ReadAsync();

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_isNew)
        {
            _isNew = false;
            await _shown.FocusAsync();
        }

        if (firstRender)
            await CountAsync();
    }

    private async Task ReadAsync() => _overview = await OverviewAsync();

    private async Task ShowAsync()
    {
        if (_isBusy)
            return;

        (_isBusy, _isOver) = (true, false);
        _refusal = await _gate!.RunAsync(MakeAsync);
        _isBusy = false;
        await ReadAsync();
    }

    private async Task<Refusal?> MakeAsync()
    {
        var (refusal, number) = await Service.MakeCallerNumberAsync(Owner, Leaving);

        // What was refused leaves the one before as it was.
        if (number is not null)
            (_number, _isNew) = (number, true);
        return await DoAsync(Task.FromResult(refusal));
    }

    private async Task CountAsync()
    {
        try
        {
            while (true)
            {
                await Task.Delay(s_every, Leaving);
                if (_number is null)
                    continue;

                if (clock.GetUtcNow() >= _number.EndsAt)
                    (_number, _isOver) = (null, true);
                StateHasChanged();
            }
        }
        catch (OperationCanceledException)
        {
            // The page was left.
        }
    }

    private string Left(CallerNumberView number)
    {
        var left = number.EndsAt - clock.GetUtcNow();
        return (left > TimeSpan.Zero ? left : TimeSpan.Zero).ToString(@"m\:ss", CultureInfo.InvariantCulture);
    }

    /// <summary>Digit by digit, or it is read out as two numbers of thousands.</summary>
    private static string Spelled(CallerNumberView number) => $"{string.Join(' ', number.Digits[..4].ToCharArray())}, {string.Join(' ', number.Digits[4..].ToCharArray())}";
}
