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

    /// <summary>In the one spelling that it is kept in; null for what is no such region.</summary>
    public static string? ValueOf(RegionKind kind, string typed) => kind switch
    {
        RegionKind.Country => PhoneNumber.Countries.Select(known => known.Country).FirstOrDefault(country => country.Equals(typed, StringComparison.OrdinalIgnoreCase)),
        RegionKind.CallingCode => PhoneNumber.Countries.Select(known => $"+{known.CallingCode}").FirstOrDefault(code => code == typed),
        RegionKind.Network => SourceNetwork.IsNetwork(typed) ? typed : null,
    };

    public bool Stands(DateTimeOffset now) => now < Until;

    /// <summary>Whether codes that are asked for there are meant.</summary>
    public bool Holds(string source, Place? place) => Kind switch
    {
        RegionKind.Country => place?.Country == Value,
        RegionKind.CallingCode => false,
        RegionKind.Network => SourceNetwork.Holds(Value, source),
    };

    /// <summary>Whether codes that go there are meant.</summary>
    public bool Holds(Contact to) => to.Kind == MethodKind.Phone && Kind switch
    {
        RegionKind.Country => PhoneNumber.CountryOf(to.Value) == Value,
        RegionKind.CallingCode => DeliveryArea.PlaceOf(to) == Value,
        RegionKind.Network => false,
    };

    /// <summary>How long a code waits that is asked for now; null where it would hardly be noticed.</summary>
    public TimeSpan? DelayAt(DateTimeOffset now) => Turns.Told(NextTurnAt > now ? NextTurnAt.Value - now : TimeSpan.Zero);

    /// <summary>The next turn, which is then taken; one that would come too late to be of use is left to others.</summary>
    public DateTimeOffset TakeTurn(DateTimeOffset end, RegionPolicy policy, DateTimeOffset now)
    {
        (var turn, NextTurnAt) = Turns.Take(NextTurnAt, end, Pace ?? policy.Pace, now);
        return turn;
    }

    /// <summary>What staff say of it, whatever was measured; it has an end, so nobody must remember to lift it.</summary>
    public void Mark(DateTimeOffset until, bool isClosed, int? pace, string? note, DateTimeOffset now)
    {
        Begin(now);
        (Until, IsClosed, Pace, Note, IsMeasured) = (until, isClosed, pace, note, false);
    }

    /// <summary>It was measured to be under attack: it stays so for a while longer. What staff have said lasts at least as long as they said.</summary>
    public void Extend(RegionPolicy policy, DateTimeOffset now)
    {
        if (IsResting(policy, now))
            return;

        if (!Stands(now))
            (IsMeasured, IsClosed, Pace, Note) = (true, false, null, null);
        Begin(now);
        Until = Until > now + policy.Lasts ? Until : now + policy.Lasts;
    }

    public void Lift(DateTimeOffset now) => Until = Stands(now) ? now : Until;

    /// <summary>Nothing of it is of use any more.</summary>
    public bool IsForgotten(RegionPolicy policy, DateTimeOffset now) => !Stands(now) && !IsResting(policy, now);

    // What was lifted by a person is not marked again by what had been measured before.
    private bool IsResting(RegionPolicy policy, DateTimeOffset now) => Until <= now && now < Until + policy.Window;

    private void Begin(DateTimeOffset now)
    {
        if (!Stands(now))
            (Since, NextTurnAt) = (now, NextTurnAt > now ? NextTurnAt : null);
    }
}
