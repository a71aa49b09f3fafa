using System.Collections.Immutable;

namespace SecurityPortal.Domain;

/// <summary>From where an account is signed in to: what a sign-in is compared with (R-RISK-1). Only completed sign-ins are taken in.</summary>
public sealed record Habits
{
    public ImmutableArray<Habit> Browsers
    {
        get => field.IsDefault ? [] : field;
        init;
    }
    = [];

    public ImmutableArray<Habit> Networks
    {
        get => field.IsDefault ? [] : field;
        init;
    }
    = [];

    public ImmutableArray<Habit> Countries
    {
        get => field.IsDefault ? [] : field;
        init;
    }
    = [];

    public Place? LastPlace { get; init; }

    public DateTimeOffset? LastAt { get; init; }
}

public sealed record Habit(string What, DateTimeOffset LastAt);
