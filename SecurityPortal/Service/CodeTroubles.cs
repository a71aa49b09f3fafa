using System.Collections.Immutable;
using SecurityPortal.Domain;

namespace SecurityPortal.Service;

/// <summary>Why a code is not there: what applies to it, and what is left to look into (R-DEL-3).</summary>
public static class CodeTroubles
{
    /// <summary>For so long a message that left may well be on its way.</summary>
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(2);

    /// <summary>What applies, the most telling first.</summary>
    public static ImmutableArray<CodeTrouble> Of(CodeWay way, DateTimeOffset now) =>
        [.. All(way, now).OfType<CodeTrouble>().OrderBy(trouble => trouble.Kind)];

    /// <summary>The checklist for what the portal cannot know; what belongs to a trouble that applies comes first.</summary>
    public static ImmutableArray<HelpTopic> ToLookInto(CodeWay way, DateTimeOffset now)
    {
        var first = Of(way, now).Select(trouble => trouble.Topic).OfType<HelpTopic>().ToArray();
        return [.. first.Concat(TopicsOf(way.Channel)).Distinct()];
    }

    public static ImmutableArray<HelpTopic> TopicsOf(Channel channel) => channel switch
    {
        Channel.Email => [HelpTopic.Junk, HelpTopic.MailRules, HelpTopic.MailFull, HelpTopic.WrongContact, HelpTopic.TwoAccounts, HelpTopic.LateMessage],
        Channel.Sms => [HelpTopic.UnknownSenders, HelpTopic.MessagesFilter, HelpTopic.TextsFull, HelpTopic.NoSignal, HelpTopic.WrongContact, HelpTopic.TwoAccounts, HelpTopic.LateMessage],
        Channel.Voice => [HelpTopic.SilencedCalls, HelpTopic.NoSignal, HelpTopic.WrongContact, HelpTopic.TwoAccounts, HelpTopic.LateMessage],
    };

    private static IEnumerable<CodeTrouble?> All(CodeWay way, DateTimeOffset now) =>
    [
        way.IsBlocked(now) ? new(way.Block!.HelpsElsewhere ? TroubleKind.Blocked : TroubleKind.BlockedEverywhere, Replaced(way), Until: way.Block.Until) : null,
        OfDelivery(way, now),
        way.IsVoip && !IsThere(way) ? new(TroubleKind.Voip, Replaced(way), Topic: HelpTopic.Voip) : null,
        IsThere(way) ? null : OfArea(way),
        .. way.HasStopped ? [] : OfMailbox(way),
    ];

    private static CodeTrouble? OfDelivery(CodeWay way, DateTimeOffset now) => way.Stage switch
    {
        // The block says it better.
        DeliveryStage.NotSent when way.IsBlocked(now) => null,
        _ when way.HasStopped => new(TroubleKind.Stopped, AfterStop(way), way.Cause, At(way), Topic: TopicOf(way.Cause, way.Channel)),
        DeliveryStage.Delayed => new(TroubleKind.Late, WayOut.Wait, way.Cause, At(way), way.NextTryAt, Topic: TopicOf(way.Cause, way.Channel)),
        DeliveryStage.Queued when way.ExpectedAt is { } expected => new(TroubleKind.Waiting, WayOut.Wait, At: At(way), Until: expected),
        DeliveryStage.Queued => new(TroubleKind.Sending, WayOut.Wait, At: At(way)),
        DeliveryStage.HandedOver => new(TroubleKind.UnderWay, IsFresh(way, now) ? WayOut.Wait : Elsewhere(way), At: At(way)),
        DeliveryStage.Accepted => new(TroubleKind.Accepted, AfterAccepted(way, now), At: At(way), Topic: FirstTopic(way.Channel)),
        _ => new(TroubleKind.Delivered, WayOut.Look, At: At(way), Topic: FirstTopic(way.Channel)),
    };

    private static bool IsThere(CodeWay way) => way.Stage is DeliveryStage.Delivered;

    private static bool IsFresh(CodeWay way, DateTimeOffset now) => now < At(way) + s_patience;

    /// <summary>Most mail systems never say more than that, so it mostly is in a folder there; a phone would have said so.</summary>
    private static WayOut AfterAccepted(CodeWay way, DateTimeOffset now) => (IsFresh(way, now), way.Channel) switch
    {
        (true, _) => WayOut.Wait,
        (false, Channel.Email) => WayOut.Look,
        _ => Elsewhere(way),
    };

    private static CodeTrouble? OfArea(CodeWay way) => way.Area switch
    {
        null => null,
        { Status: ChannelStatus.Unavailable } area => new(TroubleKind.AreaUnavailable, Elsewhere(way), Until: area.Until, Topic: HelpTopic.Regions),
        { Delay: null } area => new(TroubleKind.AreaLimited, Elsewhere(way), Until: area.Until, Topic: HelpTopic.Regions),
        var area => new(TroubleKind.AreaSlow, WayOut.Wait, Until: area.Until, Delay: area.Delay, Topic: HelpTopic.Regions),
    };

    private static IEnumerable<CodeTrouble?> OfMailbox(CodeWay way) =>
    [
        way.IsSameSystem ? new(TroubleKind.SameSystem, Replaced(way), Topic: HelpTopic.TwoAccounts) : null,
        way.IsJunkProne ? new(TroubleKind.JunkProne, WayOut.Look, Topic: HelpTopic.Junk) : null,
    ];

    private static WayOut AfterStop(CodeWay way) => way.Cause switch
    {
        DeliveryCause.CodeEnded or DeliveryCause.NotNeeded or DeliveryCause.Unreadable => WayOut.SendAnother,
        DeliveryCause.NoSuchMailbox or DeliveryCause.NoSuchDomain or DeliveryCause.UnknownSubscriber => Replaced(way),
        _ => Elsewhere(way),
    };

    /// <summary>By another way to the same destination if there is one.</summary>
    private static WayOut Elsewhere(CodeWay way) => way.MayCall ? WayOut.Call : Replaced(way);

    /// <summary>Not to this destination: what is being added can be entered anew, what is there has others beside it.</summary>
    private static WayOut Replaced(CodeWay way) =>
        way.Purpose is Purpose.ConfirmMethod or Purpose.ConfirmNewInfo ? WayOut.Correct : WayOut.AnotherMethod;

    private static HelpTopic? TopicOf(DeliveryCause? cause, Channel channel) => cause switch
    {
        DeliveryCause.MailboxFull => channel is Channel.Email ? HelpTopic.MailFull : HelpTopic.TextsFull,
        DeliveryCause.NoSuchMailbox or DeliveryCause.NoSuchDomain or DeliveryCause.UnknownSubscriber => HelpTopic.WrongContact,
        DeliveryCause.RefusedAsSpam => channel is Channel.Email ? HelpTopic.MailRules : HelpTopic.MessagesFilter,
        DeliveryCause.PhoneUnreachable => HelpTopic.NoSignal,
        _ => null,
    };

    private static HelpTopic FirstTopic(Channel channel) => TopicsOf(channel)[0];

    private static DateTimeOffset At(CodeWay way) => way.Steps[^1].At;
}
