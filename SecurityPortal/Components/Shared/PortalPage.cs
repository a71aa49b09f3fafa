using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using SecurityPortal.Domain;
using SecurityPortal.Service;

namespace SecurityPortal.Components.Shared;

/// <summary>
/// What a page in a circuit works with: whose it is, what the store says of them, and a token that is cancelled when the
/// page is left. A session that has ended leaves for the sign-in page by itself (R-SIGN-5).
/// </summary>
public abstract class PortalPage(SecurityInfoService service, NavigationManager navigation) : ComponentBase, IDisposable
{
    private readonly CancellationTokenSource _leaving = new();

    [CascadingParameter]
    private Task<AuthenticationState> Authentication { get; set; } = null!;

    /// <summary>The visitor's, for exact times.</summary>
    [CascadingParameter]
    protected TimeZoneInfo Zone { get; set; } = TimeZoneInfo.Utc;

    protected SecurityInfoService Service => service;

    protected NavigationManager Navigation => navigation;

    protected Owner Owner { get; private set; } = null!;

    protected CancellationToken Leaving => _leaving.IsCancellationRequested ? new(canceled: true) : _leaving.Token;

    /// <summary>False while prerendering: nothing can be pressed yet, and nothing may be sent or written.</summary>
    protected bool IsReady => RendererInfo.IsInteractive;

    public override async Task SetParametersAsync(ParameterView parameters)
    {
        parameters.SetParameterProperties(this);
        Owner ??= Owner.From((await Authentication).User) ?? throw new InvalidOperationException("A page of an owner was opened by nobody.");
        await base.SetParametersAsync(ParameterView.Empty);
    }

    public virtual void Dispose()
    {
        _leaving.Cancel();
        _leaving.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>All that this session may see now; null when it has ended, and then the page is being left.</summary>
    protected async Task<SecurityOverview?> OverviewAsync()
    {
        var overview = await service.OverviewAsync(Owner, Leaving);
        if (overview is null)
            navigation.GoToSignIn();

        // In a circuit no request tells that the session is in use.
        else if (overview.IsIdling && IsReady)
            _ = await service.TouchAsync(Owner, Leaving);
        return overview;
    }

    /// <summary>What is good to know before a code is sent there.</summary>
    protected Task<ContactAdvice?> AdviseAsync(Contact? contact, string country) => service.AdviseAsync(Owner, contact, country, Leaving);

    /// <summary>A command's answer; the page is left if it is that the session has ended.</summary>
    protected async Task<Refusal?> DoAsync(Task<Refusal?> command)
    {
        var refusal = await command;
        if (refusal is Refusal.SignedOut)
            navigation.GoToSignIn();
        return refusal;
    }
}
