using SecurityPortal.Domain;

namespace SecurityPortal.Service;

/// <param name="TriesLeft">Shown from three down (R-CODE-9).</param>
/// <param name="NextSendAt">From when on another code can be sent.</param>
/// <param name="WillBeNewCode">The next sending makes a new code, because this one went out often enough.</param>
/// <param name="IsCall">It was said in a call when it last went out.</param>
/// <param name="MayCall">It can be said in a call as well as sent.</param>
public sealed record ChallengeView(
    ChallengeId Id,
    Purpose Purpose,
    MethodId Method,
    MethodKind Kind,
    string Shown,
    string Reference,
    DateTimeOffset ExpiresAt,
    DateTimeOffset NextSendAt,
    int TriesLeft,
    bool WillBeNewCode,
    bool IsCall = false,
    bool MayCall = false);
