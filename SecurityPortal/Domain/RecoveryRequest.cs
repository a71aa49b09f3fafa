using System.Collections.Immutable;

namespace SecurityPortal.Domain;

public enum RecoveryState
{
    /// <summary>The contact address was not proved yet: nobody sees it but its browser.</summary>
    Unproved,
    Received,
    InReview,
    MoreNeeded,
    Approved,
    Declined,

    /// <summary>The old info was used during the wait, so its owner is there.</summary>
    Stopped,

    /// <summary>No password was set within a day after the wait.</summary>
    Expired,
    Finished,
}

/// <summary>One thing that became of a request, as its applicant sees it.</summary>
/// <param name="Words">What staff say to it, or the applicant answers.</param>
/// <param name="By">Who of the staff; the applicant does not see it.</param>
public sealed record RecoveryStep(RecoveryState State, DateTimeOffset At, string Words = "", AccountId? By = null);

// unproved ── code ──▶ received ── taken up ──▶ in review ⇄ more needed
//                                                  ├──▶ declined
//                                                  └── two of the staff ──▶ approved ── wait ── password ──▶ finished
//                                                                              └── old info is used ──▶ stopped
/// <summary>
/// Somebody who has neither password nor info asks for an account (R-FORM). There is a request whether or not there is such
/// an account, and until people decide it is the same.
/// </summary>
public sealed partial class RecoveryRequest
{
    public const int AContactADay = 2;
    public const int ASourceADay = 5;

    /// <summary>Letters of an answer.</summary>
    public const int MostWords = 2_000;

    /// <summary>So long the applicant can set a password when the wait is over.</summary>
    public static readonly TimeSpan FinishWithin = TimeSpan.FromHours(24);

    /// <summary>So long a browser that gave secret and code sees the request.</summary>
    public static readonly TimeSpan SeenFor = TimeSpan.FromMinutes(30);

    public required Guid Id { get; init; }

    /// <summary>What people call it by, on the phone too.</summary>
    public required string Number { get; init; }

    /// <summary>The keyed hash of what its applicant was shown once; null before the contact was proved.</summary>
    public CodeSeal? Secret { get; private set; }

    /// <summary>As typed, and its canonical form.</summary>
    public required string Name { get; init; }

    public required string NameKey { get; init; }

    /// <summary>Null where no account is named so; only staff are told.</summary>
    public AccountId? Account { get; init; }

    /// <summary>The applicant's address, none of the account's.</summary>
    public required string Contact { get; init; }

    public required string ContactKey { get; init; }

    public required string Language { get; init; }

    public required string Source { get; init; }

    /// <summary>The browser that may enter the code, or see the request.</summary>
    public string? BrowserId { get; private set; }

    public DateTimeOffset? SeenUntil { get; private set; }

    public required DateTimeOffset OpenedAt { get; init; }

    public RecoveryState State { get; private set; }

    public ImmutableArray<RecoveryStep> Steps { get; private set; } = [];

    /// <summary>The code that is out to the contact address.</summary>
    public Challenge? Code { get; private set; }

    public bool IsSeenBy(string? browser, DateTimeOffset now) => browser is not null && BrowserId == browser && now < SeenUntil;

    /// <summary>A code goes to the contact address, to be entered in this browser.</summary>
    public void Send(Challenge code, string browser) => (Code, BrowserId, SeenUntil) = (code, browser, null);

    /// <summary>Its browser has asked for another request's code since.</summary>
    public void Leave() => (BrowserId, SeenUntil) = (null, null);

    /// <param name="secret">To be kept from the first proof on.</param>
    public Refusal? Prove(string? browser, CodeCheck? isRight, CodeSeal secret, SecurityPolicy policy, DateTimeOffset now)
    {
        if (isRight is null)
            return new Refusal.NotACode();

        if (Code is not { } code || browser is null || BrowserId != browser || !code.IsOpen(now) || code.Tries >= policy.Codes.Tries)
            return new Refusal.NoCodeAsked();

        Code = code with { Tries = code.Tries + 1 };
        if (!isRight(code))
            return new Refusal.WrongCode(policy.Codes.Tries - Code.Tries);

        (Code, SeenUntil) = (Code with { AnsweredAt = now, UsedAt = now }, now + SeenFor);
        if (State == RecoveryState.Unproved)
        {
            Secret = secret;
            _ = MoveTo(RecoveryState.Received, now);
        }

        return null;
    }
}
