using System.Collections.Immutable;

namespace SecurityPortal.Domain;

/// <summary>What happened to an account's security info and is told to its owner (R-METH-16).</summary>
public abstract record SecurityEvent
{
    private SecurityEvent()
    {
    }

    public required DateTimeOffset At { get; init; }

    /// <summary>The session that did it, which <em>This wasn't me</em> ends.</summary>
    public SessionId? By { get; init; }

    public sealed record MethodAdded(Contact Contact) : SecurityEvent;

    public sealed record MethodRemoved(Contact Contact) : SecurityEvent;

    public sealed record MethodSuspended(Contact Contact) : SecurityEvent;

    /// <summary>Lost or stolen, its owner says; told to it once more, and from then on to the others only.</summary>
    public sealed record MethodReportedLost(Contact Contact, string Case) : SecurityEvent;

    public sealed record MethodBroughtBack(Contact Contact) : SecurityEvent;

    /// <summary>Staff have cleared a lost device; its owner hears in which role, for which case and why (R-HELP-10).</summary>
    public sealed record MethodsCleared(Role Role, string Ticket, string Reason) : SecurityEvent;

    /// <summary>Whoever runs the server has taken everything away, and a pass stands for it (R-HELP-4).</summary>
    public sealed record ClearedOnServer : SecurityEvent;

    /// <summary>The same, as all others of the staff hear of it.</summary>
    public sealed record StaffPassGiven(string Name) : SecurityEvent;

    /// <summary>The owner disputes what staff did; nothing changes until then, or until a lead has decided.</summary>
    public sealed record SecurityFrozen(DateTimeOffset EndsAt, string Case) : SecurityEvent;

    public sealed record DisputeDecided(string Case) : SecurityEvent;

    /// <summary>Two administrators have given the account a role, or taken one.</summary>
    public sealed record RolesChanged : SecurityEvent;

    /// <summary>The owner has brought back what staff cleared.</summary>
    public sealed record ClearMended(Contact Contact) : SecurityEvent;

    public sealed record MethodRenamed(Contact Contact) : SecurityEvent;

    public sealed record LanguageChanged(Contact Contact) : SecurityEvent;

    public sealed record DefaultChanged(Contact Contact) : SecurityEvent;

    /// <summary>It counted less than before, and was refused: there may be two of it (R-PASS-5).</summary>
    public sealed record PasskeyCloned(Contact Contact) : SecurityEvent;

    public sealed record PasswordChanged : SecurityEvent;

    /// <summary>One that was forgotten was replaced, by proofs of two methods (R-PASS-2).</summary>
    public sealed record PasswordReset : SecurityEvent;

    /// <summary>Somebody who was told of that said that it was not them.</summary>
    public sealed record PasswordStopped : SecurityEvent;

    /// <summary>Staff have found that whoever asks for the account is its owner; from then on it can be theirs (R-FORM-3).</summary>
    public sealed record RecoveryApproved(DateTimeOffset EndsAt) : SecurityEvent;

    /// <summary>Somebody used the old info before that.</summary>
    public sealed record RecoveryStopped : SecurityEvent;

    /// <summary>The old info went, and whoever asked has set a password.</summary>
    public sealed record RecoveryApplied : SecurityEvent;

    /// <summary>The account is signed in to without one from now on (R-PASS-3).</summary>
    public sealed record PasswordRemoved : SecurityEvent;

    public sealed record RecoveryCodesMade : SecurityEvent;

    public sealed record RecoveryCodeUsed(int Left) : SecurityEvent;

    public sealed record ReplacementStarted(DateTimeOffset EndsAt) : SecurityEvent;

    public sealed record ReplacementReminder(DateTimeOffset EndsAt) : SecurityEvent;

    public sealed record ReplacementCorrected(DateTimeOffset EndsAt) : SecurityEvent;

    /// <summary>Told to new info that a correction left out.</summary>
    public sealed record NewInfoDropped : SecurityEvent;

    public sealed record ReplacementCancelled : SecurityEvent;

    public sealed record ReplacementApplied : SecurityEvent;

    public sealed record EverythingChanged(DateTimeOffset RestrictedUntil) : SecurityEvent;

    public sealed record ChangeUndone(bool WasNotOwner) : SecurityEvent;

    public sealed record BrowserRemembered(string Browser) : SecurityEvent;

    public sealed record BrowserForgotten(string Browser) : SecurityEvent;

    /// <summary>All that were remembered, at once.</summary>
    public sealed record AllBrowsersForgotten : SecurityEvent;

    /// <summary>A sign-in of medium risk or higher (R-RISK-2).</summary>
    public sealed record UnusualSignIn(string Browser, string? Country) : SecurityEvent;

    /// <summary>A right password that was not let in, because nothing about it fitted (R-RISK-2).</summary>
    public sealed record SignInHeldUp(string Browser, string? Country) : SecurityEvent;

    /// <summary>A right password that no code followed: somebody may know it.</summary>
    public sealed record PasswordKnown(string Browser, string? Country) : SecurityEvent
    {
        /// <summary>From where it was given; the owner's log says it, a notice does not.</summary>
        public string Source { get; init; } = "";

        public string? City { get; init; }
    }

    public sealed record MethodDisabled(Contact Contact) : SecurityEvent;

    /// <summary>Told to the method that it was asked for.</summary>
    public sealed record BlockEnded : SecurityEvent;

    /// <summary>Told to all but the address that the code went to.</summary>
    public sealed record CodeNotAskedFor(Contact Contact, string Case) : SecurityEvent;

    /// <summary>Whoever reads an address has proved it, and said that the account is not theirs; told to all others.</summary>
    public sealed record AddressDisowned(Contact Contact, string Case) : SecurityEvent;
}

/// <summary>What the link, or in a text the word, of a notice can do (R-PEND-4, R-RESTRICT-3).</summary>
public enum LinkUse
{
    None,
    Report,
    CancelReplacement,
    UndoRestriction,

    /// <summary>That of a mail with a code: <em>I didn't ask for this</em> (R-DEL-7). It stands in no row.</summary>
    NotAskedFor,
}

/// <summary>One destination of a notice, as it was when the event happened.</summary>
public sealed record Recipient(MethodId Method, Contact Contact, string Language, LinkUse Link);

/// <summary>An event, and who is to hear of it.</summary>
public sealed record Notice(SecurityEvent Event, ImmutableArray<Recipient> Recipients);

/// <param name="At">Null when it need not wait.</param>
public readonly record struct TurnAnswer(DateTimeOffset? At, Refusal? Refusal);

/// <summary>A code that is to be sent; <paramref name="Code"/> is null when the same message goes out once more (R-CODE-5).</summary>
public sealed record CodeDispatch(Challenge Challenge, Contact To, string Language, NewCode? Code)
{
    /// <summary>When it may leave, where codes have to wait their turn (R-RISK-3).</summary>
    public DateTimeOffset? TurnAt { get; init; }

    public Channel By => To.Kind switch
    {
        MethodKind.Email => Channel.Email,
        MethodKind.Phone => Challenge.IsCall ? Channel.Voice : Channel.Sms,
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
