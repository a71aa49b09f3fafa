using System.Collections.Immutable;

namespace SecurityPortal.Domain;

/// <summary>From where an account is signed in to: what a sign-in is compared with (R-RISK-1). Only completed sign-ins are taken in.</summary>
public sealed record Habits
{
    /// <summary>How long after it a browser, network or country still counts at the next completed sign-in.</summary>
    public static readonly TimeSpan Memory = TimeSpan.FromDays(90);

    /// <summary>Of each the newest; more would let everything in that was ever there.</summary>
    public const int Most = 20;

    public static readonly TimeSpan PasswordMemory = TimeSpan.FromMinutes(10);

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

    /// <summary>The right passwords of the last minutes, the newest first: they need not have led to a sign-in.</summary>
    public ImmutableArray<RightPassword> Passwords
    {
        get => field.IsDefault ? [] : field;
        init;
    }
    = [];

    /// <summary>When the owner was last told that a right password was not let in.</summary>
    public DateTimeOffset? HeldUpToldAt { get; init; }

    /// <summary>What a completed sign-in adds. The place is that of the sign-in, also when it is not known.</summary>
    public Habits With(Session full, DateTimeOffset now) => this with
    {
        Browsers = Keep(Browsers, full.BrowserId, now),
        Networks = Keep(Networks, SourceNetwork.Near(full.Source), now),
        Countries = Keep(Countries, full.Place?.Country, now),
        LastPlace = full.Place,
        LastAt = now,
    };

    public Habits With(RightPassword given) => this with
    {
        Passwords = [given, .. Passwords.Where(before => given.At < before.At + PasswordMemory).Take(Most - 1)],
    };

    /// <summary>How many right passwords came from the same network or browser lately. What others do elsewhere does not count.</summary>
    public int PasswordsOf(string source, string? browserId, DateTimeOffset now) => Passwords.Count(given =>
        now < given.At + PasswordMemory && (given.Source == source || (browserId is not null && given.BrowserId == browserId)));

    private static ImmutableArray<Habit> Keep(ImmutableArray<Habit> known, string? what, DateTimeOffset now)
    {
        var others = known.Where(habit => habit.What != what && now < habit.LastAt + Memory);
        return what is null ? [.. others] : [new(what, now), .. others.Take(Most - 1)];
    }
}

public sealed record Habit(string What, DateTimeOffset LastAt);

public sealed record RightPassword(string Source, string? BrowserId, DateTimeOffset At);
