using Microsoft.AspNetCore.Components;

namespace SecurityPortal.Components.Shared;

/// <summary>A button that rests until an instant and counts the seconds: what CountdownButton is on plain pages, in a circuit.</summary>
public sealed partial class RestingButton : IDisposable
{
    private readonly CancellationTokenSource _leaving = new();
    private (DateTimeOffset Until, DateTimeOffset Now) _counted;
    private int _seconds;
    private bool _isCounting;

    [Parameter]
    [EditorRequired]
    public DateTimeOffset Until { get; set; }

    /// <summary>The portal's time when the page was last read; from there on seconds are counted.</summary>
    [Parameter]
    [EditorRequired]
    public DateTimeOffset Now { get; set; }

    [Parameter]
    [EditorRequired]
    public string Text { get; set; } = "";

    [Parameter]
    public string Class { get; set; } = "button button-secondary";

    [Parameter]
    public bool Disabled { get; set; }

    [Parameter]
    public EventCallback OnClick { get; set; }

    protected override void OnParametersSet()
    {
        if (_counted == (Until, Now))
            return;

        _counted = (Until, Now);
        _seconds = (int)Math.Ceiling((Until - Now).TotalSeconds);
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_isCounting || _seconds <= 0)
            return;

        _isCounting = true;
        await CountAsync();
        _isCounting = false;
    }

    public void Dispose()
    {
        _leaving.Cancel();
        _leaving.Dispose();
    }

    private async Task CountAsync()
    {
        using PeriodicTimer timer = new(TimeSpan.FromSeconds(1));
        try
        {
            while (_seconds > 0 && await timer.WaitForNextTickAsync(_leaving.Token))
            {
                _seconds--;
                StateHasChanged();
            }
        }
        catch (OperationCanceledException)
        {
            // The page was left.
        }
    }
}
