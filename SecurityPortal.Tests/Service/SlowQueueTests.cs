using Microsoft.EntityFrameworkCore;
using SecurityPortal.Domain;
using SecurityPortal.Resources;
using SecurityPortal.Service;
using SecurityPortal.Tests.Support;
using static SecurityPortal.Tests.Support.People;
using static SecurityPortal.Tests.Support.Traffic;

namespace SecurityPortal.Tests.Service;

/// <summary>Codes to an area that is limited go there in turn; notices never wait (R-RISK-3).</summary>
public sealed class SlowQueueTests : IAsyncLifetime
{
    private static readonly PortalItself s_worker = new();

    // Which of the islands that share a calling code it is, the numbering plans know.
    private static readonly string s_hers = DeliveryArea.Of(RachelsPhone).Name;

    private Portal _portal = null!;

    public async ValueTask InitializeAsync()
    {
        _portal = await Portal.OpenAsync(new(Unlimited.Settings) { ["Health:Pace"] = "1" });
        await _portal.SeedAsync();
        await LimitAsync(s_hers);
    }

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task Each_code_leaves_when_it_is_its_turn()
    {
        var (first, second) = (await AskAsync("192.0.2.1"), await AskAsync("192.0.2.2"));

        Assert.Null(first);
        Assert.Null(second);
        Assert.Equal([_portal.Now, _portal.Now + 1.Minutes], await TurnsAsync());

        await _portal.SendMailAsync();
        _ = Assert.Single(_portal.Messages.To(RachelsPhone.Value));
        _portal.Clock.Advance(1.Minutes);
        await _portal.SendMailAsync();
        Assert.Equal(2, _portal.Messages.To(RachelsPhone.Value).Count);
    }

    [Fact]
    public async Task Codes_to_other_areas_leave_at_once()
    {
        _ = await AskAsync("192.0.2.1");
        _ = await AskAsync("192.0.2.2");
        Assert.Null(await AskAsync("192.0.2.3", RachelsMail));

        await _portal.SendMailAsync();

        _ = Assert.Single(_portal.Messages.To(RachelsMail.Value));
    }

    [Fact]
    public async Task Of_many_who_ask_at_once_no_two_get_the_same_turn()
    {
        var owners = await OwnersAsync(8);
        await using var other = await Portal.OpenAsync(new(Unlimited.Settings) { ["Health:Pace"] = "1", ["Storage:SingleInstance"] = "false" }, _portal.Folder, _portal.Now);
        var method = await _portal.MethodAsync(owners[0], RachelsPhone);

        var answers = await Task.WhenAll(owners.Select((owner, i) => (i % 2 == 0 ? _portal : other).Service.AskForCodeAsync(owner, Purpose.SignIn, method, Cancel)));

        Assert.All(answers, Assert.Null);
        Assert.Equal(Enumerable.Range(0, 8).Select(i => _portal.Now + i.Minutes), await TurnsAsync());
    }

    [Fact]
    public async Task A_turn_that_would_come_less_than_two_minutes_before_the_codes_end_is_refused_and_nothing_is_left_of_it()
    {
        var owners = await OwnersAsync(9);
        var method = await _portal.MethodAsync(owners[0], RachelsPhone);
        foreach (var owner in owners.SkipLast(1))
            Assert.Null(await _portal.Service.AskForCodeAsync(owner, Purpose.SignIn, method, Cancel));

        var refusal = await _portal.Service.AskForCodeAsync(owners[^1], Purpose.SignIn, method, Cancel);

        Assert.Equal(new Refusal.SlowQueue(Channel.Sms, s_hers, _portal.Now + 8.Minutes), refusal);
        Assert.Empty((await _portal.OverviewAsync(owners[^1])).Challenges);
        Assert.Equal(8, (await TurnsAsync()).Length);
        _portal.Clock.Advance(1.Minutes);
        Assert.Null(await _portal.Service.AskForCodeAsync(owners[^1], Purpose.SignIn, method, Cancel));
    }

    [Fact]
    public async Task The_wait_for_another_code_begins_when_this_one_leaves()
    {
        _ = await AskAsync("192.0.2.1");
        var owner = await _portal.GivePasswordAsync(source: "192.0.2.2");
        Assert.Null(await _portal.Service.AskForCodeAsync(owner, Purpose.SignIn, await _portal.MethodAsync(owner, RachelsPhone), Cancel));

        var open = Assert.Single((await _portal.OverviewAsync(owner)).Challenges);

        Assert.Equal(_portal.Now + 1.Minutes + 30.Seconds, open.NextSendAt);
        Assert.Equal(_portal.Now + 10.Minutes, open.ExpiresAt);
    }

    [Fact]
    public async Task A_notice_never_waits()
    {
        for (var i = 0; i < 5; i++)
            _ = await AskAsync($"192.0.2.{i}");

        _ = await _portal.StartReplacementAsync();
        await _portal.SendMailAsync();

        _ = Assert.Single(_portal.Messages.To(RachelsPhone.Value), message => message.Kind == nameof(SecurityEvent.ReplacementStarted));
        Assert.Equal(0, await _portal.ReadAsync(context => context.Messages.CountAsync(message => message.Kind != Message.CodeKind && message.TurnAt != null, Cancel)));
    }

    [Fact]
    public async Task When_the_limit_ends_codes_leave_at_once_again()
    {
        Assert.Null(await _portal.Service.SetChannelStatusAsync(await _portal.StaffAsync(), Channel.Sms, s_hers, ChannelStatus.Limited, _portal.Now + 5.Minutes, null, "seen", Cancel));
        _ = await AskAsync("192.0.2.1");
        _ = await AskAsync("192.0.2.2");
        _portal.Clock.Advance(5.Minutes);

        Assert.Null(await AskAsync("192.0.2.3"));

        Assert.Equal(_portal.Now, (await TurnsAsync())[^1]);
    }

    [Fact]
    public async Task A_measured_limit_makes_codes_wait_and_what_waits_does_not_make_it_last()
    {
        Assert.Null(await _portal.Service.SetChannelStatusAsync(await _portal.StaffAsync(), Channel.Sms, s_hers, null, null, null, "seen", Cancel));
        var owners = await OwnersAsync(3);
        await _portal.TextsAsync(owners[0], 20, DeliveredAfter(4.Minutes), ago: 55.Minutes);
        _ = await _portal.Service.MeasureChannelsAsync(s_worker, Cancel);
        var method = await _portal.MethodAsync(owners[0], RachelsPhone);
        foreach (var owner in owners)
            Assert.Null(await _portal.Service.AskForCodeAsync(owner, Purpose.SignIn, method, Cancel));
        Assert.Equal([_portal.Now, _portal.Now + 1.Minutes, _portal.Now + 2.Minutes], await TurnsAsync());

        await _portal.TextsAsync(
            owners[0],
            20,
            (message, at) =>
            {
                HandOver(message, at + 9.Minutes);
                _ = message.Report(new(message.Id, DeliveryStage.Delivered, null), at + 9.Minutes + 4.Seconds);
            },
            waited: 9.Minutes);
        _portal.Clock.Advance(6.Minutes);
        _ = await _portal.Service.MeasureChannelsAsync(s_worker, Cancel);

        Assert.Null((await _portal.OverviewAsync(await _portal.GivePasswordAsync(source: "192.0.2.77"))).Methods.Single(view => view.Id == method).AreaNote);
    }

    [Fact]
    public async Task Where_an_operator_says_that_nothing_arrives_no_code_is_promised()
    {
        Assert.Null(await _portal.Service.SetChannelStatusAsync(await _portal.StaffAsync(), Channel.Sms, s_hers, ChannelStatus.Unavailable, null, null, "seen", Cancel));

        Assert.Equal(new Refusal.ChannelOut(Channel.Sms), await AskAsync("192.0.2.1"));
        Assert.Null(await AskAsync("192.0.2.1", RachelsMail));
    }

    [Fact]
    public void A_refusal_tells_neither_the_provider_nor_the_country()
    {
        using var english = Reading.In("en");
        Refusal[] refusals = [.. Enum.GetValues<Channel>().SelectMany(by => new Refusal[] { new Refusal.ChannelOut(by), new Refusal.SlowQueue(by, "GB", _portal.Now) })];

        Assert.All(refusals, refusal => Assert.DoesNotMatch("provider|country|number", RefusalText.Of(refusal, _portal.Now, TimeZoneInfo.Utc)));
    }

    private async Task LimitAsync(string country) =>
        Assert.Null(await _portal.Service.SetChannelStatusAsync(await _portal.StaffAsync(), Channel.Sms, country, ChannelStatus.Limited, null, null, "seen", Cancel));

    private async Task<Refusal?> AskAsync(string source, Contact? to = null)
    {
        var owner = await _portal.GivePasswordAsync(source: source);
        return await _portal.Service.AskForCodeAsync(owner, Purpose.SignIn, await _portal.MethodAsync(owner, to ?? RachelsPhone), Cancel);
    }

    private async Task<Owner[]> OwnersAsync(int count)
    {
        List<Owner> owners = [];
        for (var i = 0; i < count; i++)
            owners.Add(await _portal.GivePasswordAsync(source: $"198.51.100.{i}"));
        return [.. owners];
    }

    private Task<DateTimeOffset[]> TurnsAsync() => _portal.ReadAsync(context => context.Messages
        .Where(message => message.Channel == Channel.Sms && message.Kind == Message.CodeKind)
        .OrderBy(message => message.TurnAt ?? message.CreatedAt)
        .Select(message => message.TurnAt ?? message.CreatedAt).ToArrayAsync(Cancel));
}
