using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;
using SecurityPortal.Service;

namespace SecurityPortal.Components;

/// <summary>A circuit outlives its request, so it asks again and again whether its session is still alive (R-SIGN-5).</summary>
public sealed class SessionWatch(ILoggerFactory loggers, SecurityInfoService service) : RevalidatingServerAuthenticationStateProvider(loggers)
{
    protected override TimeSpan RevalidationInterval => TimeSpan.FromSeconds(30);

    protected override async Task<bool> ValidateAuthenticationStateAsync(AuthenticationState authenticationState, CancellationToken cancellationToken) =>
        Owner.From(authenticationState.User) is { } owner && await service.IsAliveAsync(owner, cancellationToken);
}
