using CsCheck;
using SecurityPortal.Domain;
using SecurityPortal.Tests.Support;

namespace SecurityPortal.Tests.Domain;

/// <summary>R-BLOCK-7: however they are spread, no more than the limit lie in any window, and room comes back to the tick.</summary>
public sealed class ThrottleTests
{
    private static readonly TimeSpan s_hour = LimitPolicy.Hour;

    [Fact]
    public void The_next_is_free_when_the_oldest_is_an_hour_old_to_the_tick()
    {
        var throttle = Counted(0, 10, 20, 30, 40);

        Assert.Equal(Portal.Noon + s_hour, throttle.FullUntil(5, s_hour, Portal.Noon + 50.Minutes));
        Assert.NotNull(throttle.FullUntil(5, s_hour, Portal.Noon + s_hour - TimeSpan.FromTicks(1)));
        Assert.Null(throttle.FullUntil(5, s_hour, Portal.Noon + s_hour));
    }

    [Fact]
    public void It_says_when_one_more_is_free_and_when_all_are()
    {
        var throttle = Counted(0, 10, 20);

        Assert.Equal(3, throttle.Used(s_hour, Portal.Noon + 30.Minutes));
        Assert.Equal((Portal.Noon + s_hour, Portal.Noon + 80.Minutes), throttle.Refills(s_hour, Portal.Noon + 30.Minutes));
        Assert.Null(throttle.Refills(s_hour, Portal.Noon + 80.Minutes));
    }

    [Fact]
    public void What_was_answered_is_taken_off_where_it_was_counted()
    {
        var throttle = Counted(0, 10, 20, 30, 40);

        throttle.Uncount(Portal.Noon + 10.Minutes);

        Assert.Equal([0, 20, 30, 40], throttle.Sent.Select(sent => (int)(sent.At - Portal.Noon).TotalMinutes));
    }

    [Fact]
    public void Never_more_than_a_small_limit_go_through_in_any_window_and_no_fewer_than_there_is_room_for() =>
        Gen.Int[0, 1_200].Array[40, 120].Sample(gaps => Let(most: 5, gaps, TimeSpan.FromSeconds(1), isExact: true), iter: 2_000);

    [Fact]
    public void Never_more_than_a_large_limit_go_through_in_any_window_although_it_counts_in_grains() =>
        Gen.Int[0, 4_000].Array[3_000, 4_000].Sample(gaps => Let(most: 1_000, gaps, TimeSpan.FromMilliseconds(1), isExact: false), iter: 20);

    [Fact]
    public void A_row_stays_small_whatever_its_limit()
    {
        var throttle = Throttle.Counting("texts:new", []);
        for (var i = 0; i < 20_000; i++)
            throttle.Count(LimitPolicy.Day, Portal.Noon + (i * 5.Seconds));

        Assert.InRange(throttle.Sent.Length, 1, 160);
        Assert.InRange(throttle.Used(s_hour, Portal.Noon + (19_999 * 5.Seconds)), 720, 760);
    }

    [Fact]
    public void A_clock_that_is_behind_another_makes_room_no_sooner()
    {
        var throttle = Counted(10);

        throttle.Count(s_hour, Portal.Noon);

        Assert.Equal(Portal.Noon + 70.Minutes, throttle.FullUntil(1, s_hour, Portal.Noon + 65.Minutes));
    }

    private static Throttle Counted(params int[] minutes)
    {
        var throttle = Throttle.Counting("method:1", []);
        foreach (var minute in minutes)
            throttle.Count(LimitPolicy.Day, Portal.Noon + minute.Minutes);
        return throttle;
    }

    private static void Let(int most, int[] gaps, TimeSpan unit, bool isExact)
    {
        var throttle = Throttle.Counting("method:1", []);
        List<DateTimeOffset> let = [];
        var now = Portal.Noon;
        foreach (var gap in gaps)
        {
            now += gap * unit;
            var lately = let.Count(at => now < at + s_hour);
            var isFull = throttle.FullUntil(most, s_hour, now) is not null;
            Assert.True(isFull || lately < most, $"{lately} of {most} lie within the hour, and one more would go through.");
            Assert.True(!isExact || isFull == (lately >= most));
            if (isFull)
                continue;

            throttle.Count(s_hour, now);
            let.Add(now);
        }
    }
}
