using System.Collections.Immutable;

namespace SecurityPortal.Domain;

/// <summary>What a proof is for. It opens nothing else (R-CODE-7).</summary>
public enum Purpose
{
    SignIn,
    ChangeSecurityInfo,
    ConfirmMethod,
    ConfirmNewInfo,
    CorrectReplacement,
    BringBack,
    UndoRestriction,

    /// <summary>To say that the account is none of whoever reads the address (R-DEL-7).</summary>
    Disown,

    /// <summary>To set a new password in the place of one that was forgotten (R-PASS-2).</summary>
    ResetPassword,

    /// <summary>To show that a recovery request's contact address is read by whoever makes it (R-FORM-1).</summary>
    Recover,

    /// <summary>To bring back what staff cleared by mistake (R-HELP-2).</summary>
    MendClear,

    /// <summary>To change something as one of staff, for five minutes (R-HELP-7).</summary>
    ActAsStaff,

    /// <summary>To clear a device, once.</summary>
    Clear,

    /// <summary>To agree, once, to what another of staff has asked for.</summary>
    Approve,

    /// <summary>To give or take a role, or to agree to that, once.</summary>
    GrantRole,
}

/// <summary>A code's keyed hash and the version of the key, which is kept outside the store (R-CODE-4).</summary>
public sealed record CodeSeal(byte[] Hash, int KeyVersion);

/// <summary>A code that was just made. The plain digits go into the message and are then forgotten.</summary>
public sealed record NewCode(ChallengeId Challenge, string Digits, CodeSeal Seal, string Reference);

/// <summary>
/// One attempt to prove one method for one purpose in one session. Once answered rightly it is a proof.
/// </summary>
public sealed record Challenge
{
    public required ChallengeId Id { get; init; }

    public required Purpose Purpose { get; init; }

    /// <summary>For <see cref="Purpose.Disown"/> the mail whose link asked for it, for <see cref="Purpose.ResetPassword"/> the reset.</summary>
    public required SessionId Session { get; init; }

    /// <summary>The method, or the new info, that the code was sent to.</summary>
    public required MethodId Method { get; init; }

    /// <summary>The contact's key, under which wrong tries are counted (R-CODE-3).</summary>
    public required string ContactKey { get; init; }

    public required CodeSeal Seal { get; init; }

    public required string Reference { get; init; }

    public required DateTimeOffset AskedAt { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    public required DateTimeOffset LastSentAt { get; init; }

    public int Sends { get; init; } = 1;

    /// <summary>From where it was sent and when, for as long as it counts there as unanswered (R-BLOCK-7).</summary>
    public ImmutableArray<SentFrom> SentFrom
    {
        // One that was stored before there was such a thing counts nowhere.
        get => field.IsDefault ? [] : field;
        init;
    }
    = [];

    /// <summary>It was said in a call when it last went out.</summary>
    public bool IsCall { get; init; }

    public int Tries { get; init; }

    public DateTimeOffset? AnsweredAt { get; init; }

    /// <summary>The proof has served its purpose and serves it no more.</summary>
    public DateTimeOffset? UsedAt { get; init; }

    /// <summary>Given up: every try was wrong, or what it was to prove is gone.</summary>
    public DateTimeOffset? DroppedAt { get; init; }

    public bool IsOpen(DateTimeOffset now) => AnsweredAt is null && DroppedAt is null && now < ExpiresAt;

    public bool IsProof => AnsweredAt is not null && UsedAt is null && DroppedAt is null;
}

/// <summary>One sending of a code, as the source that asked for it is charged with it.</summary>
public sealed record SentFrom(string Source, DateTimeOffset At);

/// <summary>Says whether what was typed is the code of this challenge, in constant time.</summary>
public delegate bool CodeCheck(Challenge challenge);
