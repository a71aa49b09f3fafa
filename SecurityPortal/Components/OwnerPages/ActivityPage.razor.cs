using System.Collections.Immutable;
using System.Globalization;
using Microsoft.AspNetCore.Components;
using MudBlazor;
using SecurityPortal.Components.Shared;
using SecurityPortal.Domain;
using SecurityPortal.Resources;
using SecurityPortal.Service;

namespace SecurityPortal.Components.OwnerPages;

/// <summary>
/// The owner's own log, what is unusual on top; of each line they say whether it was them (R-ACT-1). The address names what
/// was not, so a reload or a second tab comes back to what follows from it.
/// </summary>
public sealed partial class ActivityPage(SecurityInfoService service, NavigationManager navigation, ISnackbar snackbar)
    : PortalPage(service, navigation)
{
    public const string Query = "not-me";

    private readonly List<ActivityExcerpt> _excerpts = [];
    private ImmutableArray<ActivityGroup> _groups = [];
    private SecurityOverview? _overview;
    private StepTitle? _title;
    private StepUpGate? _gate;
    private Refusal? _refusal;
    private bool _isBusy;
    private bool _isGone;
    private bool _wasAway;

    [SupplyParameterFromQuery(Name = Query)]
    private string? NotMe { get; set; }

    private ActivityRef? About => ActivityRef.Read(NotMe);

    private bool IsOff => !IsReady || _isBusy;

    private DateTimeOffset? Now => _excerpts.Count == 0 ? null : _excerpts[0].Now;

    private IEnumerable<ActivityGroup> Open => _groups.Where(group => group.IsOpen);

    private IEnumerable<IGrouping<DateOnly, ActivityGroup>> Days =>
        _groups.Where(group => !group.IsOpen).GroupBy(group => ActivityGroups.DayOf(group.Row.At, Zone));

    protected override Task OnInitializedAsync() => RefreshAsync();

    /// <summary>Read anew after coming back from what followed, and only then.</summary>
    protected override Task OnParametersSetAsync()
    {
        var isBack = _wasAway && About is null;
        _wasAway = About is not null;
        return isBack ? RefreshAsync() : Task.CompletedTask;
    }

    /// <summary>What was pressed has gone from its place.</summary>
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!_isGone)
            return;

        _isGone = false;
        await (_title?.FocusAsync() ?? Task.CompletedTask);
    }

    private async Task AnswerAsync(ActivityGroup group, OwnersAnswer answer)
    {
        _isBusy = true;
        _refusal = await DoAsync(Service.AnswerActivityAsync(Owner, [.. group.Rows.Select(row => row.Ref)], answer, Leaving));
        if (_refusal is null && answer is OwnersAnswer.WasNotMe)
            Navigation.NavigateTo(InfoPath.NotMe(group.Row.Ref));
        else
        {
            await RefreshAsync();
            _isGone = true;
            if (_refusal is null)
                snackbar.Tell(ActivityWords.Told_Me);
        }

        _isBusy = false;
    }

    /// <summary>It takes a proof by an established method, and freezes what could change.</summary>
    private async Task DisputeStaffAsync(ActivityGroup group)
    {
        _isBusy = true;
        _refusal = await _gate!.RunAsync(() => DoAsync(Service.DisputeStaffAsync(Owner, group.Row.Ref, Leaving)), establishedOnly: true);
        await RefreshAsync();
        if (_refusal is null && _overview?.FrozenUntil is { } until)
            snackbar.Tell(ActivityWords.Dispute_Done.With(InstantWords.Exact(until, Zone)));
        _isBusy = false;
    }

    private async Task OlderAsync()
    {
        _isBusy = true;
        if (await Service.ActivityAsync(Owner, _excerpts[^1].Older, Leaving) is { } older)
            _excerpts.Add(older);
        Draw();
        _isBusy = false;
    }

    /// <summary>Reads as far down as was read before.</summary>
    private async Task RefreshAsync()
    {
        _overview = await OverviewAsync() ?? _overview;
        if (_overview is null || About is not null)
            return;

        var depth = Math.Max(1, _excerpts.Count);
        List<ActivityExcerpt> read = [];
        while (read.Count < depth && (read.Count == 0 || read[^1].Older is not null)
            && await Service.ActivityAsync(Owner, read.LastOrDefault()?.Older, Leaving) is { } excerpt)
            read.Add(excerpt);
        _excerpts.Clear();
        _excerpts.AddRange(read);
        Draw();
    }

    private void Draw()
    {
        if (_excerpts.Count > 0)
            _groups = ActivityGroups.Of(_excerpts.SelectMany(excerpt => excerpt.Rows), _excerpts[0], Zone);
    }

    private string NameOf(DateOnly day, DateTimeOffset now) => ActivityText.Of(day, ActivityGroups.DayOf(now, Zone));

    private static string IdOf(DateOnly day) => $"day-{day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}";
}
