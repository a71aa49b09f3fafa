using SecurityPortal.Domain;
using SecurityPortal.Service;
using SecurityPortal.Tests.Support;
using static SecurityPortal.Tests.Support.People;

namespace SecurityPortal.Tests.Service;

/// <summary>A message that only shows whether messages arrive, and what its owner sees of it (R-DEL-10, R-METH-1).</summary>
public sealed class TestMessageTests : IAsyncLifetime
{
    private static readonly PortalItself s_worker = new();

    private Portal _portal = null!;
    private Owner _rachel = null!;
    private MethodId _mail;
    private MethodId _phone;

    public async ValueTask InitializeAsync()
    {
        _portal = await Portal.OpenAsync();
        await _portal.SeedAsync();
        _rachel = await _portal.SignInAsync();
        (_mail, _phone) = (await _portal.MethodAsync(_rachel, RachelsMail), await _portal.MethodAsync(_rachel, RachelsPhone));
        _portal.Messages.Clear();
    }

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task Goes_to_the_method_and_is_followed_until_it_arrives()
    {
        Assert.Null(await _portal.Service.TestWayAsync(_rachel, _phone, Cancel));
        Assert.Null(await SendAsync(_phone));
        Assert.Equal(DeliveryStage.Queued, (await WayAsync()).Stage);

        await _portal.SendMailAsync();
        var sent = Assert.Single(_portal.Messages.All);
        Assert.Equal((RachelsPhone.Value, Message.TestKind, null), (sent.To, sent.Kind, sent.Code));
        Assert.Equal((DeliveryStage.HandedOver, false), await StageAsync());

        _portal.Clock.Advance(3.Seconds);
        _ = await _portal.Service.ReportDeliveryAsync(s_worker, new(sent.Id, DeliveryStage.Delivered, null), Cancel);
        Assert.Equal((DeliveryStage.Delivered, true), await StageAsync());
        Assert.Equal(_portal.Now, (await ViewAsync(_phone)).LastDeliveredAt);
    }

    [Fact]
    public async Task Where_nothing_more_is_heard_nobody_looks_for_long()
    {
        Assert.Null(await SendAsync(_phone));
        await _portal.SendMailAsync();
        Assert.True((await WayAsync()).MayMove);

        _portal.Clock.Advance(5.Minutes);

        Assert.Equal((false, false), ((await WayAsync()).MayMove, (await WayAsync()).IsOver));
    }

    [Fact]
    public async Task There_is_one_a_minute()
    {
        Assert.Null(await SendAsync(_phone));

        Assert.Equal(new Refusal.TestTooSoon(_portal.Now + 1.Minutes), await SendAsync(_phone));
        Assert.Null(await SendAsync(_mail));
        _portal.Clock.Advance(1.Minutes);
        Assert.Null(await SendAsync(_phone));
    }

    [Fact]
    public async Task There_are_five_an_hour()
    {
        var first = _portal.Now;
        for (var i = 0; i < 5; i++)
        {
            Assert.Null(await SendAsync(_phone));
            _portal.Clock.Advance(1.Minutes);
        }

        Assert.Equal(new Refusal.TestTooSoon(first + 1.Hours), await SendAsync(_phone));
        _portal.Clock.SetUtcNow(first + 1.Hours - 1.Milliseconds);
        var again = await _portal.SignInAsync();
        Assert.Equal(new Refusal.TestTooSoon(first + 1.Hours), await _portal.Service.SendTestAsync(again, _phone, Cancel));
        _portal.Clock.Advance(1.Milliseconds);
        Assert.Null(await _portal.Service.SendTestAsync(again, _phone, Cancel));
    }

    [Fact]
    public async Task Of_many_that_are_asked_for_at_once_one_goes_out()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => SendAsync(_phone)));

        _ = Assert.Single(answers, answer => answer is null);
    }

    [Fact]
    public async Task Neither_a_password_alone_nor_an_unconfirmed_suspended_or_blocked_method_gets_one()
    {
        var limited = await _portal.GivePasswordAsync();
        Assert.Equal(new Refusal.NotFullySignedIn(), await _portal.Service.SendTestAsync(limited, _mail, Cancel));
        Assert.Null(await _portal.Service.TestWayAsync(limited, _mail, Cancel));

        await _portal.ProveAsync(_rachel);
        Assert.Null(await _portal.Service.AddMethodAsync(_rachel, NewMail, Cancel));
        Assert.Equal(new Refusal.NoSuchMethod(), await SendAsync((await _portal.OverviewAsync(_rachel)).Unconfirmed.Single().Id));

        Assert.Null(await _portal.Service.SuspendMethodAsync(_rachel, _phone, knowingly: false, Cancel));
        Assert.Equal(new Refusal.NoSuchMethod(), await SendAsync(_phone));

        for (var i = 0; i < 10 && await SendAsync(_mail) is not Refusal.Blocked; i++)
        {
            _portal.Clock.Advance(2.Minutes);
            _ = await _portal.Service.AskForCodeAsync(_rachel, Purpose.ChangeSecurityInfo, _mail, Cancel);
            var (challenge, code) = await _portal.CodeAsync(_rachel, Purpose.ChangeSecurityInfo, _mail);
            _ = await _portal.Service.ProveAsync(_rachel, challenge, Not(code), Cancel);
        }

        _ = Assert.IsType<Refusal.Blocked>(await SendAsync(_mail));
    }

    [Fact]
    public async Task What_came_back_is_on_the_card_until_something_arrives()
    {
        Assert.Null(await SendAsync(_phone));
        await _portal.SendMailAsync();
        _portal.Clock.Advance(3.Seconds);
        _ = await _portal.Service.ReportDeliveryAsync(s_worker, new(_portal.Messages.All[^1].Id, DeliveryStage.Refused, DeliveryCause.PhoneUnreachable), Cancel);

        var view = await ViewAsync(_phone);
        Assert.Equal((_portal.Now, DeliveryCause.PhoneUnreachable), (view.LastFailedAt, view.LastFailure));

        _portal.Clock.Advance(1.Minutes);
        _ = await _portal.SignInAsync(with: RachelsPhone);
        Assert.Equal((_portal.Now, null), ((await ViewAsync(_phone)).LastDeliveredAt, (await ViewAsync(_phone)).LastFailedAt));
    }

    [Fact]
    public async Task It_is_open_while_everything_else_is_closed()
    {
        _ = await _portal.StartReplacementAsync();

        Assert.Null(await SendAsync(_mail));
    }

    private Task<Refusal?> SendAsync(MethodId method) => _portal.Service.SendTestAsync(_rachel, method, Cancel);

    private async Task<TestView> WayAsync() => (await _portal.Service.TestWayAsync(_rachel, _phone, Cancel))!;

    private async Task<(DeliveryStage Stage, bool IsOver)> StageAsync() => await WayAsync() is var way ? (way.Stage, way.IsOver) : default;

    private async Task<MethodView> ViewAsync(MethodId method) => (await _portal.OverviewAsync(_rachel)).Methods.Single(view => view.Id == method);
}
