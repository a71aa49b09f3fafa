using SecurityPortal.Domain.Staff;

namespace SecurityPortal.Domain;

/// <summary>Why a request was turned down. It carries facts; the words are in Resources.</summary>
public abstract record Refusal
{
    private Refusal()
    {
    }

    public sealed record WrongNameOrPassword : Refusal;

    /// <summary>The account has no such app, or the code is wrong, or there is no such account: it is not told which (R-SIGN-2).</summary>
    public sealed record WrongNameOrCode : Refusal;

    public sealed record SourceBlocked(DateTimeOffset Until) : Refusal;

    /// <summary>Too many wrong passwords for all accounts have come from that source (R-BLOCK-7).</summary>
    public sealed record SourceSlowed(DateTimeOffset Until) : Refusal;

    /// <summary>The session has ended, or never was.</summary>
    public sealed record SignedOut : Refusal;

    public sealed record NotFullySignedIn : Refusal;

    public sealed record PasswordNeeded : Refusal;

    public sealed record WrongPassword : Refusal;

    public sealed record PasswordMustChange : Refusal;

    public sealed record WeakPassword(PasswordFault Fault, int MinLength) : Refusal;

    /// <summary>Nobody else is thought to know the password, so there is none to put in its place.</summary>
    public sealed record PasswordNotDistrusted : Refusal;

    /// <summary>The change wants a fresh proof first (R-METH-10).</summary>
    public sealed record ProofNeeded : Refusal;

    /// <param name="Until">Null where only staff lift it.</param>
    public sealed record Blocked(BlockScope Scope, BlockReason Reason, DateTimeOffset? Until) : Refusal;

    /// <summary>There is no such block that stands.</summary>
    public sealed record NoSuchBlock : Refusal;

    /// <summary>So many codes have been sent lately; one more can be at that instant (R-BLOCK-7).</summary>
    /// <param name="Scope">Whose limit it is; <see cref="BlockScope.Region"/> stands for the whole portal.</param>
    public sealed record LimitReached(BlockScope Scope, int Most, DateTimeOffset Until) : Refusal;

    /// <summary>Too many wrong codes since its last success (R-CODE-3).</summary>
    public sealed record MethodDisabled : Refusal;

    public sealed record NotAnEmail(EmailFault Fault) : Refusal;

    public sealed record NotAPhone(PhoneFault Fault) : Refusal;

    public sealed record AlreadyYours(Contact Contact) : Refusal;

    public sealed record TooManyMethods(int Most) : Refusal;

    public sealed record PhoneServesTooMany(int Most) : Refusal;

    /// <summary>So many contacts that are not the account's have been sent codes lately.</summary>
    public sealed record TooManyDestinations(int Most, DateTimeOffset Until) : Refusal;

    /// <summary>Its reader has said that the account is not theirs (R-DEL-7).</summary>
    public sealed record AddressDisowned(DateTimeOffset Until) : Refusal;

    public sealed record NoSuchMethod : Refusal;

    /// <summary>The whole number or address is typed before a code goes there (R-CODE-8).</summary>
    public sealed record WholeContactNeeded : Refusal;

    public sealed record WrongContact(MethodKind Kind) : Refusal;

    public sealed record TooManyWrongContacts(int Most, DateTimeOffset Until) : Refusal;

    public sealed record LastMethod : Refusal;

    /// <summary>Its codes do not sign in, or not in a sign-in that is as unusual as this one.</summary>
    public sealed record NotForSignIn(MethodKind Kind) : Refusal;

    /// <summary>Staff sign in with a passkey or an authenticator app, and with nothing else (R-HELP-7).</summary>
    public sealed record NotForStaff : Refusal;

    /// <summary>What is for staff is wanted by a session that is none of theirs, or does not count as one now.</summary>
    public sealed record NotStaff : Refusal;

    /// <summary>None of their roles lets them do that to this account (R-HELP-4).</summary>
    public sealed record NoRight : Refusal;

    public sealed record NotOnYourself : Refusal;

    /// <summary>Another person has to agree to it first (R-HELP-4).</summary>
    public sealed record TwoNeeded : Refusal;

    public sealed record NotWrittenDown(OrderField Field, int Most) : Refusal;

    /// <summary>Somebody else has cleared the account since it was looked at.</summary>
    public sealed record ClearedMeanwhile(DateTimeOffset At) : Refusal;

    public sealed record NothingToClear : Refusal;

    /// <summary>So many clears within the hour; one more waits for a lead (R-HELP-4).</summary>
    public sealed record TooManyClears(int Most, DateTimeOffset Until) : Refusal;

    /// <summary>The check is none of those that the organisation lets count (R-HELP-6).</summary>
    public sealed record CheckNotAccepted : Refusal;

    /// <summary>No case is known to staff by that number.</summary>
    public sealed record NoSuchCase : Refusal;

    /// <summary>Somebody else has it, by a name that staff know.</summary>
    public sealed record CaseTaken(string By) : Refusal;

    public sealed record CaseClosed : Refusal;

    /// <summary>What was asked of a second person has been answered, taken back or is too old.</summary>
    public sealed record ApprovalOver : Refusal;

    public sealed record NoSuchApproval : Refusal;

    /// <summary>It is so already.</summary>
    public sealed record NothingToChange : Refusal;

    public sealed record NoSuchAccount : Refusal;

    /// <summary>The sign-in log is filtered by names of accounts, never by somebody's number or address (R-HELP-9).</summary>
    public sealed record NotAnAccountName : Refusal;

    public sealed record NotASource : Refusal;

    public sealed record NoSuchSignIn : Refusal;

    public sealed record NoFilterName(int MaxLength) : Refusal;

    public sealed record TooManyFilters(int Most) : Refusal;

    /// <summary>So many whole numbers and addresses were looked for within the hour (R-HELP-1).</summary>
    public sealed record TooManySearches(int Most, DateTimeOffset Until) : Refusal;

    /// <summary>No caller number that could be said, or it has ended (R-HELP-6).</summary>
    public sealed record NoCallerNumber : Refusal;

    public sealed record NotACallerNumber : Refusal;

    public sealed record WrongCallerNumber : Refusal;

    /// <summary>So many were made within the hour.</summary>
    public sealed record TooManyCallerNumbers(int Most, DateTimeOffset Until) : Refusal;

    /// <summary>A passkey or an authenticator app has to be there.</summary>
    public sealed record StrongMethodNeeded : Refusal;

    /// <summary>It would leave no usable established method; it must be asked for knowingly (R-RESTRICT-1).</summary>
    public sealed record ChangesEverything(DateTimeOffset RestrictedUntil) : Refusal;

    public sealed record BadMethodName(int MaxLength) : Refusal;

    /// <summary>This portal makes no calls, or an address was to be called.</summary>
    public sealed record NoCalls : Refusal;

    public sealed record NoCodeAsked : Refusal;

    public sealed record CodeExpired(DateTimeOffset EndedAt) : Refusal;

    /// <summary>Another code has taken its place, whose message is marked so (R-CODE-6).</summary>
    public sealed record NewerCode(string Reference) : Refusal;

    public sealed record CodeUsed : Refusal;

    public sealed record NotACode : Refusal;

    public sealed record WrongCode(int TriesLeft) : Refusal;

    /// <summary>It was right, and was taken before: the app's next one is wanted (R-PASS-4).</summary>
    public sealed record AppCodeUsed : Refusal;

    public sealed record NoRecoveryCodes : Refusal;

    public sealed record NotARecoveryCode : Refusal;

    public sealed record WrongRecoveryCode : Refusal;

    public sealed record RecoveryCodeSpent : Refusal;

    /// <summary>The passkey was not proved; the details are its authenticator's and say nothing to its owner.</summary>
    public sealed record WrongPasskey(PasskeyFault Fault) : Refusal;

    /// <summary>A passkey or an app with one more method has to be there (R-PASS-3).</summary>
    public sealed record PasswordlessNeedsMethods : Refusal;

    public sealed record PasswordlessNeedsCodes : Refusal;

    public sealed record PasswordlessUnread : Refusal;

    /// <summary>The reset of a password has ended, or was begun elsewhere (R-PASS-2).</summary>
    public sealed record ResetOver : Refusal;

    /// <summary>No request is known by that number and secret; it is not told which is wrong (R-FORM-2).</summary>
    public sealed record NoSuchRequest : Refusal;

    /// <summary>The request is not at a point at which that can be done.</summary>
    public sealed record RecoveryClosed : Refusal;

    /// <summary>So many requests were made of that address, or from there (R-FORM-1).</summary>
    public sealed record TooManyRequests(int Most, DateTimeOffset Until) : Refusal
    {
        /// <summary>Null as long as there is room for one more.</summary>
        /// <param name="made">When those were made that the window holds now.</param>
        public static TooManyRequests? Of(IReadOnlyCollection<DateTimeOffset> made, int most, TimeSpan window) =>
            made.Count < most ? null : new(most, made.Order().ElementAt(made.Count - most) + window);
    }

    /// <summary>Two different people approve, and nobody for themselves (R-FORM-3).</summary>
    public sealed record NotByYou : Refusal;

    /// <summary>The password is right, but it was set by two messages and counts only from then on (R-PASS-2).</summary>
    public sealed record PasswordNotYet(DateTimeOffset From) : Refusal;

    /// <summary>What is asked for takes a password, and there is none (R-PASS-3).</summary>
    public sealed record NoPassword : Refusal;

    /// <summary>Another code can be sent from that instant on (R-CODE-5).</summary>
    public sealed record TooSoon(DateTimeOffset At) : Refusal;

    /// <summary>Codes there go in turn, and this one's would come only when the code has ended (R-RISK-3).</summary>
    public sealed record SlowQueue(Channel By, string Area, DateTimeOffset At) : Refusal;

    /// <summary>Codes of a region under attack go in turn, and this one's would come only when the code has ended (R-RISK-3).</summary>
    public sealed record RegionQueue(DateTimeOffset At) : Refusal;

    /// <summary>A region is marked for a while, never for good (R-RISK-3).</summary>
    public sealed record RegionWithoutEnd : Refusal;

    /// <summary>No country in two letters, no calling code with its plus, no network in CIDR notation.</summary>
    public sealed record NoSuchRegion(RegionKind Kind) : Refusal;

    /// <summary>The region is not marked, or not any more.</summary>
    public sealed record RegionNotMarked : Refusal;

    /// <summary>How many codes a minute go there: one at least.</summary>
    public sealed record NoPace(int Most) : Refusal;

    /// <summary>No mail domain, or no country in two letters.</summary>
    public sealed record NoSuchArea(Channel By) : Refusal;

    /// <summary>The settings say how it stands there, and their word counts for more.</summary>
    public sealed record SaidBySettings : Refusal;

    /// <summary>An end that is past would block nothing.</summary>
    public sealed record EndNotAhead : Refusal;

    /// <summary>One source is blocked at a time; a whole network is closed as a region.</summary>
    public sealed record NotOneSource : Refusal;

    /// <summary>Whoever blocks the network they come from could not take it back.</summary>
    public sealed record OwnSource : Refusal;

    /// <summary>An operator has said that nothing gets there at present.</summary>
    public sealed record ChannelOut(Channel By) : Refusal;

    /// <summary>Another test message can be sent from that instant on (R-DEL-10).</summary>
    public sealed record TestTooSoon(DateTimeOffset At) : Refusal;

    public sealed record ReplacementPending(DateTimeOffset EndsAt) : Refusal;

    public sealed record NothingPending : Refusal;

    public sealed record NothingToReplace : Refusal;

    public sealed record NoNewInfo : Refusal;

    public sealed record TooManyStarts(DateTimeOffset Until) : Refusal;

    /// <summary>This destination has cancelled by link lately; now it takes password and code (R-PEND-4).</summary>
    public sealed record LinkUsedUp(DateTimeOffset Until) : Refusal;

    public sealed record NoSuchLink : Refusal;

    public sealed record Restricted(DateTimeOffset Until) : Refusal;

    /// <summary>Its owner disputes what staff did: until a lead has decided nothing changes (R-HELP-10).</summary>
    public sealed record Frozen(DateTimeOffset Until) : Refusal;

    public sealed record NothingToUndo : Refusal;

    /// <summary>The reminder has been put off for as long as it can be (R-REM-2).</summary>
    public sealed record CannotSkip(DateTimeOffset Since) : Refusal;

    public sealed record NotRegistering : Refusal;

    /// <summary>Nothing in the log of this account that somebody did.</summary>
    public sealed record NoSuchActivity : Refusal;

    /// <summary>It has been said already, perhaps in another tab, and what followed from it stands.</summary>
    public sealed record AlreadyAnswered(OwnersAnswer Answer, DateTimeOffset At) : Refusal;

    public sealed record RegistrationClosed(DateTimeOffset ClosedAt) : Refusal;

    /// <summary>After a clear that left nothing the password alone registers nothing (R-HELP-3).</summary>
    public sealed record PassNeeded : Refusal;

    public sealed record NotAPass : Refusal;

    public sealed record WrongPass(int TriesLeft) : Refusal;

    /// <summary>None was made, or it has ended.</summary>
    public sealed record NoPass : Refusal;

    /// <summary>Another session has typed it before.</summary>
    public sealed record PassTaken : Refusal;

    /// <summary>On the server a pass is made for staff alone; everybody else has the help desk (R-HELP-4).</summary>
    public sealed record PassForStaffOnly : Refusal;

    /// <summary>There is no password that a pass could go with; the recovery form is the way (R-HELP-3).</summary>
    public sealed record PassOpensNothing : Refusal;

    /// <summary>It has not registered yet, and needs no more than its password to do so.</summary>
    public sealed record RegistersAlone(DateTimeOffset Until) : Refusal;

    /// <summary>The account was cleared: new methods come before anything else.</summary>
    public sealed record RegistrationOwed : Refusal;
}

public enum PasswordFault
{
    TooShort,
    TooLong,
    SameAsBefore,
    ContainsName,

    /// <summary>It is on the list of common and breached ones, or next to one that is (R-PASS-1).</summary>
    TooCommon,
}

public enum PasskeyFault
{
    /// <summary>It was asked for too long ago, in another browser, or for something else.</summary>
    Expired,

    /// <summary>This very answer was given before.</summary>
    Replayed,

    /// <summary>Nothing of it can be read, or its signature is wrong.</summary>
    Invalid,

    WrongOrigin,

    /// <summary>Its authenticator did not ask for finger, face or PIN (R-PASS-5).</summary>
    NotVerified,

    /// <summary>It is none of the account's.</summary>
    Unknown,

    /// <summary>It has counted less than before: there may be two of it.</summary>
    Cloned,
}
