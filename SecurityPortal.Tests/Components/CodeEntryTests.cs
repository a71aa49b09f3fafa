using Bunit;
using SecurityPortal.Components.Shared;
using SecurityPortal.Domain;
using SecurityPortal.Service;
using SecurityPortal.Tests.Support;

namespace SecurityPortal.Tests.Components;

public sealed class CodeEntryTests : OwnerPageTest
{
    private static readonly DateTimeOffset s_now = new(2026, 11, 23, 13, 5, 0, TimeSpan.Zero);

    private static readonly ChallengeView s_sent = new(
        ChallengeId.New(s_now), Purpose.ConfirmMethod, MethodId.New(s_now), MethodKind.Email, "ra•••••@•••••", "K7", s_now + 10.Minutes, s_now, 5, WillBeNewCode: false);

    private readonly List<string> _entered = [];
    private Refusal? _answer;
    private int _sends;

    [Fact]
    public async Task What_was_typed_goes_to_the_page_as_it_is()
    {
        var entry = Show(s_sent);

        Assert.Equal("K7", entry.Find(".reference").TextContent);
        await EnterAsync(entry, "123-456");

        Assert.Equal(["123-456"], _entered);
        Assert.Empty(entry.FindAll(".error"));
    }

    [Fact]
    public async Task A_refusal_stands_beside_the_field_which_keeps_what_was_typed()
    {
        _answer = new Refusal.WrongCode(2);
        var entry = Show(s_sent);

        await EnterAsync(entry, "123456");

        Assert.Contains("2 tries are left", entry.Find("#code-error").TextContent, StringComparison.Ordinal);
        Assert.Equal("123456", entry.Find("#code").GetAttribute("value"));
    }

    [Theory]
    [InlineData(4, false)]
    [InlineData(3, true)]
    [InlineData(1, true)]
    public void Tries_left_are_shown_from_three_down(int left, bool isShown) =>
        Assert.Equal(isShown, Show(s_sent with { TriesLeft = left }).FindAll("#code-hint").Count == 1);

    [Fact]
    public void Sending_again_rests_until_its_time()
    {
        var button = Show(s_sent with { NextSendAt = s_now + 42.Seconds }).Find("button[type=button]");

        Assert.Equal("2026-11-23T13:05:42.000Z", button.GetAttribute("data-countdown"));
        Assert.Equal("2026-11-23T13:05:00.000Z", button.GetAttribute("data-now"));
    }

    [Fact]
    public async Task Another_code_makes_the_field_empty()
    {
        _answer = new Refusal.WrongCode(4);
        var entry = Show(s_sent);
        await EnterAsync(entry, "123456");

        entry.Render(p => p.Add(e => e.Challenge, s_sent with { Id = ChallengeId.New(s_now + 1.Minutes) }));

        Assert.Equal("", entry.Find("#code").GetAttribute("value"));
        Assert.Empty(entry.FindAll(".error"));
    }

    [Fact]
    public async Task Where_no_code_is_open_there_is_nothing_to_enter_but_another_can_be_sent()
    {
        _answer = new Refusal.TooSoon(s_now + 30.Seconds);
        var entry = Show(null);

        Assert.Empty(entry.FindAll("input"));
        await entry.Find("button").ClickAsync();

        Assert.Equal(1, _sends);
        Assert.Equal("2026-11-23T13:05:30.000Z", entry.Find("button").GetAttribute("data-countdown"));
    }

    /// <summary>R-BLOCK-3.</summary>
    [Theory]
    [InlineData(BlockScope.Method, true)]
    [InlineData(BlockScope.Account, true)]
    [InlineData(BlockScope.Destination, false)]
    [InlineData(BlockScope.Region, false)]
    public async Task During_a_block_no_button_is_live_but_that_of_a_code_which_can_still_be_entered(BlockScope scope, bool holdsEntering)
    {
        _answer = new Refusal.Blocked(scope, BlockReason.UnusualActivity, s_now + 1.Days);
        var entry = Show(s_sent);

        await entry.Find("button[type=button]").ClickAsync();
        await EnterAsync(entry, "123456");

        Assert.True(entry.Find("button[type=button]").HasAttribute("disabled"));
        Assert.True(entry.Find("button[type=button]").HasAttribute("data-off"));
        Assert.Equal(holdsEntering, entry.Find("button[type=submit]").HasAttribute("disabled"));
        Assert.Equal(holdsEntering ? [] : ["123456"], _entered);
    }

    [Fact]
    public async Task A_time_that_is_far_is_not_counted_down_to()
    {
        _answer = new Refusal.LimitReached(BlockScope.Method, 5, s_now + 20.Hours);
        var entry = Show(s_sent);

        await entry.Find("button[type=button]").ClickAsync();

        Assert.True(entry.Find("button[type=button]").HasAttribute("disabled"));
        Assert.Equal(entry.Find("button[type=button]").GetAttribute("data-now"), entry.Find("button[type=button]").GetAttribute("data-countdown"));
    }

    [Fact]
    public void Before_the_circuit_is_there_nothing_can_be_pressed()
    {
        SetRendererInfo(new("Static", isInteractive: false));

        Assert.All(Show(s_sent).FindAll("button"), button => Assert.True(button.HasAttribute("disabled")));
    }

    private IRenderedComponent<CodeEntry> Show(ChallengeView? challenge) => Render<CodeEntry>(p => p
        .Add(e => e.Challenge, challenge)
        .Add(e => e.Now, s_now)
        .Add(e => e.Verify, typed =>
        {
            _entered.Add(typed);
            return Task.FromResult(_answer);
        })
        .Add(e => e.SendAgain, () =>
        {
            _sends++;
            return Task.FromResult(_answer);
        }));

    private static async Task EnterAsync(IRenderedComponent<CodeEntry> entry, string code)
    {
        await entry.Find("#code").ChangeAsync(code);
        await entry.Find("form").SubmitAsync();
    }
}
