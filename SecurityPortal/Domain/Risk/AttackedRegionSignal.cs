namespace SecurityPortal.Domain.Risk;

/// <summary>It comes from a region under heavy attack.</summary>
public sealed class AttackedRegionSignal : IRiskSignal
{
    public RiskSignal Name => RiskSignal.AttackedRegion;

    public bool Shows(RiskScene scene) => scene.IsAttacked;
}
