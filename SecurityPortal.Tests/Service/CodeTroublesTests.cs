using SecurityPortal.Domain;
using SecurityPortal.Service;
using SecurityPortal.Tests.Support;

namespace SecurityPortal.Tests.Service;

/// <summary>Why a code is not there, the most telling first, each with what helps best (R-DEL-3).</summary>
public sealed class CodeTroublesTests
{
    private static readonly DateTimeOffset s_now = Portal.Noon;

    [Fact]
    public void A_block_is_told_before_everything_else()
    {
        var way = Way(DeliveryStage.Delayed, DeliveryCause.ChannelDown) with { Block = Block(s_now + 1.Days), Area = new(ChannelStatus.Limited, 4.Minutes, null) };

        Assert.Equal([TroubleKind.Blocked, TroubleKind.Late, TroubleKind.AreaSlow], Kinds(way));
        Assert.Equal((s_now + 1.Days, WayOut.AnotherMethod), (CodeTroubles.Of(way, s_now)[0].Until, CodeTroubles.Of(way, s_now)[0].Out));
    }

    [Fact]
    public void A_block_that_has_ended_is_not_told() =>
        Assert.DoesNotContain(TroubleKind.Blocked, Kinds(Way(DeliveryStage.HandedOver) with { Block = Block(s_now) }));

    [Theory]
    [InlineData(DeliveryCause.NoSuchMailbox, WayOut.AnotherMethod, HelpTopic.WrongContact)]
    [InlineData(DeliveryCause.NoSuchDomain, WayOut.AnotherMethod, HelpTopic.WrongContact)]
    [InlineData(DeliveryCause.MailboxFull, WayOut.AnotherMethod, HelpTopic.MailFull)]
    [InlineData(DeliveryCause.RefusedAsSpam, WayOut.AnotherMethod, HelpTopic.MailRules)]
    [InlineData(DeliveryCause.RefusedByServer, WayOut.AnotherMethod, null)]
    [InlineData(DeliveryCause.RefusedContent, WayOut.AnotherMethod, null)]
    [InlineData(DeliveryCause.UnknownSubscriber, WayOut.AnotherMethod, HelpTopic.WrongContact)]
    [InlineData(DeliveryCause.PhoneUnreachable, WayOut.AnotherMethod, HelpTopic.NoSignal)]
    [InlineData(DeliveryCause.RefusedByNetwork, WayOut.AnotherMethod, null)]
    [InlineData(DeliveryCause.TryLater, WayOut.AnotherMethod, null)]
    [InlineData(DeliveryCause.ChannelDown, WayOut.AnotherMethod, null)]
    [InlineData(DeliveryCause.ChannelSlow, WayOut.AnotherMethod, null)]
    [InlineData(DeliveryCause.ChannelMisconfigured, WayOut.AnotherMethod, null)]
    [InlineData(DeliveryCause.Unreadable, WayOut.SendAnother, null)]
    [InlineData(DeliveryCause.CodeEnded, WayOut.SendAnother, null)]
    [InlineData(DeliveryCause.NotNeeded, WayOut.SendAnother, null)]
    [InlineData(DeliveryCause.Blocked, WayOut.AnotherMethod, null)]
    [InlineData(null, WayOut.AnotherMethod, null)]
    public void What_stopped_a_message_names_the_way_out(DeliveryCause? cause, WayOut expected, HelpTopic? topic)
    {
        var trouble = Assert.Single(CodeTroubles.Of(Way(DeliveryStage.Bounced, cause), s_now));

        Assert.Equal((TroubleKind.Stopped, expected, cause, topic), (trouble.Kind, trouble.Out, trouble.Cause, trouble.Topic));
    }

    [Theory]
    [InlineData(DeliveryStage.Refused)]
    [InlineData(DeliveryStage.Expired)]
    [InlineData(DeliveryStage.NotSent)]
    public void Whichever_way_it_ended_it_has_stopped(DeliveryStage stage) => Assert.Equal([TroubleKind.Stopped], Kinds(Way(stage)));

    [Fact]
    public void What_is_just_being_added_is_better_corrected() =>
        Assert.Equal(WayOut.Correct, Of(Way(DeliveryStage.Bounced, DeliveryCause.NoSuchMailbox) with { Purpose = Purpose.ConfirmMethod }).Out);

    [Fact]
    public void A_phone_that_gets_no_text_is_better_called_if_it_exists()
    {
        var text = Way(DeliveryStage.Refused, DeliveryCause.RefusedByNetwork, Channel.Sms) with { MayCall = true };

        Assert.Equal(WayOut.Call, Of(text).Out);
        Assert.Equal(WayOut.AnotherMethod, Of(text with { Cause = DeliveryCause.UnknownSubscriber }).Out);
    }

    [Fact]
    public void A_message_that_is_late_is_waited_for_until_its_next_try()
    {
        var late = Of(Way(DeliveryStage.Delayed, DeliveryCause.ChannelDown) with { NextTryAt = s_now + 5.Seconds });

        Assert.Equal((TroubleKind.Late, WayOut.Wait, s_now + 5.Seconds), (late.Kind, late.Out, late.Until));
    }

    [Fact]
    public void A_slow_queue_says_when_it_is_expected_to_leave() =>
        Assert.Equal((TroubleKind.Waiting, s_now + 1.Minutes), Facts(Of(Way(DeliveryStage.Queued) with { ExpectedAt = s_now + 1.Minutes })));

    [Fact]
    public void What_was_handed_over_is_not_waited_for_for_ever()
    {
        var way = Way(DeliveryStage.HandedOver);

        Assert.Equal(WayOut.Wait, Of(way).Out);
        Assert.Equal(WayOut.AnotherMethod, CodeTroubles.Of(way, s_now + 2.Minutes)[0].Out);
    }

    [Theory]
    [InlineData(Channel.Email, WayOut.Look)]
    [InlineData(Channel.Sms, WayOut.AnotherMethod)]
    [InlineData(Channel.Voice, WayOut.AnotherMethod)]
    public void What_was_accepted_is_waited_for_as_long(Channel channel, WayOut later)
    {
        var way = Way(DeliveryStage.Accepted, channel: channel);

        Assert.Equal(WayOut.Wait, Of(way).Out);
        Assert.Equal(later, CodeTroubles.Of(way, s_now + 2.Minutes)[0].Out);
    }

    [Fact]
    public void What_was_delivered_is_kept_away_by_nothing()
    {
        var way = Way(DeliveryStage.Delivered, channel: Channel.Sms) with { IsVoip = true, Area = new(ChannelStatus.Unavailable, null, null) };

        Assert.Equal([TroubleKind.Delivered], Kinds(way));
    }

    [Fact]
    public void A_text_that_the_network_took_and_no_phone_confirmed_tells_when()
    {
        var accepted = Of(Way(DeliveryStage.Accepted, channel: Channel.Sms));

        Assert.Equal((TroubleKind.Accepted, s_now - 1.Minutes, HelpTopic.UnknownSenders), (accepted.Kind, accepted.At, accepted.Topic));
    }

    [Fact]
    public void What_was_delivered_is_to_be_looked_for() => Assert.Equal((TroubleKind.Delivered, WayOut.Look), KindAndOut(Of(Way(DeliveryStage.Delivered))));

    [Theory]
    [InlineData(ChannelStatus.Unavailable, null, TroubleKind.AreaUnavailable, WayOut.AnotherMethod)]
    [InlineData(ChannelStatus.Limited, null, TroubleKind.AreaLimited, WayOut.AnotherMethod)]
    [InlineData(ChannelStatus.Limited, 4, TroubleKind.AreaSlow, WayOut.Wait)]
    public void Where_a_country_or_provider_is_disturbed_it_is_told_before_the_stage(ChannelStatus status, int? minutes, TroubleKind kind, WayOut best)
    {
        var first = Of(Way(DeliveryStage.HandedOver) with { Area = new(status, minutes?.Minutes, null) });

        Assert.Equal((kind, best), KindAndOut(first));
    }

    [Fact]
    public void A_number_over_the_internet_takes_no_codes() =>
        Assert.Equal((TroubleKind.Voip, WayOut.AnotherMethod), KindAndOut(Of(Way(DeliveryStage.HandedOver, channel: Channel.Sms) with { IsVoip = true })));

    [Fact]
    public void A_mailbox_of_the_same_system_and_a_strict_provider_are_told_last() =>
        Assert.Equal([TroubleKind.UnderWay, TroubleKind.SameSystem, TroubleKind.JunkProne], Kinds(Way(DeliveryStage.HandedOver) with { IsSameSystem = true, IsJunkProne = true }));

    [Fact]
    public void What_came_back_is_in_no_junk_folder() =>
        Assert.Equal([TroubleKind.Stopped], Kinds(Way(DeliveryStage.Bounced) with { IsSameSystem = true, IsJunkProne = true }));

    [Fact]
    public void The_checklist_begins_with_what_applies()
    {
        Assert.Equal(HelpTopic.MailFull, CodeTroubles.ToLookInto(Way(DeliveryStage.Bounced, DeliveryCause.MailboxFull), s_now)[0]);
        Assert.Equal(CodeTroubles.TopicsOf(Channel.Email).Length, CodeTroubles.ToLookInto(Way(DeliveryStage.Bounced, DeliveryCause.MailboxFull), s_now).Length);
    }

    internal static CodeWay Way(DeliveryStage stage, DeliveryCause? cause = null, Channel channel = Channel.Email) => new()
    {
        Now = s_now,
        Challenge = ChallengeId.New(s_now),
        Purpose = Purpose.SignIn,
        Channel = channel,
        Shown = People.RachelsMail.Masked,
        Reference = "K7",
        Stage = stage,
        Cause = cause,
        Steps = [new(DeliveryStage.Queued, s_now - 1.Minutes), .. stage is DeliveryStage.Queued ? [] : new CodeStep[] { new(stage, s_now - 1.Minutes, cause) }],
        ExpiresAt = s_now + 9.Minutes,
    };

    private static TroubleKind[] Kinds(CodeWay way) => [.. CodeTroubles.Of(way, s_now).Select(trouble => trouble.Kind)];

    private static CodeTrouble Of(CodeWay way) => CodeTroubles.Of(way, s_now)[0];

    private static (TroubleKind, DateTimeOffset?) Facts(CodeTrouble trouble) => (trouble.Kind, trouble.Until);

    private static (TroubleKind, WayOut) KindAndOut(CodeTrouble trouble) => (trouble.Kind, trouble.Out);

    private static BlockView Block(DateTimeOffset until) => new(
        BlockScope.MethodAtSource, BlockReason.UnusualActivity, until, IsByStaff: false, IsLengthened: true, HelpsElsewhere: true, HelpsOther: true);
}
