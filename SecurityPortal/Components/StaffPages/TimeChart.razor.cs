using System.Collections.Immutable;
using System.Globalization;
using Microsoft.AspNetCore.Components;
using SecurityPortal.Domain;

namespace SecurityPortal.Components.StaffPages;

/// <summary>How tries ended, day by day as the visitor's calendar has them, or hour by hour where it is two days or less.</summary>
public sealed partial class TimeChart
{
    private const int BinWidth = 10;
    private const int BarWidth = 8;
    private const int Height = 100;

    private static readonly TimeSpan s_short = TimeSpan.FromDays(2);
    private static readonly SignInResult[] s_results = Enum.GetValues<SignInResult>();

    private ImmutableArray<Bin> _bins = [];
    private bool _isHourly;

    [Parameter]
    [EditorRequired]
    public ImmutableArray<(DateTimeOffset Hour, SignInResult Result, int Count)> Hours { get; set; } = [];

    [Parameter]
    [EditorRequired]
    public TimeZoneInfo Zone { get; set; } = TimeZoneInfo.Utc;

    private int Highest => _bins.Max(bin => bin.All);

    protected override void OnParametersSet()
    {
        _isHourly = Hours is [var first, .., var last] && last.Hour - first.Hour <= s_short;
        _bins = [];
        if (Hours.IsEmpty)
            return;

        var counted = Hours.GroupBy(hour => BinOf(hour.Hour)).ToDictionary(bin => bin.Key, bin => bin.ToLookup(hour => hour.Result, hour => hour.Count));
        var none = Array.Empty<(SignInResult, int)>().ToLookup(hour => hour.Item1, hour => hour.Item2);
        var step = _isHourly ? TimeSpan.FromHours(1) : TimeSpan.FromDays(1);
        var bins = ImmutableArray.CreateBuilder<Bin>();
        for (var (at, end) = (counted.Keys.Min(), counted.Keys.Max()); at <= end; at += step)
            bins.Add(new(at, counted.GetValueOrDefault(at, none)));
        _bins = bins.Count == 1 ? [new(bins[0].Begins - step, none), bins[0]] : bins.ToImmutable();
    }

    private DateTime BinOf(DateTimeOffset hour)
    {
        var local = TimeZoneInfo.ConvertTime(hour, Zone).DateTime;
        return _isHourly ? local : local.Date;
    }

    /// <summary>One upon another, what failed at the top.</summary>
    private IEnumerable<(SignInResult Result, int X, string Y, string Height)> Bars()
    {
        foreach (var (bin, number) in _bins.Select((bin, number) => (bin, number)))
        {
            var top = (double)Height;
            foreach (var result in s_results.Where(result => bin.Of(result) > 0))
            {
                var height = bin.Of(result) * (double)Height / Highest;
                top -= height;
                yield return (result, (number * BinWidth) + ((BinWidth - BarWidth) / 2), Number(top), Number(height));
            }
        }
    }

    private static string Number(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);

    private static string LookOf(SignInResult result) => result switch
    {
        SignInResult.SignedIn => "chart-good",
        SignInResult.GotOn => "chart-between",
        SignInResult.Failed => "chart-bad",
    };

    private string TextOf(DateTime begins) => begins.ToString(_isHourly ? "g" : "d", CultureInfo.CurrentCulture);

    private sealed record Bin(DateTime Begins, ILookup<SignInResult, int> Counts)
    {
        public int All => Counts.Sum(count => count.Sum());

        public int Of(SignInResult result) => Counts[result].Sum();
    }
}
