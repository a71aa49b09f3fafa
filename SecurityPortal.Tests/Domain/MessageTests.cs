using CsCheck;
using SecurityPortal.Domain;
using SecurityPortal.Tests.Support;
using static SecurityPortal.Tests.Support.People;

namespace SecurityPortal.Tests.Domain;

/// <summary>R-DEL-1, R-DEL-2, R-DEL-4: a message's way, from being claimed to its end.</summary>
public sealed class MessageTests
{
    private static readonly SendAnswer.Later s_down = new(DeliveryCause.ChannelDown, "Connection refused", IsChannelAtFault: true);

    private DateTimeOffset _now = Portal.Noon;

    [Fact]
    public void Who_claimed_it_first_is_fenced_off_once_somebody_else_has_it()
    {
        var message = Code();
        Assert.True(message.Claim(1.Minutes, _now));
        Assert.False(message.Claim(1.Minutes, _now += 1.Minutes));
        Assert.True(message.Claim(1.Minutes, _now += 2.Seconds));

        message.Take(s_down, claim: 1, luck: 0, _now);
        message.Release(claim: 1, _now);

        Assert.Equal(_now + 1.Minutes, message.DueAt);
        message.Take(s_down, claim: 2, luck: 0, _now);
        Assert.Equal(DeliveryStage.Delayed, message.Stage);
    }

    [Fact]
    public void That_it_was_taken_is_true_whoever_says_so()
    {
        var message = Code();
        _ = message.Claim(1.Minutes, _now);
        _ = message.Claim(1.Minutes, _now + 1.Minutes);

        message.Take(new SendAnswer.Taken(), claim: 1, luck: 0, _now);
        message.Take(s_down, claim: 2, luck: 0, _now);

        Assert.Equal((DeliveryStage.HandedOver, null), (message.Stage, message.DueAt));
    }

    [Fact]
    public void A_code_is_tried_again_after_ever_longer_pauses_and_never_after_its_end()
    {
        var message = Code();
        List<TimeSpan> pauses = [];
        while (message.DueAt is { } due)
        {
            _now = due;
            Assert.True(message.Claim(1.Minutes, _now));
            message.Take(s_down, message.Claims, luck: 0, _now);
            if (message.DueAt is { } next)
                pauses.Add(next - _now);
        }

        Assert.Equal([2.Seconds, 5.Seconds, 15.Seconds, 40.Seconds, 90.Seconds, 5.Minutes], pauses);
        Assert.Equal((DeliveryStage.Expired, DeliveryCause.ChannelDown), (message.Stage, message.Cause));
    }

    [Theory]
    [InlineData(-1.0, 1_600)]
    [InlineData(1.0, 2_400)]
    public void A_pause_is_a_fifth_shorter_or_longer_at_most(double luck, int milliseconds)
    {
        var message = Code();
        _ = message.Claim(1.Minutes, _now);

        message.Take(s_down, 1, luck, _now);

        Assert.Equal(_now + milliseconds.Milliseconds, message.DueAt);
    }

    [Fact]
    public void What_will_not_mend_is_told_at_once_and_tried_no_more()
    {
        var message = Code();
        _ = message.Claim(1.Minutes, _now);

        message.Take(new SendAnswer.Never(DeliveryCause.NoSuchMailbox, "550 5.1.1 unknown"), 1, luck: 0, _now);

        Assert.Equal((DeliveryStage.Refused, DeliveryCause.NoSuchMailbox, null), (message.Stage, message.Cause, message.DueAt));
    }

    [Fact]
    public void A_code_that_has_ended_is_not_claimed_but_given_up()
    {
        var message = Code();

        Assert.False(message.Claim(1.Minutes, _now + 10.Minutes));

        Assert.Equal((DeliveryStage.Expired, DeliveryCause.CodeEnded, null, null), (message.Stage, message.Cause, message.DueAt, message.Payload));
    }

    [Fact]
    public void A_code_that_is_not_needed_any_more_is_not_sent()
    {
        var message = Code();

        message.Drop(_now + 1.Minutes);

        Assert.Equal((DeliveryStage.NotSent, DeliveryCause.NotNeeded, null, null), (message.Stage, message.Cause, message.DueAt, message.Payload));
    }

    [Fact]
    public void A_report_that_is_quicker_than_the_note_of_the_handover_counts()
    {
        var message = Code();
        _ = message.Claim(1.Minutes, _now);

        Assert.True(message.Report(new(message.Id, DeliveryStage.Delivered), _now));
        message.Take(new SendAnswer.Taken(), 1, luck: 0, _now);

        Assert.Equal((DeliveryStage.Delivered, null), (message.Stage, message.DueAt));
        Assert.Equal([DeliveryStage.Queued, DeliveryStage.HandedOver, DeliveryStage.Delivered], message.Way().Select(step => step.Stage));
    }

    [Fact]
    public void Nobody_can_report_of_a_message_that_never_left() =>
        Assert.False(Code() is var message && message.Report(new(message.Id, DeliveryStage.Delivered), _now));

    [Fact]
    public void However_reports_come_what_has_arrived_or_come_back_stays_so_and_nothing_is_said_twice() =>
        Gen.Enum<DeliveryStage>().Array[1, 12].Sample(reported =>
        {
            var message = Code();
            _ = message.Claim(1.Minutes, _now);
            message.Take(new SendAnswer.Taken(), 1, luck: 0, _now);
            foreach (var stage in reported)
                _ = message.Report(new(message.Id, stage), _now += 1.Seconds);

            var way = message.Way().Select(step => step.Stage).ToArray();
            Assert.Equal(way.Distinct(), way);
            var ends = reported.Where(stage => stage is DeliveryStage.Delivered or DeliveryStage.Bounced or DeliveryStage.Refused).ToArray();
            Assert.True(ends is [] || message.Stage == ends[0]);
        });

    [Fact]
    public void A_message_that_ends_whoever_sends_it_rests_as_others_do()
    {
        var message = Code();
        Assert.True(message.Claim(1.Minutes, _now));

        Assert.False(message.Claim(1.Minutes, _now += 1.Minutes));

        Assert.Equal((1, _now + 2.Seconds), (message.Failures, message.DueAt));
    }

    private Message Code() => new()
    {
        Id = Guid.CreateVersion7(_now),
        Account = AccountId.New(_now),
        Method = MethodId.New(_now),
        Channel = Channel.Email,
        To = RachelsMail.Value,
        Area = "mail.example",
        Kind = Message.CodeKind,
        Language = "en",
        CreatedAt = _now,
        DueAt = _now,
        ExpiresAt = _now + 10.Minutes,
        Challenge = ChallengeId.New(_now),
        Payload = [1],
    };
}
