using System.Collections.Immutable;
using SecurityPortal.Domain.Risk;

namespace SecurityPortal.Domain;

/// <summary>
/// A browser that gave the right password, or proved a passkey. Limited until a second thing was proved (<see cref="FullAt"/>); how long it
/// lives follows from its instants (R-SIGN-5).
/// </summary>
public sealed record Session
{
    public required SessionId Id { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    public required DateTimeOffset LastUsedAt { get; init; }

    public required string Source { get; init; }

    public required string Browser { get; init; }

    /// <summary>The hash of what the browser's cookie holds; null where it holds none.</summary>
    public string? BrowserId { get; init; }

    public Place? Place { get; init; }

    /// <summary>How unusual it was when the password was given (R-RISK-1).</summary>
    public RiskScore Risk
    {
        // One that was stored before there was such a thing was not judged.
        get => field ?? RiskScore.None;
        init;
    }
    = RiskScore.None;

    /// <summary>A remembered browser stood for the code (R-SIGN-3).</summary>
    public bool IsRemembered { get; init; }

    /// <summary>It must answer the reminder before anything else (R-REM-2).</summary>
    public bool AsksReminder { get; init; }

    /// <summary>What there was to be reminded of before this sign-in (R-REM-1).</summary>
    public ImmutableArray<ReminderCause> Reminds
    {
        get => field.IsDefault ? [] : field;
        init;
    }
    = [];

    /// <summary>The limited one that it took the place of: under that its way in is logged (R-SIGN-6).</summary>
    public SessionId? CameFrom { get; init; }

    /// <summary>When the password was last given in it.</summary>
    public DateTimeOffset? PasswordAt { get; init; }

    public DateTimeOffset? FullAt { get; init; }

    /// <summary>The app whose code stood for the password of an account that has none (R-PASS-3).</summary>
    public MethodId? OpenedWith { get; init; }

    /// <summary>It registers the account's first methods, which needs no proof by another one.</summary>
    public bool IsRegistering { get; init; }

    /// <summary>It can only undo a restriction, by proof of this removed method (R-RESTRICT-3).</summary>
    public MethodId? UndoesWith { get; init; }

    /// <summary>The methods whose whole number or address was typed in it (R-CODE-8).</summary>
    public ImmutableArray<MethodId> Typed
    {
        // A session that was stored before there was such a thing has none.
        get => field.IsDefault ? [] : field;
        init;
    }
    = [];

    /// <summary>It is the one that a log or a link names, whether by its own name or by that of the limited one before it.</summary>
    public bool IsNamed(SessionId? named) => named is not null && (named == Id || named == CameFrom);

    public bool IsAlive(DateTimeOffset now, TimeSpan idle, TimeSpan life) =>
        now < LastUsedAt + idle && now < StartedAt + life;
}

/// <summary>Who asks something of an account: one of its sessions, from some network.</summary>
/// <param name="BrowserId">The hash of what its cookie holds.</param>
public readonly record struct Asker(SessionId Session, string Source, string? BrowserId = null);
