using System.Collections.Immutable;
using Microsoft.AspNetCore.Components;
using SecurityPortal.Domain;
using SecurityPortal.Service;

namespace SecurityPortal.Components.AdminPages;

/// <summary>The policy in force, in words, from the figures that the rules are really judged by.</summary>
public sealed partial class PolicyPage(SecurityInfoService service, NavigationManager navigation, TimeProvider clock) : AdminPage(service, navigation, clock)
{
    private ImmutableArray<PolicyChapter> _chapters = [];

    protected override async Task<Refusal?> LoadAsync()
    {
        var view = await Service.PolicyAsync(Owner, Leaving);
        _chapters = view.Policy is { } policy ? PolicyText.Of(policy) : [];
        return view.Refusal;
    }
}
