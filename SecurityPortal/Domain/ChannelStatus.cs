namespace SecurityPortal.Domain;

/// <summary>How well messages come to an area at present; each is worse than the one before it (R-METH-9).</summary>
public enum ChannelStatus
{
    Available,

    /// <summary>They are slow, or many do not arrive: codes go there in turn, at the area's own pace (R-RISK-3).</summary>
    Limited,
    Unavailable,
}
