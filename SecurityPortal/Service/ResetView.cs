using System.Collections.Immutable;
using SecurityPortal.Domain;

namespace SecurityPortal.Service;

/// <summary>How far somebody in this browser has come with a forgotten password (R-PASS-2).</summary>
/// <param name="Reference">By which the message with the first code is found, if there is one.</param>
/// <param name="FirstEndsAt">When the first code can be entered no more, if there is one.</param>
/// <param name="Closed">Why it goes no further; told only after the first proof.</param>
/// <param name="Seconds">What can be the second proof; empty before the first.</param>
/// <param name="Asked">The one whose code was asked for.</param>
public sealed record ResetView(
    DateTimeOffset Now,
    DateTimeOffset EndsAt,
    string Reference,
    DateTimeOffset FirstEndsAt,
    bool IsFirstProved,
    bool IsSecondProved,
    Refusal? Closed,
    ImmutableArray<ResetMethodView> Seconds,
    ResetMethodView? Asked,
    bool HasRecoveryCodes)
{
    public bool IsFirstOver => !IsFirstProved && Now >= FirstEndsAt;
}

/// <param name="Shown">The contact, masked.</param>
/// <param name="Reference">Of the code that can be entered now; null where none is out.</param>
/// <param name="CodeEndsAt">When the time of the latest code is over, or was; null where none was sent.</param>
public sealed record ResetMethodView(
    MethodId Id, MethodKind Kind, string Shown, bool TakesTexts, string? Credential, string? Reference, DateTimeOffset? CodeEndsAt);
