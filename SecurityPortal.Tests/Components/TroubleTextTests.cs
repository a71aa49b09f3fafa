using SecurityPortal.Components.Shared;
using SecurityPortal.Domain;
using SecurityPortal.Service;
using SecurityPortal.Tests.Service;
using SecurityPortal.Tests.Support;

namespace SecurityPortal.Tests.Components;

/// <summary>Every trouble and every topic has its words, in every language.</summary>
public sealed class TroubleTextTests
{
    private static readonly TimeZoneInfo s_zone = TimeZoneInfo.CreateCustomTimeZone("here", 1.Hours, "here", "here");

    public static TheoryData<string, TroubleKind> Told => [.. from language in (string[])["en", "de"] from kind in Enum.GetValues<TroubleKind>() select (language, kind)];

    [Theory]
    [MemberData(nameof(Told))]
    public void A_trouble_is_told_whatever_its_cause_and_channel(string language, TroubleKind kind)
    {
        using var reading = Reading.In(language);
        DeliveryCause?[] causes = [null, .. Enum.GetValues<DeliveryCause>()];
        var all = from cause in causes from channel in Enum.GetValues<Channel>() select (channel, Trouble: new CodeTrouble(kind, WayOut.Wait, cause, Portal.Noon));

        Assert.All(all, told =>
        {
            Assert.NotEmpty(TroubleText.Title(told.Trouble, told.channel, s_zone));
            Assert.NotEmpty(TroubleText.Text(told.Trouble, told.channel, s_zone));
        });
    }

    [Theory]
    [InlineData("en")]
    [InlineData("de")]
    public void Every_way_out_and_every_topic_has_its_words(string language)
    {
        using var reading = Reading.In(language);

        Assert.All(Enum.GetValues<WayOut>(), way => Assert.NotEmpty(TroubleText.Out(new(TroubleKind.Late, way), new("A", "B", "C"))));
        Assert.All(Enum.GetValues<HelpTopic>(), topic =>
        {
            Assert.NotEmpty(HelpTopics.Title(topic));
            Assert.All(HelpTopics.Lines(topic), Assert.NotEmpty);
            Assert.All(HelpTopics.Steps(topic), platform => Assert.All(platform.Steps, Assert.NotEmpty));
        });
        Assert.All(HelpTopics.Groups, group => Assert.NotEmpty(HelpTopics.Group(group.Group)));
    }

    [Theory]
    [InlineData(WayOut.Call, WayOut.AnotherMethod, "Other")]
    [InlineData(WayOut.SendAnother, WayOut.AnotherMethod, "Other")]
    [InlineData(WayOut.AnotherMethod, WayOut.AnotherMethod, "Other")]
    [InlineData(WayOut.Correct, WayOut.Correct, "Other")]
    [InlineData(WayOut.Wait, WayOut.Wait, null)]
    public void What_a_page_does_not_offer_is_not_said_to_be_best(WayOut best, WayOut said, string? name)
    {
        Assert.Equal((said, name), new WaysOffered(Other: "Other").Nearest(best));
        Assert.Equal((name is null ? said : WayOut.HelpDesk, null), new WaysOffered().Nearest(best));
    }

    [Fact]
    public void Every_topic_is_on_the_help_page_once() =>
        Assert.Equal(Enum.GetValues<HelpTopic>(), HelpTopics.Groups.SelectMany(group => group.Topics).Order());

    [Fact]
    public void The_time_is_that_of_the_visitors_clock()
    {
        using var english = Reading.In("en");

        Assert.Equal(
            "The mobile network took it at 13:00, but your phone has not confirmed it.",
            TroubleText.Title(new(TroubleKind.Accepted, WayOut.Wait, At: Portal.Noon), Channel.Sms, s_zone));
        Assert.Equal(
            "We cannot send it yet: our own line is disturbed. The next try is at 13:01.",
            TroubleText.InShort(new(TroubleKind.Late, WayOut.Wait, DeliveryCause.ChannelSlow, Portal.Noon, Portal.Noon + 1.Minutes), Channel.Sms, Portal.Noon, s_zone));
    }

    [Theory]
    [InlineData(DeliveryStage.Queued, "Sending a code by e-mail to")]
    [InlineData(DeliveryStage.Delayed, "Sending a code by e-mail to")]
    [InlineData(DeliveryStage.NotSent, "No code was sent to")]
    [InlineData(DeliveryStage.Expired, "No code was sent to")]
    public void Nothing_is_called_sent_that_did_not_leave(DeliveryStage stage, string said)
    {
        using var english = Reading.In("en");

        Assert.Equal(said, WayText.Heading(CodeTroublesTests.Way(stage)));
    }

    [Theory]
    [InlineData(DeliveryStage.HandedOver, "A code was sent by e-mail to")]
    [InlineData(DeliveryStage.Accepted, "A code was sent by e-mail to")]
    [InlineData(DeliveryStage.Delivered, "Delivered: the e-mail with your code to")]
    [InlineData(DeliveryStage.Bounced, "The e-mail could not be delivered to")]
    public void What_left_is_told_by_how_far_it_came(DeliveryStage stage, string said)
    {
        using var english = Reading.In("en");

        Assert.Equal(said, WayText.Heading(CodeTroublesTests.Way(stage) with { SentAt = Portal.Noon }));
    }

    [Fact]
    public void The_chain_shows_what_lies_ahead_until_it_stops()
    {
        var late = CodeTroublesTests.Way(DeliveryStage.Delayed);
        var stopped = CodeTroublesTests.Way(DeliveryStage.Refused);

        Assert.Equal([ChainLook.Done, ChainLook.Late, ChainLook.Ahead, ChainLook.Ahead, ChainLook.Ahead], ChainLink.Of(late).Select(link => link.Look));
        Assert.Equal([ChainLook.Done, ChainLook.Stopped], ChainLink.Of(stopped).Select(link => link.Look));
    }
}
