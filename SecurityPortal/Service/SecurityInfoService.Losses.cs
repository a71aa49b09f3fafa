using SecurityPortal.Domain;

namespace SecurityPortal.Service;

public sealed partial class SecurityInfoService
{
    /// <summary><em>What if I lose this phone?</em> Null for a session that is not fully signed in.</summary>
    public async Task<LossesView?> LossesAsync(Owner owner, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        if (await ReadAsync(owner.Account, now, cancel) is not { } profile || profile.Find(owner.Session) is not { FullAt: not null } session)
            return null;

        return new(now, [.. LossForecast.All(profile, owner.Session, Policy, now).Select(View)]);

        LossView View(LossForecast forecast) => new(
            [.. forecast.Lost.Select(Shown)],
            [.. forecast.Stays.Select(Shown)],
            forecast,
            forecast.MendsWith is { } with ? Shown(with).Shown : null,
            now + Policy.Replacement.Wait,
            now + Policy.Restriction);

        LossMethod Shown(MethodId id)
        {
            var method = profile.Methods.First(known => known.Id == id);
            return new(id, method.Kind, OverviewMaker.Shown(method.Contact, profile.IsProved(session)), method.Name, method.IsEstablished(now));
        }
    }
}
