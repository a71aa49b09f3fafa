using System.Collections.Immutable;
using SecurityPortal.Domain;

namespace SecurityPortal.Service;

/// <summary>What would be if something were lost now; see <see cref="LossForecast"/>.</summary>
public sealed record LossesView(DateTimeOffset Now, ImmutableArray<LossView> Losses);

/// <param name="Mends">What the one button is about, as it is shown; null where it is about something new.</param>
/// <param name="WaitEndsAt">When a replacement that started now would be applied.</param>
public sealed record LossView(
    ImmutableArray<LossMethod> Lost,
    ImmutableArray<LossMethod> Stays,
    LossForecast Forecast,
    string? Mends,
    DateTimeOffset WaitEndsAt,
    DateTimeOffset RestrictedUntil);

public sealed record LossMethod(MethodId Id, MethodKind Kind, string Shown, string Name, bool IsEstablished);
