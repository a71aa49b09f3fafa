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

    public required SignInCause Cause { get; init; }

    public required string RequestId { get; init; }

    public CauseGroup Group => Cause switch
    {
        SignInCause.PasswordRight or SignInCause.SignedIn or SignInCause.Registered => CauseGroup.None,
        SignInCause.SourceBlocked or SignInCause.MethodBlocked or SignInCause.ReportedNotMine or SignInCause.CodeNotAskedFor => CauseGroup.Malicious,
        SignInCause.NoPassword or SignInCause.AddressDisowned => CauseGroup.Misconfigured,
        SignInCause.WrongPassword or SignInCause.UnknownAccount or SignInCause.WrongCode or SignInCause.WrongContact => CauseGroup.User,
        SignInCause.CodeExpired or SignInCause.CodeUsed or SignInCause.NoCode => CauseGroup.Other,
    };
}
