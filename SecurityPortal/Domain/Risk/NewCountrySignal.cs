namespace SecurityPortal.Domain.Risk;

/// <summary>The account was never signed in to from this country, as far as places are known.</summary>
public sealed class NewCountrySignal : IRiskSignal
{
    public RiskSignal Name => RiskSignal.NewCountry;

    public bool Shows(RiskScene scene) =>
        scene.Place is { Country: var country } && !scene.Habits.Countries.IsEmpty && scene.Habits.Countries.All(known => known.What != country);
}
