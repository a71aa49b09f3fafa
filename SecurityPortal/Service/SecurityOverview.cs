using System.Collections.Immutable;
using SecurityPortal.Domain;
using SecurityPortal.Domain.Risk;

namespace SecurityPortal.Service;

/// <summary>All that the pages of one session show, as it is at <see cref="Now"/>.</summary>
public sealed record SecurityOverview
{
    public required DateTimeOffset Now { get; init; }

    public required string AccountName { get; init; }

    public required string DisplayName { get; init; }

    public required string Language { get; init; }

    public required string Country { get; init; }

    /// <summary>A second thing was proved; until then contacts are masked (R-METH-3).</summary>
    public required bool IsFull { get; init; }

    /// <summary>Codes can be said in a call, too.</summary>
    public required bool HasCalls { get; init; }

    /// <summary>The session has not been used for so long that its use is to be noted (R-SIGN-5).</summary>
    public required bool IsIdling { get; init; }

    /// <summary>When the session ends if it is not used any more.</summary>
    public required DateTimeOffset IdlesOutAt { get; init; }

    /// <summary>When the session ends however much it is used.</summary>
    public required DateTimeOffset SessionEndsAt { get; init; }

    /// <summary>No method was ever confirmed, so the account is to register; one that is suspended or takes no codes counts as one.</summary>
    public required bool MustRegister { get; init; }

    /// <summary>It could only be done for a while after the account was made, and that is over (R-HELP-3).</summary>
    public required bool IsRegistrationClosed { get; init; }

    public required bool IsRegistering { get; init; }

    /// <summary>The account was cleared, and new methods come before anything else (R-HELP-3).</summary>
    public required bool OwesRegistration { get; init; }

    /// <summary>What was confirmed since is enough of that.</summary>
    public required bool HasMetDuty { get; init; }

    /// <summary>It registers with a pass, which this session has not typed yet.</summary>
    public required bool NeedsPass { get; init; }

    /// <summary>What staff cleared, and its own proof brings back (R-HELP-2).</summary>
    public required ImmutableArray<MethodView> Cleared { get; init; }

    /// <summary>Registering goes on until there is a passkey or an app.</summary>
    public required bool NeedsStrongMethod { get; init; }

    /// <summary>This session adds a passkey or an app before anything else.</summary>
    public required bool MustStrengthen { get; init; }

    /// <summary>The last passkey or app has to stay.</summary>
    public required bool StrongRequired { get; init; }

    public required bool MustChangePassword { get; init; }

    /// <summary>There is no password, because its owner wants none (R-PASS-3).</summary>
    public required bool IsPasswordless { get; init; }

    /// <summary>The methods would do without a password.</summary>
    public required bool CanDoWithoutPassword { get; init; }

    /// <summary>The password was given lately enough to begin a replacement or a correction.</summary>
    public required bool HasFreshPassword { get; init; }

    /// <summary>The password, or the draft that it opened, is fresh enough to go on with a replacement.</summary>
    public required bool MayReplace { get; init; }

    /// <summary>Until when security info can be changed without another proof; null when one is needed.</summary>
    public required DateTimeOffset? ProvedUntil { get; init; }

    /// <summary>A replacement was cancelled and the user has not yet said whether they had started it (R-PEND-5).</summary>
    public required bool AsksWhoStarted { get; init; }

    /// <summary>A passkey was right, and waits for a word on the pending update (R-PEND-5).</summary>
    public required bool AsksToCancel { get; init; }

    /// <summary>This session can only undo a change, by this method.</summary>
    public required MethodView? UndoesWith { get; init; }

    public required ImmutableArray<MethodView> Methods { get; init; }

    /// <summary>Methods of this session that wait for their code.</summary>
    public required ImmutableArray<MethodView> Unconfirmed { get; init; }

    /// <summary>What the organisation has on file, offered when registering.</summary>
    public required ImmutableArray<Contact> Suggested { get; init; }

    /// <summary>Codes this session can still enter, the latest last.</summary>
    public required ImmutableArray<ChallengeView> Challenges { get; init; }

    public required DraftView? Draft { get; init; }

    public required PendingView? Pending { get; init; }

    public required DateTimeOffset? RestrictedUntil { get; init; }

    /// <summary>Until when nothing changes, because the owner disputes what staff did; null when it can (R-HELP-10).</summary>
    public required DateTimeOffset? FrozenUntil { get; init; }

    /// <summary>The code that is entered next can spare this browser the next ones (R-SIGN-3).</summary>
    public required bool MayRemember { get; init; }

    public required int RememberDays { get; init; }

    /// <summary>Staff are asked for a code each time.</summary>
    public required bool IsPrivileged { get; init; }

    /// <summary>Nothing but a passkey or an app signs in, whatever there is (R-HELP-7).</summary>
    public required bool TakesStrongOnly { get; init; }

    /// <summary>This session counts as one of staff now.</summary>
    public required bool IsStaff { get; init; }

    /// <summary>It may look at more of the portal's administration than the policy, which is for all of staff.</summary>
    public required bool MayAdminister { get; init; }

    /// <summary>What this session has to answer before it goes on; null where there is nothing, or it was answered (R-REM).</summary>
    public required ReminderView? Reminder { get; init; }

    /// <summary>There is a recovery code left that would let its owner in at once.</summary>
    public required bool HasRecoveryCodes { get; init; }

    /// <summary>Null where there are none, or where no second thing was proved.</summary>
    public required RecoveryCodesView? RecoveryCodes { get; init; }

    public required ImmutableArray<BrowserView> Browsers { get; init; }

    public required ImmutableArray<SessionView> Sessions { get; init; }

    public required int MaxMethods { get; init; }

    /// <summary>When a replacement started now would be applied.</summary>
    public required DateTimeOffset ReplacementWouldEnd { get; init; }

    /// <summary>Until when none can be started, because there were so many; null when one can (R-PEND-8).</summary>
    public required DateTimeOffset? NoReplacementUntil { get; init; }

    /// <summary>What holds back the account as a whole here.</summary>
    public required BlockView? AccountBlock { get; init; }

    /// <summary>What makes this sign-in so unusual that the whole contact is to be typed; empty where nothing does (R-RISK-2).</summary>
    public ImmutableArray<RiskSignal> Unusual { get; init; } = [];

    public IEnumerable<MethodView> Usable => Methods.Where(method => method.IsUsable);

    /// <summary>Those that this session can be signed in with, whatever is blocked for a while.</summary>
    public IEnumerable<MethodView> SigningIn => Usable.Where(method => method.SignsIn);

    /// <summary>Those that can be relied on, whatever is blocked for a while.</summary>
    public IEnumerable<MethodView> Reliable => Usable.Where(method => !method.IsDisabled);

    /// <summary>Why a method has to stay until another one is there; null where it may go.</summary>
    public Refusal? WhyKept(MethodView leaving)
    {
        MethodView[] remaining = [.. Reliable.Where(method => method.Id != leaving.Id)];
        if (remaining.Length == 0)
            return new Refusal.LastMethod();

        if (leaving.StaysWithoutPassword)
            return new Refusal.PasswordlessNeedsMethods();

        return StrongRequired && leaving is { IsUsable: true, IsDisabled: false, IsStrong: true } && !Array.Exists(remaining, method => method.IsStrong)
            ? new Refusal.StrongMethodNeeded()
            : null;
    }

    public ChallengeView? ChallengeFor(Purpose purpose, MethodId? method = null) =>
        Challenges.LastOrDefault(challenge => challenge.Purpose == purpose && (method is null || challenge.Method == method));
}

/// <param name="Shown">The contact, masked where the session has not proved a second thing.</param>
public sealed record MethodView(
    MethodId Id,
    MethodKind Kind,
    string Shown,
    string Name,
    string Language,
    DateTimeOffset AddedAt,
    DateTimeOffset? EstablishedAt,
    DateTimeOffset? LastUsedAt,
    DateTimeOffset? SuspendedAt,
    BlockView? Block,
    bool IsUsable,
    bool IsEstablished,
    bool IsDefault,
    bool IsConfirmed)
{
    /// <summary>False for an address, and for a line that only takes calls.</summary>
    public required bool TakesTexts { get; init; }

    /// <summary>It completes this sign-in, as unusual as that is.</summary>
    public required bool SignsIn { get; init; }

    /// <summary>There is no password, and what signs in alone would not be there any more without it (R-PASS-3).</summary>
    public required bool StaysWithoutPassword { get; init; }

    public bool IsStrong => MethodPolicy.IsStrong(Kind);

    /// <summary>It was reported lost or stolen: it is suspended, and only another method brings it back (R-HELP-5).</summary>
    public DateTimeOffset? LostAt { get; init; }

    /// <summary>Too many wrong codes have put it out of use (R-CODE-3).</summary>
    public bool IsDisabled { get; init; }

    /// <summary>By which methods the end of its block will be told.</summary>
    public ImmutableArray<MethodId> EndIsToldTo { get; init; } = [];

    /// <summary>A code can be sent to it now, as far as blocks go.</summary>
    public bool IsOpen => IsUsable && !IsHeld;

    /// <summary>No code is sent to it now, for a while or altogether.</summary>
    public bool IsHeld => Block is not null || IsDisabled;

    /// <summary>A code for it that is out already can be entered.</summary>
    public bool MayEnter => !IsDisabled && Block?.HoldsEntering != true;

    /// <summary>When a message, or a code that was entered, is known to have arrived last.</summary>
    public required DateTimeOffset? LastDeliveredAt { get; init; }

    /// <summary>When the last message came back; null where one has arrived since.</summary>
    public required DateTimeOffset? LastFailedAt { get; init; }

    public required DeliveryCause? LastFailure { get; init; }

    /// <summary>How its codes go at present; null where they go as usual.</summary>
    public AreaNote? AreaNote { get; init; }

    /// <summary>The domain or the calling code; null where the contact is masked.</summary>
    public string? Place { get; init; }

    /// <summary>Codes and notices can be sent to it.</summary>
    public bool IsDestination => Kind is MethodKind.Email or MethodKind.Phone;

    /// <summary>How its codes go there, unless it is to be called.</summary>
    public Channel By => Kind is MethodKind.Phone ? TakesTexts ? Channel.Sms : Channel.Voice : Channel.Email;

    /// <summary>By what a browser knows the passkey; null for all else.</summary>
    public string? Credential { get; init; }

    /// <summary>Whose sign-in the mailbox shares that this session is adding (R-METH-7).</summary>
    public SharedSignIn? Shared { get; init; }
}

/// <param name="ConfirmedAt">When its code was entered; null while that is waited for.</param>
public sealed record NewInfoView(MethodId Id, MethodKind Kind, string Shown, DateTimeOffset? ConfirmedAt)
{
    public bool IsConfirmed => ConfirmedAt is not null;

    /// <summary>Whose sign-in the mailbox shares (R-METH-7).</summary>
    public SharedSignIn? Shared { get; init; }
}

public sealed record DraftView(bool IsCorrection, bool IsReady, ImmutableArray<NewInfoView> Infos);

/// <param name="NoticesAt">When its parties are told of it again (R-PEND-4).</param>
public sealed record PendingView(
    ReplacementId Id,
    DateTimeOffset StartedAt,
    DateTimeOffset EndsAt,
    ImmutableArray<DateTimeOffset> NoticesAt,
    ImmutableArray<NewInfoView> NewInfo,
    ImmutableArray<TellingView> Told);

/// <summary>One message about the replacement: to whom, when, and whether it went out.</summary>
/// <param name="IsNew">It went to the new info, whose mask may look like that of the old.</param>
public sealed record TellingView(Channel Channel, string Shown, bool IsNew, DateTimeOffset At, DeliveryStage Stage);

public sealed record SessionView(SessionId Id, string Browser, string Source, DateTimeOffset StartedAt, DateTimeOffset LastUsedAt, bool IsThis, bool IsFull)
{
    public Place? Place { get; init; }

    /// <summary>Opened without a code, in a remembered browser.</summary>
    public bool IsRemembered { get; init; }
}

/// <summary>What is known of the recovery codes, but the codes themselves.</summary>
public sealed record RecoveryCodesView(DateTimeOffset MadeAt, int Left, DateTimeOffset? LastUsedAt, bool IsEstablished)
{
    public bool AreFew => Left <= RecoveryCodeSet.Few;
}

/// <summary>A browser that needs no code to sign in.</summary>
public sealed record BrowserView(
    Guid Id, string Browser, string Source, Place? Place, DateTimeOffset RememberedAt, DateTimeOffset LastUsedAt, DateTimeOffset EndsAt, bool IsThis);

/// <param name="DaysLeft">For how many days more it can be put off; none once it insists.</param>
/// <param name="InsistsFrom">When it can be put off no more.</param>
public sealed record ReminderView(DateTimeOffset FirstAt, ImmutableArray<ReminderReason> Reasons, int DaysLeft, DateTimeOffset InsistsFrom)
{
    public bool MaySkip => DaysLeft > 0;
}

/// <param name="Methods">Those that it is about; none where it is about all.</param>
public sealed record ReminderReason(ReminderCause Cause, ImmutableArray<MethodView> Methods);
