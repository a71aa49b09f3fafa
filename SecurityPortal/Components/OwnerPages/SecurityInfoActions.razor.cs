using Microsoft.AspNetCore.Components;
using SecurityPortal.Domain;
using SecurityPortal.Resources;
using SecurityPortal.Service;

namespace SecurityPortal.Components.OwnerPages;

/// <summary>What can be done about a method now. What cannot is left out, and why is said with its end.</summary>
public sealed partial class SecurityInfoActions(SecurityInfoService service, NavigationManager navigation) : SecurityInfoChange(service, navigation)
{
    /// <summary>Something is known of the method that the overview does not tell yet.</summary>
    [Parameter]
    public EventCallback OnNews { get; set; }

    private bool IsOff => !IsReady || IsBusy;

    private bool IsOpenToChange => Overview is { Pending: null, RestrictedUntil: null };

    private bool CanSuspend => Method.IsUsable && Overview.Pending is null;

    private bool CanReport => Method is { IsConfirmed: true, LostAt: null } && Overview.Pending is null;

    private bool CanTest => Method is { IsUsable: true, Block: null, IsDestination: true };

    private bool HasAny => IsOpenToChange || CanSuspend || CanReport || CanTest;

    private string? WhyClosed => Overview switch
    {
        { Pending.EndsAt: var end } => RefusalText.Of(new Refusal.ReplacementPending(end), Overview.Now, Zone),
        { RestrictedUntil: { } until } => RefusalText.Of(new Refusal.Restricted(until), Overview.Now, Zone),
        _ => null,
    };

    private Task MakeDefaultAsync() =>
        ChangeAsync(() => Service.MakeDefaultAsync(Owner, Method.Id, Leaving), InfoWords.Default_Done.With(Method.Shown));

    /// <summary>At once after a proof by an established method; else its own page asks how (R-METH-13).</summary>
    private async Task BringBackAsync()
    {
        Refusal = await DoAsync(Service.BringBackMethodAsync(Owner, Method.Id, Leaving));
        if (Refusal is null)
            await OnDone.InvokeAsync(InfoWords.BringBack_Done.With(Method.Shown));
        else if (Refusal is Refusal.ProofNeeded)
            Open(InfoPath.BringBack);
    }

    /// <summary>The proof comes before the dialog, so that its button is the last word. What cannot be is said without one.</summary>
    private async Task AskAsync(string change)
    {
        if (IsKept || await Gate.ProveAsync())
            Open(change);
    }

    private bool IsKept => Method is { IsUsable: true, IsDisabled: false } && Overview.WhyKept(Method) is not null;
}
