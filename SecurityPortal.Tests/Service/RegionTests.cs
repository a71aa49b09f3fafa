using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using SecurityPortal.Domain;
using SecurityPortal.Domain.Risk;
using SecurityPortal.Service;
using SecurityPortal.Tests.Support;
using SecurityPortal.Work;
using static SecurityPortal.Tests.Support.People;

namespace SecurityPortal.Tests.Service;

/// <summary>R-RISK-3 over the store: a region under attack, marked by hand or by measurement.</summary>
public sealed class RegionTests : IAsyncLifetime
{
    private static readonly PortalItself s_worker = new();

    private Portal _portal = null!;

    public async ValueTask InitializeAsync()
    {
        _portal = await Portal.OpenAsync(new(Unlimited.Settings)
        {
            ["Security:Regions:Pace"] = "1",
            ["Security:Regions:Failures"] = "20",
            ["Security:Regions:Accounts"] = "10",
            ["Security:Regions:Numbers"] = "10",
        });
        await _portal.SeedAsync();
    }

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Theory]
    [InlineData(RegionKind.CallingCode, "+44")]
    [InlineData(RegionKind.Network, "192.0.0.0/16")]
    [InlineData(RegionKind.Country, "FR")]
    public async Task Codes_of_it_leave_each_at_its_turn(RegionKind kind, string value)
    {
        Assert.Null(await MarkAsync(kind, value));

        for (var i = 1; i <= 3; i++)
            Assert.Null(await AskAsync($"192.0.2.{i}"));

        Assert.Equal([_portal.Now, _portal.Now + 1.Minutes, _portal.Now + 2.Minutes], await TurnsAsync());
    }

    [Fact]
    public async Task Mail_to_a_calling_code_and_askers_of_other_networks_wait_for_nobody()
    {
        Assert.Null(await MarkAsync(RegionKind.CallingCode, "+44"));
        Assert.Null(await MarkAsync(RegionKind.Network, "203.0.0.0/16"));
        _ = await AskAsync("192.0.2.1");

        Assert.Null(await AskAsync("192.0.2.2", RachelsMail));

        Assert.Equal(0, await _portal.ReadAsync(context => context.Messages.CountAsync(message => message.TurnAt != null, Cancel)));
    }

    [Fact]
    public async Task Of_many_who_ask_at_once_from_two_processes_no_two_get_the_same_turn()
    {
        Assert.Null(await MarkAsync(RegionKind.Network, "198.51.0.0/16"));
        List<Owner> owners = [];
        for (var i = 0; i < 8; i++)
            owners.Add(await GivePasswordAsync($"198.51.100.{i}"));
        await using var other = await Portal.OpenAsync(new(Unlimited.Settings) { ["Security:Regions:Pace"] = "1", ["Storage:SingleInstance"] = "false" }, _portal.Folder, _portal.Now);
        var method = await _portal.MethodAsync(owners[0], RachelsPhone);

        var answers = await Task.WhenAll(owners.Select((owner, i) => (i % 2 == 0 ? _portal : other).Service.AskForCodeAsync(owner, Purpose.SignIn, method, Cancel)));

        Assert.All(answers, Assert.Null);
        Assert.Equal(Enumerable.Range(0, 8).Select(i => _portal.Now + i.Minutes), await TurnsAsync());
    }

    [Fact]
    public async Task A_turn_that_comes_too_late_is_refused_and_nothing_is_left_of_it()
    {
        Assert.Null(await MarkAsync(RegionKind.CallingCode, "+44"));
        for (var i = 0; i < 8; i++)
            Assert.Null(await AskAsync($"192.0.2.{i}"));

        Assert.Equal(new Refusal.RegionQueue(_portal.Now + 8.Minutes), await AskAsync("192.0.2.9"));
        Assert.Equal(8, (await TurnsAsync()).Length);
    }

    [Fact]
    public async Task The_slowest_queue_counts_where_there_are_several()
    {
        Assert.Null(await MarkAsync(RegionKind.CallingCode, "+44"));
        Assert.Null(await MarkAsync(RegionKind.Network, "203.0.0.0/16"));
        for (var i = 0; i < 3; i++)
            Assert.Null(await AskAsync($"192.0.2.{i}"));

        Assert.Null(await AskAsync("203.0.113.9"));
        Assert.Null(await AskAsync("203.0.113.9", RachelsMail));

        Assert.Equal(_portal.Now + 3.Minutes, (await TurnsAsync())[^1]);
        Assert.Null((await _portal.ReadAsync(context => context.Messages.AsNoTracking().SingleAsync(message => message.Channel == Channel.Email, Cancel))).TurnAt);
    }

    [Fact]
    public async Task A_closed_one_gets_no_codes_and_says_until_when()
    {
        Assert.Null(await MarkAsync(RegionKind.CallingCode, "+44", isClosed: true));

        Assert.Equal(new Refusal.Blocked(BlockScope.Region, BlockReason.Region, _portal.Now + 2.Hours), await AskAsync("192.0.2.1"));
        Assert.Null(await AskAsync("192.0.2.1", RachelsMail));

        Assert.Empty(await TurnsAsync());
        var view = await ViewAsync("192.0.2.1", RachelsPhone);
        Assert.Equal<(DateTimeOffset?, BlockReason, ChannelStatus)>((_portal.Now + 2.Hours, BlockReason.Region, ChannelStatus.Unavailable), (view.Block!.Until, view.Block!.Reason, view.AreaNote!.Status));
    }

    [Fact]
    public async Task Its_notices_never_wait()
    {
        Assert.Null(await MarkAsync(RegionKind.CallingCode, "+44", isClosed: true));

        _ = await _portal.StartReplacementAsync();
        await _portal.SendMailAsync();

        _ = Assert.Single(_portal.Messages.To(RachelsPhone.Value), message => message.Kind == nameof(SecurityEvent.ReplacementStarted));
    }

    [Fact]
    public async Task It_ends_by_itself()
    {
        Assert.Null(await MarkAsync(RegionKind.CallingCode, "+44"));
        for (var i = 0; i < 3; i++)
            _ = await AskAsync($"192.0.2.{i}");
        _portal.Clock.Advance(2.Hours);

        Assert.Null(await AskAsync("192.0.2.7"));

        Assert.Equal(_portal.Now, (await TurnsAsync())[^1]);
        Assert.Empty((await _portal.Service.RegionsAsync(await _portal.StaffAsync(), Cancel)).Regions);
        Assert.Null((await ViewAsync("192.0.2.7", RachelsPhone)).AreaNote);
    }

    [Fact]
    public async Task It_is_lifted_at_once()
    {
        Assert.Null(await MarkAsync(RegionKind.CallingCode, "+44", isClosed: true));
        Assert.NotNull(await AskAsync("192.0.2.1"));

        Assert.Null(await _portal.Service.LiftRegionAsync(await _portal.StaffAsync(), RegionKind.CallingCode, "+44", "over", Cancel));

        Assert.Null(await AskAsync("192.0.2.1"));
    }

    [Fact]
    public async Task The_wait_is_shown_in_the_methods_row_and_with_the_code()
    {
        Assert.Null(await MarkAsync(RegionKind.CallingCode, "+44"));
        for (var i = 0; i < 4; i++)
            _ = await AskAsync($"192.0.2.{i}");
        var (next, until) = (_portal.Now + 4.Minutes, _portal.Now + 2.Hours);
        _portal.Clock.Advance(5.Seconds);

        var note = (await ViewAsync("192.0.2.9", RachelsPhone)).AreaNote!;
        Assert.Equal((true, next - _portal.Now, until), (note.IsAttack, note.Delay, note.Until));
        Assert.Null((await ViewAsync("192.0.2.9", RachelsMail)).AreaNote);

        var owner = await GivePasswordAsync("192.0.2.9");
        Assert.Null(await _portal.Service.AskForCodeAsync(owner, Purpose.SignIn, await _portal.MethodAsync(owner, RachelsPhone), Cancel));
        var way = await _portal.Service.CodeWayAsync(owner, Assert.Single((await _portal.OverviewAsync(owner)).Challenges).Id, Cancel);
        Assert.Equal(next, way!.ExpectedAt);
        Assert.True(way.Area!.IsAttack);
    }

    [Fact]
    public async Task Who_comes_from_one_is_rated_by_it()
    {
        Assert.Null(await MarkAsync(RegionKind.Country, "FR"));

        _ = await GivePasswordAsync("192.0.2.1");

        var last = await _portal.ReadAsync(context => context.SignIns.AsNoTracking().OrderByDescending(happened => happened.Id).FirstAsync(Cancel));
        Assert.Equal((20, nameof(RiskSignal.AttackedRegion)), (last.Score, last.Signals));
    }

    [Fact]
    public async Task Is_marked_with_an_end_only()
    {
        foreach (var until in new DateTimeOffset?[] { null, _portal.Now, _portal.Now - 1.Days })
            Assert.Equal(new Refusal.RegionWithoutEnd(), await _portal.Service.SetRegionAsync(await _portal.StaffAsync(), RegionKind.Country, "FR", until, false, null, "attack", Cancel));
        Assert.Equal(new Refusal.NoSuchRegion(RegionKind.Country), await MarkAsync(RegionKind.Country, "Atlantis"));
    }

    [Fact]
    public async Task Guessing_at_many_accounts_from_one_provider_marks_its_network_until_it_stops()
    {
        await GuessAsync(20);
        var marked = Assert.Single(await _portal.Service.MeasureRegionsAsync(s_worker, Cancel));
        Assert.Equal((RegionKind.Network, "203.0.0.0/16", true, _portal.Now + 1.Hours), (marked.Kind, marked.Value, marked.IsMeasured, marked.Until));

        _portal.Clock.Advance(50.Minutes);
        await GuessAsync(20);
        Assert.Equal(_portal.Now + 1.Hours, Assert.Single(await _portal.Service.MeasureRegionsAsync(s_worker, Cancel)).Until);

        _portal.Clock.Advance(1.Hours);
        Assert.Empty(await _portal.Service.MeasureRegionsAsync(s_worker, Cancel));
    }

    [Fact]
    public async Task Less_of_it_or_longer_ago_marks_nothing()
    {
        await GuessAsync(19);
        Assert.Empty(await _portal.Service.MeasureRegionsAsync(s_worker, Cancel));

        _portal.Clock.Advance(10.Minutes);
        await GuessAsync(19);
        Assert.Empty(await _portal.Service.MeasureRegionsAsync(s_worker, Cancel));
    }

    [Fact]
    public async Task Codes_to_many_numbers_that_nobody_answers_for_mark_their_calling_code()
    {
        var owner = await GivePasswordAsync("192.0.2.1");
        await CodesAsync(owner, 10);

        var marked = Assert.Single(await _portal.Service.MeasureRegionsAsync(s_worker, Cancel));

        Assert.Equal((RegionKind.CallingCode, "+33"), (marked.Kind, marked.Value));
    }

    [Fact]
    public async Task Numbers_of_accounts_do_not()
    {
        var owner = await GivePasswordAsync("192.0.2.1");
        await CodesAsync(owner, 9);
        await CodesAsync(owner, 1, RachelsPhone.Value);

        Assert.Empty(await _portal.Service.MeasureRegionsAsync(s_worker, Cancel));
    }

    [Fact]
    public async Task An_attack_is_in_the_log_when_it_begins_and_when_it_is_over()
    {
        Heard log = new();
        DueWork work = new(_portal.Service, log);
        await GuessAsync(20);

        await work.TidyAsync(Cancel);
        await work.TidyAsync(Cancel);
        Assert.Equal("Network 203.0.0.0/16 is under heavy attack: its codes go in turn, at least until 2026-11-23 13:00:00Z.", Assert.Single(log.Lines));

        _portal.Clock.Advance(61.Minutes);
        await work.TidyAsync(Cancel);
        Assert.Equal("Network 203.0.0.0/16 is no longer under heavy attack.", log.Lines[^1]);
        Assert.Equal(2, log.Lines.Count);
    }

    private async Task<Refusal?> MarkAsync(RegionKind kind, string value, bool isClosed = false) =>
        await _portal.Service.SetRegionAsync(await _portal.StaffAsync(), kind, value, _portal.Now + 2.Hours, isClosed, null, "attack", Cancel);

    private async Task GuessAsync(int times)
    {
        for (var i = 0; i < times; i++)
            _ = await _portal.Service.SignInAsync(From($"203.0.113.{i}"), $"name{i}@contoso.example", "wrong", Cancel);
    }

    private Task CodesAsync(Owner owner, int count, string? to = null) => _portal.ReadAsync(context =>
    {
        for (var i = 0; i < count; i++)
        {
            var at = _portal.Now - 5.Minutes;
            Message code = new()
            {
                Id = Guid.CreateVersion7(at),
                Account = owner.Account,
                Method = MethodId.New(at),
                Channel = Channel.Sms,
                To = to ?? $"+3361234500{i}",
                Area = "FR",
                Kind = Message.CodeKind,
                Language = "en",
                CreatedAt = at,
                DueAt = at,
            };
            Traffic.HandOver(code, at);
            _ = context.Messages.Add(code);
        }

        return context.SaveChangesAsync(Cancel);
    });

    private async Task<Refusal?> AskAsync(string source, Contact? to = null)
    {
        var owner = await GivePasswordAsync(source);
        return await _portal.Service.AskForCodeAsync(owner, Purpose.SignIn, await _portal.MethodAsync(owner, to ?? RachelsPhone), Cancel);
    }

    private async Task<MethodView> ViewAsync(string source, Contact contact)
    {
        var owner = await GivePasswordAsync(source);
        var id = await _portal.MethodAsync(owner, contact);
        return (await _portal.OverviewAsync(owner)).Methods.Single(method => method.Id == id);
    }

    /// <summary>From France, wherever the network is.</summary>
    private async Task<Owner> GivePasswordAsync(string source) =>
        (await _portal.Service.SignInAsync(From(source) with { Place = new("FR") }, Rachel, Portal.Password, Cancel)).Owner!;

    private Task<DateTimeOffset[]> TurnsAsync() => _portal.ReadAsync(context => context.Messages
        .Where(message => message.Channel == Channel.Sms && message.Kind == Message.CodeKind && message.Stage != DeliveryStage.NotSent)
        .OrderBy(message => message.TurnAt ?? message.CreatedAt)
        .Select(message => message.TurnAt ?? message.CreatedAt).ToArrayAsync(Cancel));

    private sealed class Heard : ILogger<DueWork>
    {
        public List<string> Lines { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Lines.Add(formatter(state, exception));
    }
}
