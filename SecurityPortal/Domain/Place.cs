namespace SecurityPortal.Domain;

/// <summary>Where a network is thought to be. It is known only where the operator provides a file of places; all works without.</summary>
/// <param name="Country">ISO 3166 alpha-2.</param>
public sealed record Place(string Country, string? City = null, double? Latitude = null, double? Longitude = null);
