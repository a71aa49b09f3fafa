using System.Collections.Immutable;
using SecurityPortal.Domain;
using SecurityPortal.Domain.Staff;

namespace SecurityPortal.Service;

/// <summary>What a clear would do, before it is done: what goes, what stays, what ends (R-HELP-2). Masked as everything that staff see.</summary>
/// <param name="Goes">Each with whether its owner can bring it back within a day.</param>
/// <param name="TakesTwo">Another person has to agree first.</param>
public sealed record ClearPreview(
    DateTimeOffset Now,
    string Name,
    string DisplayName,
    ImmutableArray<MethodView> Methods,
    int? RecoveryCodes,
    ImmutableArray<MethodView> Goes,
    ImmutableArray<MethodView> Stays,
    int Sessions,
    int Browsers,
    bool EndsReplacement,
    bool EndsRestriction,
    bool EndsRecovery,
    bool GivesPass,
    bool TakesRecoveryForm,
    bool TakesTwo,
    DateTimeOffset? LastClearAt)
{
    /// <summary>What the organisation lets count as a check of a caller.</summary>
    public required ImmutableArray<CallerCheck> Checks { get; init; }

    /// <summary>Which could be chosen are the account's now; this says why none can.</summary>
    public Refusal? WhyNot { get; init; }
}

public sealed record ClearPreviewAnswer(Refusal? Refusal, ClearPreview? Preview);

/// <param name="Pass">Shown once to the helper, and kept nowhere; null where something is left to sign in with.</param>
/// <param name="PassEndsAt">By then it has to be typed.</param>
public sealed record ClearAnswer(Refusal? Refusal, string? Pass, DateTimeOffset? PassEndsAt);
