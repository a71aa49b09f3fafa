using SecurityPortal.Domain;

namespace SecurityPortal.Tests.Walks;

/// <summary>A code as it was sent, and to whom; what the session that asked for it may do with it.</summary>
internal sealed record SentCode(ChallengeId Challenge, AccountId Account, SessionId Session, Purpose Purpose, MethodId Method, string To, string Digits, DateTimeOffset Until);

/// <summary>A link or a word in a notice.</summary>
internal sealed record SentLink(string Token, AccountId Account, LinkUse Use, MethodId Method, string To, ReplacementId? Replacement);

/// <summary>A right code, entered by the session that had asked for it.</summary>
internal sealed record Proof(SentCode Of, DateTimeOffset At, int Step);

/// <summary>
/// What everybody has proved, kept beside the portal and without asking it: which codes went where, which right ones were
/// entered in which session, and which browser opened which session with what.
/// </summary>
internal sealed class Ledger
{
    private static readonly TimeSpan s_proofLife = TimeSpan.FromMinutes(10);

    public Dictionary<ChallengeId, SentCode> Codes { get; } = [];

    public Dictionary<string, SentLink> Links { get; } = [];

    public List<Proof> Proofs { get; } = [];

    /// <summary>The browser that opened a session by the right password, or a link and the right password.</summary>
    public Dictionary<SessionId, WalkBrowser> Opened { get; } = [];

    /// <summary>The browser that gave all proofs of a full session.</summary>
    public Dictionary<SessionId, WalkBrowser> Full { get; } = [];

    /// <summary>Present ones, and those that still count for undoing a change.</summary>
    public Dictionary<AccountId, List<string>> Passwords { get; } = [];

    public Dictionary<string, string> SealedNames { get; } = [];

    /// <summary>What a session has typed in as new, and may see again as it is.</summary>
    public HashSet<(SessionId Session, string Value)> Typed { get; } = [];

    public Dictionary<string, int> Goals { get; } = [];

    /// <summary>Whether this very session was sent this very code, in time and not entered before.</summary>
    public SentCode? Right(Deed.TypedCode typed, DateTimeOffset now) =>
        Codes.GetValueOrDefault(typed.Challenge) is { } sent
        && sent.Session == typed.As?.Session
        && sent.Digits == string.Concat(typed.Typed.Where(char.IsAsciiDigit))
        && now < sent.Until
        && Proofs.TrueForAll(proof => proof.Of.Challenge != typed.Challenge)
            ? sent
            : null;

    public bool MayChange(SessionId? session, DateTimeOffset now) =>
        Full.ContainsKey(session ?? default)
        && Proofs.Exists(proof => proof.Of.Session == session && proof.Of.Purpose == Purpose.ChangeSecurityInfo && now < proof.At + s_proofLife);

    public bool Has(int step, SessionId? session, Purpose purpose, MethodId? method = null) => Proofs.Exists(proof =>
        proof.Step == step && proof.Of.Session == session && proof.Of.Purpose == purpose && (method is null || proof.Of.Method == method));

    public bool Confirmed(SessionId session, MethodId info) => Proofs.Exists(proof =>
        proof.Of.Session == session && proof.Of.Purpose == Purpose.ConfirmNewInfo && proof.Of.Method == info);

    public void Reached(string goal) => Goals[goal] = Goals.GetValueOrDefault(goal) + 1;
}
