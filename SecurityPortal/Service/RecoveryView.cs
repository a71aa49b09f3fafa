using System.Collections.Immutable;
using SecurityPortal.Domain;

namespace SecurityPortal.Service;

/// <summary>A recovery request as its applicant sees it (R-FORM-2).</summary>
/// <param name="Steps">What became of it, the oldest first; who of the staff did it is not in them.</param>
/// <param name="WaitEndsAt">When a password can be set, once it is approved.</param>
public sealed record RecoveryView(
    DateTimeOffset Now, string Number, string Name, string Contact, RecoveryState State, ImmutableArray<RecoveryStep> Steps, DateTimeOffset? WaitEndsAt, bool IsReady);

/// <summary>What is under way in this browser: a code to a contact address, for a new request or for one that is to be seen.</summary>
public sealed record RecoveryCodeView(DateTimeOffset Now, string Number, string Contact, string Reference, DateTimeOffset ExpiresAt, int TriesLeft, bool IsNew);

/// <param name="Secret">Shown once, when the contact address of a new request was proved; null else.</param>
public sealed record RecoveryAnswer(Refusal? Refusal, string? Number = null, string? Secret = null);
