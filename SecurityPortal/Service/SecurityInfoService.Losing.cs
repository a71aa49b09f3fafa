using System.Collections.Immutable;
using SecurityPortal.Domain;

namespace SecurityPortal.Service;

/// <param name="Case">By which the help desk knows of it; null when it was refused.</param>
public sealed record LossAnswer(Refusal? Refusal, string? Case);

public sealed partial class SecurityInfoService
{
    /// <summary><em>It is lost or stolen</em>, of all that was on one device, at once.</summary>
    /// <param name="lost">The first is the one that the case names.</param>
    public async Task<LossAnswer> ReportLostAsync(Owner owner, ImmutableArray<MethodId> lost, bool knowingly, CancellationToken cancel)
    {
        var number = OneTimeCodes.NewCaseNumber();
        var refusal = await ChangeAsync(owner, (profile, policy, now) => profile.ReportLost(owner.Asker, lost, knowingly, number, policy, now), cancel);
        return new(refusal, refusal is null ? number : null);
    }
}
