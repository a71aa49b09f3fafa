using System.Collections.Immutable;
using SecurityPortal.Domain;

namespace SecurityPortal.Service;

/// <summary>How far somebody in this browser has come with a forgotten password (R-PASS-2).</summary>
/// <param name="Reference">By which the message with the first code is found, if there is one.</param>
/// <param name="Closed">Why it goes no further; told only after the first proof.</param>
/// <param name="Seconds">What can be the second proof; empty before the first.</param>
/// <param name="Asked">The one whose code was asked for.</param>
public sealed record ResetView(
    DateTimeOffset Now,
    DateTimeOffset EndsAt,
    string Reference,
    bool IsFirstProved,
    bool IsSecondProved,
    Refusal? Closed,
    ImmutableArray<ResetMethodView> Seconds,
    ResetMethodView? Asked,
    bool HasRecoveryCodes);

/// <param name="Shown">The contact, masked.</param>
public sealed record ResetMethodView(MethodId Id, MethodKind Kind, string Shown, bool TakesTexts, string? Credential, string? Reference);
