using System.Collections.Immutable;
using System.Globalization;
using SecurityPortal.Domain;

namespace SecurityPortal.Service;

public enum CaseShow
{
    /// <summary>Whatever people still have to decide or to look into.</summary>
    Open,

    /// <summary>Of these what the reader has.</summary>
    Mine,

    All,
}

/// <param name="Kind">Null where any will do.</param>
public sealed record CaseFilter(CaseShow Show = CaseShow.Open, CaseKind? Kind = null);

/// <summary>How far a case has come.</summary>
public enum CaseState
{
    /// <summary>Nobody has it yet.</summary>
    New,

    InWork,

    /// <summary>It waits for the applicant.</summary>
    MoreNeeded,

    /// <summary>It waits for the second of two.</summary>
    ApprovedByOne,

    /// <summary>By two: now the wait runs, or is over.</summary>
    Approved,

    Declined,
    Stopped,
    Expired,
    Finished,
    Closed,
}

public static class CaseStates
{
    extension(CaseState state)
    {
        /// <summary>People still have something to do about it.</summary>
        public bool IsOpen => state is CaseState.New or CaseState.InWork or CaseState.MoreNeeded or CaseState.ApprovedByOne;
    }
}

/// <summary>Where one page of the list ends and the next begins: open ones, the oldest first, and then the others, the newest first.</summary>
public sealed record CaseKey(bool IsOpen, DateTimeOffset OpenedAt, string Number)
{
    private const char Open = 'o';
    private const char Done = 'd';

    /// <summary>As it stands in an address.</summary>
    public string Text => string.Create(CultureInfo.InvariantCulture, $"{(IsOpen ? Open : Done)}{OpenedAt.UtcTicks}-{Number}");

    /// <summary>Null where it is none.</summary>
    public static CaseKey? Read(string? text) =>
        text is [Open or Done, ..] && text[1..].Split('-') is [var ticks, { Length: OneTimeCodes.CaseLength } number]
        && long.TryParse(ticks, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at <= DateTimeOffset.MaxValue.UtcTicks
            ? new(text[0] == Open, new(at, TimeSpan.Zero), number)
            : null;
}

/// <param name="Next">Where the next page begins; null on the last.</param>
public sealed record ListedCases(Refusal? Refusal, DateTimeOffset Now, ImmutableArray<ListedCase> Cases, CaseKey? Next);

/// <summary>One case among others, whether an account's or an applicant's.</summary>
/// <param name="Name">Of the account as people know it; masked where it is what an applicant typed and may be an address.</param>
/// <param name="AssignedTo">Who of the staff has it; null where nobody has.</param>
public sealed record ListedCase(string Number, CaseKind Kind, CaseState State, DateTimeOffset OpenedAt, string Name, string? AssignedTo);

/// <summary>Either why not, or how many are open.</summary>
public sealed record OpenCases(Refusal? Refusal, int Count);

/// <summary>Either why not, or the case.</summary>
public sealed record CaseAnswer(Refusal? Refusal, CaseView? Case);

/// <summary>A case as staff see it, nothing of it whole; and what this reader may do about it.</summary>
/// <param name="Typed">What an applicant typed for a name, masked where it may be an address; null for the case of an account.</param>
/// <param name="Source">From where whoever brought it about asked.</param>
/// <param name="WhyNotWork">Null where the reader may take it, note on it and close it.</param>
/// <param name="WhyNotApprove">Null where the reader may be one of the two who approve.</param>
public sealed record CaseView(
    DateTimeOffset Now,
    string Number,
    CaseKind Kind,
    CaseState State,
    DateTimeOffset OpenedAt,
    string Source,
    CaseAccount? Account,
    string? Typed,
    Refusal? WhyNotWork,
    Refusal? WhyNotApprove)
{
    /// <summary>The method it is about, masked; null where it is about none that is still there.</summary>
    public CaseMethod? Method { get; init; }

    public CaseHolder? AssignedTo { get; init; }

    /// <summary>Closing what an owner disputes decides it, which is a lead's (R-HELP-10).</summary>
    public bool MayClose { get; init; } = true;

    /// <summary>The oldest first.</summary>
    public required ImmutableArray<CaseEntry> Entries { get; init; }

    /// <summary>Of a recovery request; null for any other.</summary>
    public RequestPart? Request { get; init; }
}

public sealed record CaseAccount(AccountId Id, string Name, string DisplayName, bool IsStaff);

public sealed record CaseMethod(MethodKind Kind, string Shown);

/// <param name="IsReader">It is whoever looks at it.</param>
public sealed record CaseHolder(AccountId Id, string Name, bool IsReader);

/// <summary>What of a recovery request no other case has.</summary>
/// <param name="State">As its applicant sees it.</param>
/// <param name="Contact">The applicant's address, masked.</param>
public sealed record RequestPart(RecoveryState State, string Contact, string Language, DateTimeOffset? WaitEndsAt);

/// <summary>What happened in a case.</summary>
public enum CaseHappening
{
    Opened,
    Taken,
    Noted,
    Closed,
    MoreAsked,
    Answered,
    ApprovedByOne,
    Approved,
    Declined,
    Stopped,
    Finished,
}

/// <param name="By">Who of the staff; null for the applicant or the portal.</param>
/// <param name="Words">What was written down; of an approval, which call it was.</param>
public sealed record CaseEntry(CaseHappening What, DateTimeOffset At, string? By, string Words);
