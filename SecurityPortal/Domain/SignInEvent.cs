namespace SecurityPortal.Domain;

/// <summary>Why a try to sign in ended as it did. The names are published: scripts may rely on them (R-SIGN-6).</summary>
public enum SignInCause
{
    PasswordRight,
    SignedIn,
    Registered,
    WrongPassword,
    UnknownAccount,
    NoPassword,
    SourceBlocked,
    WrongCode,
    CodeExpired,
    CodeUsed,
    NoCode,
    MethodBlocked,
    ReportedNotMine,
    CodeNotAskedFor,
    AddressDisowned,
    WrongContact,

    /// <summary>A remembered browser stood for the code (R-SIGN-3).</summary>
    RememberedBrowser,

    /// <summary>So unusual that the account is blocked at that source (R-RISK-2).</summary>
    HighRisk,

    /// <summary>Too many wrong passwords for all accounts have come from there (R-BLOCK-7).</summary>
    SourceSlowed,

    AccountBlocked,

    /// <summary>It waits for its owner's word on the pending update (R-PEND-5).</summary>
    PasskeyRight,
    WrongPasskey,

    /// <summary>It counted less than before (R-PASS-5).</summary>
    PasskeyCloned,

    /// <summary>An app's code stood for the password that the account does not have (R-PASS-3).</summary>
    AppCodeRight,
}

public enum CauseGroup
{
    None,
    Malicious,
    Misconfigured,
    User,
    Other,
}

/// <summary>One try to sign in, kept whether or not it went well.</summary>
public sealed class SignInEvent
{
    public long Id { get; init; }

    public required DateTimeOffset At { get; init; }

    public AccountId? Account { get; init; }

    /// <summary>As typed, in its canonical form: also for names that no account has.</summary>
    public required string NameKey { get; init; }

    public required string Source { get; init; }

    public required string Browser { get; init; }

    public MethodId? Method { get; init; }

    /// <summary>Of that method: it stays known when the method is gone.</summary>
    public MethodKind? Kind { get; init; }

    public required SignInCause Cause { get; init; }

    public required string RequestId { get; init; }

    public SessionId? Session { get; init; }

    public string? Country { get; init; }

    public string? City { get; init; }

    /// <summary>0 to 100 (R-RISK-1).</summary>
    public int Score { get; init; }

    /// <summary>The names of its signals, separated by commas.</summary>
    public string? Signals { get; init; }

    public OwnersAnswer? Answer { get; private set; }

    public DateTimeOffset? AnsweredAt { get; private set; }

    public void Take(OwnersAnswer answer, DateTimeOffset now) => (Answer, AnsweredAt) = (answer, now);

    public CauseGroup Group => Cause.Group;
}
