namespace SecurityPortal.Domain;

/// <summary>What became of one try to hand a message over.</summary>
/// <param name="Detail">As the other side put it, on one line.</param>
public abstract record SendAnswer(string? Detail)
{
    /// <param name="Stage"><see cref="DeliveryStage.HandedOver"/>, or what the other side said beyond it at once.</param>
    public sealed record Taken(DeliveryStage Stage = DeliveryStage.HandedOver, string? Detail = null) : SendAnswer(Detail);

    /// <summary>It may go better later.</summary>
    /// <param name="IsChannelAtFault">Any other message would have failed too: nobody answers, or nobody knows us.</param>
    public sealed record Later(DeliveryCause Cause, string? Detail, bool IsChannelAtFault) : SendAnswer(Detail);

    /// <summary>It will not mend: to be told at once and tried no more (R-DEL-4).</summary>
    public sealed record Never(DeliveryCause Cause, string? Detail) : SendAnswer(Detail);
}
