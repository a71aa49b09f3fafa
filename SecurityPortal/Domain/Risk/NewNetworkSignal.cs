namespace SecurityPortal.Domain.Risk;

/// <summary>The account was never signed in to from this network.</summary>
public sealed class NewNetworkSignal : IRiskSignal
{
    public RiskSignal Name => RiskSignal.NewNetwork;

    public bool Shows(RiskScene scene) =>
        !scene.Habits.Networks.IsEmpty && scene.Habits.Networks.All(known => known.What != SourceNetwork.Near(scene.Source));
}
