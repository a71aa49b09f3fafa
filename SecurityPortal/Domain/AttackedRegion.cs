namespace SecurityPortal.Domain;

public enum RegionKind
{
    /// <summary>ISO 3166 alpha-2: of a phone, and of a source where places are known.</summary>
    Country,

    /// <summary>Of a phone: <c>+44</c>.</summary>
    CallingCode,

    /// <summary>A network in CIDR notation.</summary>
    Network,
}

/// <summary>A region under heavy attack: its codes go in turn until the end, or not at all (R-RISK-3).</summary>
public sealed class AttackedRegion
{
    public required RegionKind Kind { get; init; }

    public required string Value { get; init; }

    public DateTimeOffset Since { get; private set; }

    public DateTimeOffset Until { get; private set; }

    /// <summary>No codes at all, which only staff decide.</summary>
    public bool IsClosed { get; private set; }

    /// <summary>Found by measurement, not said by staff.</summary>
    public bool IsMeasured { get; private set; }

    /// <summary>How many codes a minute go there; null for as many as the settings say.</summary>
    public int? Pace { get; private set; }

    /// <summary>From when on the next code may leave.</summary>
    public DateTimeOffset? NextTurnAt { get; private set; }

    public string? Note { get; private set; }
}
