using SecurityPortal.Domain;
using SecurityPortal.Resources;
using SecurityPortal.Service;

namespace SecurityPortal.Components.Shared;

/// <summary>How far a code has come, in a few words. Nothing is called sent that was not handed over (R-BLOCK-4).</summary>
public static class WayText
{
    public static string Heading(CodeWay way) => (Progress(way), way.Channel) switch
    {
        ("Sending", Channel.Email) => WayWords.Sending_Email,
        ("Sending", Channel.Sms) => WayWords.Sending_Sms,
        ("Sending", Channel.Voice) => WayWords.Sending_Voice,
        ("Sent", Channel.Email) => WayWords.Sent_Email,
        ("Sent", Channel.Sms) => WayWords.Sent_Sms,
        ("Sent", Channel.Voice) => WayWords.Sent_Voice,
        ("Delivered", Channel.Email) => WayWords.Delivered_Email,
        ("Delivered", Channel.Sms) => WayWords.Delivered_Sms,
        ("Delivered", Channel.Voice) => WayWords.Delivered_Voice,
        ("NotSent", _) => WayWords.Never_Sent,
        (_, Channel.Email) => WayWords.Failed_Email,
        (_, Channel.Sms) => WayWords.Failed_Sms,
        (_, Channel.Voice) => WayWords.Failed_Voice,
    };

    /// <summary>What is wrong, and what comes next; null while all is as it should be.</summary>
    public static string? Note(CodeWay way, DateTimeOffset now, TimeZoneInfo zone) =>
        CodeTroubles.Of(way, now).FirstOrDefault(trouble => trouble.Kind < TroubleKind.Sending) is { } trouble
            ? TroubleText.InShort(trouble, way.Channel, now, zone)
            : null;

    private static string Progress(CodeWay way) => way switch
    {
        { Stage: DeliveryStage.Delivered } => "Delivered",
        { HasStopped: true, SentAt: null } => "NotSent",
        { HasStopped: true } => "Failed",
        { SentAt: null } => "Sending",
        _ => "Sent",
    };
}
