using Microsoft.EntityFrameworkCore;
using SecurityPortal.Domain;
using SecurityPortal.Service;
using SecurityPortal.Tests.Support;
using static SecurityPortal.Tests.Support.People;

namespace SecurityPortal.Tests.Service;

/// <summary>R-BLOCK-7: so many codes, and no more; each makes room again exactly when its time is over.</summary>
public sealed class CodeLimitTests : IAsyncLifetime
{
    private static readonly TimeSpan s_tick = TimeSpan.FromTicks(1);

    private Portal _portal = null!;
    private int _source;

    public async ValueTask InitializeAsync()
    {
        _portal = await Portal.OpenAsync(new() { ["Security:Limits:TextsToNewAnHour"] = "8", ["Security:Limits:TextsToKnownAnHour"] = "4", ["Security:Limits:RangeAnHour"] = "4" });
        _ = await _portal.Service.SeedAsync(
            new(),
            [
                Person(Rachel, RachelsMail, RachelsPhone),
                .. Enumerable.Range(0, 61).Select(i => Person($"p{i}@contoso.example", new Contact(MethodKind.Email, $"p{i}@mail.example"))),
            ],
            Cancel);
    }

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task A_method_gets_five_codes_an_hour_wherever_they_are_asked_for()
    {
        var first = _portal.Now;
        for (var i = 0; i < 5; i++)
            Assert.Null(await AskAfterAsync(1.Minutes));

        Assert.Equal(new Refusal.LimitReached(BlockScope.Method, 5, first + 1.Minutes + 1.Hours), await AskAsync());
        _portal.Clock.Advance(first + 1.Minutes + 1.Hours - s_tick - _portal.Now);
        Assert.IsType<Refusal.LimitReached>(await AskAsync());
        _portal.Clock.Advance(s_tick);
        Assert.Null(await AskAsync());
        Assert.IsType<Refusal.LimitReached>(await AskAsync());
    }

    [Fact]
    public async Task A_method_gets_ten_codes_a_day()
    {
        var first = _portal.Now + 2.Hours;
        for (var i = 0; i < 10; i++)
            Assert.Null(await AskAfterAsync(2.Hours));

        Assert.Equal(new Refusal.LimitReached(BlockScope.Method, 10, first + 1.Days), await AskAfterAsync(1.Hours));
        _portal.Clock.Advance(first + 1.Days - _portal.Now);
        Assert.Null(await AskAsync());
    }

    [Fact]
    public async Task One_sent_again_counts_as_one_sent_first()
    {
        var owner = await _portal.GivePasswordAsync();
        var mail = await _portal.MethodAsync(owner, RachelsMail);
        Assert.Null(await _portal.Service.AskForCodeAsync(owner, Purpose.SignIn, mail, Cancel));
        Refusal? last = null;
        for (var i = 1; last is null; i++)
        {
            Assert.InRange(i, 1, 5);
            await _portal.SendMailAsync();
            _portal.Clock.Advance(3.Minutes);
            last = await _portal.Service.SendAgainAsync(owner, (await _portal.OverviewAsync(owner)).ChallengeFor(Purpose.SignIn, mail)!.Id, Cancel);
        }

        Assert.Equal(new Refusal.LimitReached(BlockScope.Method, 5, Portal.Noon + 1.Hours), last);
        await _portal.SendMailAsync();
        Assert.Equal(5, _portal.Messages.To(RachelsMail.Value).Count);
    }

    [Fact]
    public async Task Of_what_is_refused_nothing_is_left_but_a_line_in_the_history()
    {
        for (var i = 0; i < 5; i++)
            Assert.Null(await AskAsync());
        var owner = await _portal.GivePasswordAsync(source: "203.0.113.99");
        for (var i = 0; i < 3; i++)
            Assert.IsType<Refusal.LimitReached>(await _portal.Service.AskForCodeAsync(owner, Purpose.SignIn, await _portal.MethodAsync(owner, RachelsMail), Cancel));

        Assert.Empty((await _portal.OverviewAsync(owner)).Challenges);
        Assert.Empty(await _portal.ReadAsync(context => context.Throttles.Where(throttle => throttle.Key == "source:203.0.113.99").ToListAsync(Cancel)));
        _ = Assert.Single(await _portal.ReadAsync(context => context.Messages.Where(message => message.Cause == DeliveryCause.LimitReached).ToListAsync(Cancel)));
        await _portal.SendMailAsync();
        Assert.Equal(5, _portal.Messages.To(RachelsMail.Value).Count);
    }

    [Fact]
    public async Task A_source_leaves_twenty_codes_unanswered_an_hour()
    {
        for (var i = 0; i < 20; i++)
            Assert.Null(await AskAsync($"p{i}@contoso.example", "203.0.113.9"));

        Assert.Equal(new Refusal.LimitReached(BlockScope.Source, 20, Portal.Noon + 1.Hours), await AskAsync("p20@contoso.example", "203.0.113.9"));
        Assert.Null(await AskAsync("p20@contoso.example", "203.0.113.10"));
        _portal.Clock.Advance(1.Hours - s_tick);
        Assert.IsType<Refusal.LimitReached>(await AskAsync("p19@contoso.example", "203.0.113.9"));
        _portal.Clock.Advance(s_tick);
        Assert.Null(await AskAsync("p19@contoso.example", "203.0.113.9"));
    }

    [Fact]
    public async Task Sixty_go_through_for_all_the_sources_of_a_network()
    {
        for (var i = 0; i < 60; i++)
            Assert.Null(await AskAsync($"p{i}@contoso.example", $"203.0.113.{i}"));

        Assert.Equal(new Refusal.LimitReached(BlockScope.Source, 60, Portal.Noon + 1.Hours), await AskAsync("p60@contoso.example", "203.0.113.200"));
        Assert.Null(await AskAsync("p60@contoso.example", "203.0.114.1"));
    }

    [Fact]
    public async Task An_answered_code_is_taken_off_its_source_and_its_network_whatever_else_it_is()
    {
        var owner = await _portal.SignInAsync();
        await _portal.ProveAsync(owner);

        var counted = await _portal.ReadAsync(context => context.Throttles.AsNoTracking().ToDictionaryAsync(row => row.Key, row => row.Sent.Length, Cancel));

        Assert.Equal(0, counted["source:192.0.2.1"]);
        Assert.Equal(0, counted["network:192.0.2.0/24"]);
        Assert.Equal(2, counted["own:rachel@mail.example"]);
    }

    [Fact]
    public async Task A_named_network_has_its_own_figure()
    {
        await using var campus = await Portal.OpenAsync(new() { ["Security:Limits:Networks:0:Network"] = "203.0.112.0/20", ["Security:Limits:Networks:0:AnHour"] = "2" });
        await campus.SeedAsync();
        Assert.Null(await AskAsync(campus, Rachel, "203.0.113.1"));
        Assert.Null(await AskAsync(campus, Rachel, "203.0.113.2"));

        Assert.Equal(new Refusal.LimitReached(BlockScope.Source, 2, campus.Now + 1.Hours), await AskAsync(campus, Rachel, "203.0.113.3"));
        Assert.Null(await AskAsync(campus, Rachel, "198.51.100.1"));
    }

    [Fact]
    public async Task A_stranger_who_adds_somebodys_address_elsewhere_uses_up_none_of_their_codes()
    {
        Refusal? last = null;
        for (var i = 0; i < 6; i++)
            last = await EnterAsync($"p{i % 3}@contoso.example", new(MethodKind.Email, $"Rachel+{i}@mail.example"), $"198.51.{i}.7");

        Assert.Equal(new Refusal.LimitReached(BlockScope.Destination, 5, Portal.Noon + 1.Hours), last);
        for (var i = 0; i < 5; i++)
            Assert.Null(await AskAsync());
    }

    [Fact]
    public async Task Who_types_an_address_does_not_learn_from_what_is_left_that_its_owner_had_codes_there()
    {
        for (var i = 0; i < 5; i++)
            Assert.Null(await AskAsync());

        for (var i = 0; i < 5; i++)
            Assert.Null(await EnterAsync(Rachel, RachelsMail, $"198.51.{i}.7"));
        Assert.Equal(new Refusal.LimitReached(BlockScope.Destination, 5, Portal.Noon + 1.Hours), await EnterAsync(Rachel, RachelsMail, "198.51.9.7"));
        Assert.Equal(5, await CountAsync("destination:rachel@mail.example"));
    }

    [Fact]
    public async Task While_a_replacement_is_pending_another_source_always_has_its_own_sends()
    {
        _ = await _portal.StartReplacementAsync(source: "198.51.100.7");
        for (var i = 0; i < 5; i++)
            Assert.Null(await AskAsync(source: "198.51.100.7"));
        Assert.IsType<Refusal.LimitReached>(await AskAsync(source: "198.51.100.7"));

        Assert.Null(await AskAsync(source: "192.0.2.1"));
    }

    [Fact]
    public async Task Numbers_in_a_row_get_so_many_in_all_before_they_are_confirmed()
    {
        for (var i = 0; i < 4; i++)
            Assert.Null(await EnterAsync(Rachel, Number(i), $"198.51.{i}.7"));

        Assert.Equal(new Refusal.LimitReached(BlockScope.Region, 4, Portal.Noon + 1.Hours), await EnterAsync(Rachel, Number(4), "198.51.4.7"));
        Assert.Null(await EnterAsync(Rachel, new(MethodKind.Phone, "+447911123456"), "198.51.5.7"));
        Assert.Null(await EnterAsync(Rachel, NewMail, "198.51.6.7"));
    }

    [Fact]
    public async Task The_portal_sends_so_many_texts_in_all_to_numbers_that_are_not_confirmed_and_others_to_those_that_are()
    {
        for (var i = 0; i < 8; i++)
            Assert.Null(await EnterAsync(Rachel, new(MethodKind.Phone, $"+4479{11 + i}123456"), $"198.51.{i}.7"));
        Assert.Equal(new Refusal.LimitReached(BlockScope.Region, 8, Portal.Noon + 1.Hours), await EnterAsync(Rachel, new(MethodKind.Phone, "+447930123456"), "198.51.9.7"));

        for (var i = 0; i < 4; i++)
            Assert.Null(await AskAsync(to: RachelsPhone));
        Assert.Equal(new Refusal.LimitReached(BlockScope.Region, 4, Portal.Noon + 1.Hours), await AskAsync(to: RachelsPhone));
        Assert.Null(await AskAsync());
    }

    [Fact]
    public async Task Notices_go_out_beyond_all_limits()
    {
        for (var i = 0; i < 5; i++)
        {
            Assert.Null(await AskAsync());
            if (i < 4)
                Assert.Null(await AskAsync(to: RachelsPhone));
        }

        _ = await _portal.StartReplacementAsync();
        await _portal.SendMailAsync();

        Assert.Contains(_portal.Messages.To(RachelsMail.Value), sent => sent.Kind == nameof(SecurityEvent.ReplacementStarted));
        Assert.Contains(_portal.Messages.To(RachelsPhone.Value), sent => sent.Kind == nameof(SecurityEvent.ReplacementStarted));
    }

    [Fact]
    public async Task A_test_message_has_its_own_limit_and_does_not_count()
    {
        var owner = await _portal.SignInAsync();
        var before = await CountAsync("own:rachel@mail.example");

        Assert.Null(await _portal.Service.SendTestAsync(owner, await _portal.MethodAsync(owner, RachelsMail), Cancel));

        Assert.Equal(before, await CountAsync("own:rachel@mail.example"));
    }

    [Fact]
    public async Task What_was_counted_survives_a_restart()
    {
        var folder = Directory.CreateTempSubdirectory("portal-");
        try
        {
            await using (var before = await Portal.OpenAsync(folder: folder.FullName))
            {
                await before.SeedAsync();
                for (var i = 0; i < 5; i++)
                    Assert.Null(await AskAsync(before, Rachel, $"203.0.{i}.1"));
            }

            await using var portal = await Portal.OpenAsync(folder: folder.FullName);
            Assert.Equal(new Refusal.LimitReached(BlockScope.Method, 5, portal.Now + 1.Hours), await AskAsync(portal, Rachel, "203.0.9.1"));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task It_is_forgotten_when_none_of_it_counts_any_more()
    {
        Assert.Null(await AskAsync());
        _portal.Clock.Advance(1.Days - s_tick);
        _ = await _portal.Service.ForgetAsync(new(), Cancel);
        Assert.NotEmpty(await KeysAsync());

        _portal.Clock.Advance(s_tick);
        _ = await _portal.Service.ForgetAsync(new(), Cancel);
        Assert.Empty(await KeysAsync());
    }

    /// <summary>From a network of its own each time, unless one is named.</summary>
    private Task<Refusal?> AskAsync(string name = Rachel, string? source = null, Contact? to = null) =>
        AskAsync(_portal, name, source ?? $"203.{++_source}.113.1", to);

    private Task<Refusal?> AskAfterAsync(TimeSpan time)
    {
        _portal.Clock.Advance(time);
        return AskAsync();
    }

    private static async Task<Refusal?> AskAsync(Portal portal, string name, string source, Contact? to = null)
    {
        var owner = await portal.GivePasswordAsync(name, source);
        var profile = await portal.ProfileAsync(owner);
        var method = profile.Methods.OrderBy(method => method.Kind).First(method => to is null || method.Contact == to).Id;
        return await portal.Service.AskForCodeAsync(owner, Purpose.SignIn, method, Cancel);
    }

    private async Task<Refusal?> EnterAsync(string name, Contact contact, string source) =>
        await _portal.Service.EnterNewInfoAsync(await _portal.GivePasswordAsync(name, source), contact, Cancel);

    private static DemoAccount Person(string name, params Contact[] methods) =>
        new(new(name, name, "en", "GB", []), Portal.Password, methods, 1.Days, "");

    private Task<List<string>> KeysAsync() => _portal.ReadAsync(context => context.Throttles.Select(row => row.Key).ToListAsync(Cancel));

    private async Task<int> CountAsync(string key) =>
        (await _portal.ReadAsync(context => context.Throttles.AsNoTracking().SingleOrDefaultAsync(row => row.Key == key, Cancel)))?.Sent.Sum(sent => sent.Count) ?? 0;

    private static Contact Number(int last) => new(MethodKind.Phone, $"+4477009003{last:00}");
}
