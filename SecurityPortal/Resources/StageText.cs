using SecurityPortal.Domain;

namespace SecurityPortal.Resources;

/// <summary>How far a message has come, in the same words wherever it is said; filed in <see cref="WayWords"/> under the stage.</summary>
public static class StageText
{
    public static string Of(DeliveryStage stage) => stage switch
    {
        DeliveryStage.Queued => WayWords.Stage_Queued,
        DeliveryStage.HandedOver => WayWords.Stage_HandedOver,
        DeliveryStage.Accepted => WayWords.Stage_Accepted,
        DeliveryStage.Delayed => WayWords.Stage_Delayed,
        DeliveryStage.Delivered => WayWords.Stage_Delivered,
        DeliveryStage.Bounced => WayWords.Stage_Bounced,
        DeliveryStage.Refused => WayWords.Stage_Refused,
        DeliveryStage.Expired => WayWords.Stage_Expired,
        DeliveryStage.NotSent => WayWords.Stage_NotSent,
    };
}
