namespace SecurityPortal.Domain.Risk;

/// <summary>It is farther from the last completed sign-in than anybody travels in that time.</summary>
public sealed class ImpossibleTravelSignal : IRiskSignal
{
    /// <summary>Nearer than that, files of places are too rough to tell.</summary>
    private const double Kilometres = 500;

    /// <summary>As fast as an airliner.</summary>
    private const double KilometresAnHour = 900;

    private const double EarthRadius = 6371;

    public RiskSignal Name => RiskSignal.ImpossibleTravel;

    public bool Shows(RiskScene scene)
    {
        if (scene.Habits is not { LastPlace: { } last, LastAt: { } at } || Distance(last, scene.Place) is not { } distance)
            return false;

        return distance > Kilometres && distance > KilometresAnHour * (scene.Now - at).TotalHours;
    }

    /// <summary>Over the ground, by the haversine formula.</summary>
    private static double? Distance(Place from, Place? to)
    {
        if (from is not { Latitude: { } fromLatitude, Longitude: { } fromLongitude } || to is not { Latitude: { } toLatitude, Longitude: { } toLongitude })
            return null;

        var north = Math.Sin(double.DegreesToRadians(toLatitude - fromLatitude) / 2);
        var east = Math.Sin(double.DegreesToRadians(toLongitude - fromLongitude) / 2);
        var chord = (north * north) + (Math.Cos(double.DegreesToRadians(fromLatitude)) * Math.Cos(double.DegreesToRadians(toLatitude)) * east * east);
        return 2 * EarthRadius * Math.Asin(Math.Min(1, Math.Sqrt(chord)));
    }
}
