using System.Collections.Immutable;
using SecurityPortal.Domain;
using SecurityPortal.Domain.Risk;
using SecurityPortal.Storage;

namespace SecurityPortal.Service;

/// <summary>One try as staff see it in the log: no code, and of contacts only what kind of method it was (R-HELP-9).</summary>
/// <param name="Name">As typed; also one that no account has.</param>
public sealed record LoggedSignIn(
    long Id, DateTimeOffset At, AccountId? Account, string Name, SignInCause Cause, MethodKind? Kind, string Source, string? Country, string? City, string Browser, string RequestId)
{
    /// <summary>0 to 100 (R-RISK-1).</summary>
    public required int Score { get; init; }

    public required ImmutableArray<RiskSignal> Signals { get; init; }

    public OwnersAnswer? Answer { get; init; }

    internal static LoggedSignIn Of(SignInRow row) => new(
        row.Id, row.At, row.Account, row.NameKey, row.Cause, row.Kind, row.Source, row.Country, row.City, row.Browser, row.RequestId)
    {
        Score = row.Score,
        Signals = ActivityRows.Read(row.Signals),
        Answer = row.Answer,
    };
}

/// <summary>A page of the log, newest first.</summary>
/// <param name="Older">Where the next page begins; null where there is none.</param>
/// <param name="IsCutShort">Rows that match may be further back: so far was looked, and no further at once.</param>
public sealed record LoggedSignIns(Refusal? Refusal, DateTimeOffset Now, ImmutableArray<LoggedSignIn> SignIns, long? Older, bool IsCutShort);

/// <summary>What is drawn of the log.</summary>
/// <param name="Since">Only tries from then on were counted: the earlier ones are too many, or too long ago. Null where it is all.</param>
public sealed record SignInCounts(
    Refusal? Refusal,
    ImmutableArray<(DateTimeOffset Hour, SignInResult Result, int Count)> Hours,
    ImmutableArray<(SignInCause Cause, int Count)> Causes,
    ImmutableArray<(MethodKind Kind, int Count)> Kinds,
    ImmutableArray<(string Country, int Count)> Countries,
    DateTimeOffset? Since)
{
    public int All => Causes.Sum(cause => cause.Count);
}

/// <summary>One try, and whose it was.</summary>
/// <param name="AccountName">Null where no account has the name that was typed.</param>
/// <param name="Shown">The method, masked; null where it is about none that there is.</param>
public sealed record SignInDetail(Refusal? Refusal, DateTimeOffset Now, LoggedSignIn? SignIn, string? AccountName = null, string? Shown = null);

public sealed record SavedFilters(Refusal? Refusal, ImmutableArray<NamedFilter> Filters);

public sealed record NamedFilter(long Id, string Name, SignInFilter Filter);

/// <summary>Rows of an export, some at a time; a refusal ends it where the session has ended meanwhile.</summary>
public sealed record SignInExport(Refusal? Refusal, IAsyncEnumerable<SignInBatch> Batches);

public sealed record SignInBatch(Refusal? Refusal, IReadOnlyList<LoggedSignIn> SignIns);
