using SecurityPortal.Domain;
using SecurityPortal.Service;
using SecurityPortal.Tests.Support;
using static SecurityPortal.Tests.Support.People;

namespace SecurityPortal.Tests.Service;

/// <summary>R-DEL-2: how far the message of a code has come, as its session may know it.</summary>
public sealed class CodeWayTests : IAsyncLifetime
{
    private static readonly PortalItself s_gateway = new();

    private Portal _portal = null!;
    private Owner _limited = null!;
    private ChallengeId _challenge;

    public async ValueTask InitializeAsync()
    {
        _portal = await Portal.OpenAsync();
        await _portal.SeedAsync();
        _limited = await _portal.GivePasswordAsync();
        var mail = await _portal.MethodAsync(_limited, RachelsMail);
        Assert.Null(await _portal.Service.AskForCodeAsync(_limited, Purpose.SignIn, mail, Cancel));
        _challenge = (await _portal.OverviewAsync(_limited)).ChallengeFor(Purpose.SignIn)!.Id;
    }

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task It_is_queued_handed_over_and_delivered_each_at_its_time()
    {
        Assert.Equal((DeliveryStage.Queued, null), ((await WayAsync()).Stage, (await WayAsync()).SentAt));
        _portal.Clock.Advance(1.Seconds);
        await _portal.SendMailAsync();
        _portal.Clock.Advance(2.Seconds);
        await ReportAsync(DeliveryStage.Delivered);

        Assert.Equal(
            [(DeliveryStage.Queued, 0), (DeliveryStage.HandedOver, 1), (DeliveryStage.Delivered, 3)],
            (await WayAsync()).Steps.Select(step => (step.Stage, (int)(step.At - Portal.Noon).TotalSeconds)));
        Assert.Equal(Portal.Noon + 3.Seconds, (await WayAsync()).LastDeliveredAt);
    }

    [Fact]
    public async Task A_code_that_was_entered_had_arrived()
    {
        var owner = await _portal.SignInAsync();
        var mail = await _portal.MethodAsync(owner, RachelsMail);
        var before = (await _portal.OverviewAsync(owner)).Methods.Single(method => method.Id == mail).LastDeliveredAt;

        Assert.NotNull(before);
        Assert.Equal(before, (await WayAsync()).LastDeliveredAt);
    }

    [Fact]
    public async Task What_fails_for_now_says_when_it_is_tried_again()
    {
        _portal.Messages.IsDown = true;
        await _portal.SendMailAsync();

        var way = await WayAsync();

        Assert.Equal((DeliveryStage.Delayed, true), (way.Stage, way.NextTryAt > _portal.Now));
        Assert.Null(way.SentAt);
    }

    [Fact]
    public async Task A_message_sent_again_starts_anew()
    {
        await _portal.SendMailAsync();
        await ReportAsync(DeliveryStage.Bounced, DeliveryCause.MailboxFull);
        _portal.Clock.Advance(30.Seconds);

        Assert.Null(await _portal.Service.SendAgainAsync(_limited, _challenge, Cancel));

        Assert.Equal(DeliveryStage.Queued, (await WayAsync()).Stage);
    }

    [Fact]
    public async Task Masked_it_tells_nothing_of_the_domain()
    {
        var way = await WayAsync();

        Assert.Equal(RachelsMail.Masked, way.Shown);
        Assert.False(way.IsSameSystem || way.IsJunkProne);
        Assert.DoesNotContain("mail.example", way.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Signed_in_it_tells_of_a_mailbox_that_belongs_to_the_account_and_of_a_strict_provider()
    {
        var owner = await _portal.SignInAsync(with: RachelsPhone);
        await _portal.ProveAsync(owner, RachelsPhone);

        var own = await AddedAsync(owner, new(MethodKind.Email, "rachel.two@contoso.example"));
        var strict = await AddedAsync(owner, new(MethodKind.Email, "rachel.two@gmx.example"));

        Assert.Equal((true, false), (own.IsSameSystem, own.IsJunkProne));
        Assert.Equal((false, true), (strict.IsSameSystem, strict.IsJunkProne));
    }

    [Fact]
    public async Task The_genuine_subject_is_that_of_the_message()
    {
        await _portal.SendMailAsync();

        Assert.Equal(_portal.Messages.All[^1].Subject, (await WayAsync()).Subject);
    }

    [Theory]
    [InlineData(Channel.Email, "security@portal.example")]
    [InlineData(Channel.Sms, "PORTAL")]
    [InlineData(Channel.Voice, "+44207946000")]
    public async Task The_genuine_sender_is_that_of_the_channel(Channel channel, string sender)
    {
        MessageTexts texts = new(new() { MailSender = "security@portal.example", TextSender = "PORTAL", CallSender = "+44207946000" });

        Assert.Equal(sender, texts.Sign(await WayAsync() with { Channel = channel }, "en").Sender);
    }

    [Fact]
    public async Task A_code_of_another_session_has_no_way_here()
    {
        var other = await _portal.GivePasswordAsync(source: "198.51.100.7");

        Assert.Null(await _portal.Service.CodeWayAsync(other, _challenge, Cancel));
        Assert.Null(await _portal.Service.CodeWayAsync(_limited, default, Cancel));
    }

    [Fact]
    public async Task To_look_is_no_use_of_the_session()
    {
        _portal.Clock.Advance(8.Minutes);
        _ = await WayAsync();
        _portal.Clock.Advance(8.Minutes);

        Assert.Null(await _portal.Service.OverviewAsync(_limited, Cancel));
        Assert.Null(await _portal.Service.CodeWayAsync(_limited, _challenge, Cancel));
    }

    private async Task<CodeWay> WayAsync() => (await _portal.Service.CodeWayAsync(_limited, _challenge, Cancel))!;

    private async Task<CodeWay> AddedAsync(Owner owner, Contact contact)
    {
        Assert.Null(await _portal.Service.AddMethodAsync(owner, contact, Cancel));
        var challenge = (await _portal.OverviewAsync(owner)).ChallengeFor(Purpose.ConfirmMethod)!;
        return (await _portal.Service.CodeWayAsync(owner, challenge.Id, Cancel))!;
    }

    private async Task ReportAsync(DeliveryStage stage, DeliveryCause? cause = null) =>
        Assert.Equal(stage, await _portal.Service.ReportDeliveryAsync(s_gateway, new(_portal.Messages.All[^1].Id, stage, cause), Cancel));
}
