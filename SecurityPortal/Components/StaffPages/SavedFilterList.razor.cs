using System.Collections.Immutable;
using Microsoft.AspNetCore.Components;
using SecurityPortal.Service;

namespace SecurityPortal.Components.StaffPages;

/// <summary>One's own filters of the sign-in log, each a link; and a name for the one that is shown.</summary>
public sealed partial class SavedFilterList
{
    private string _name = "";

    [Parameter]
    [EditorRequired]
    public SignInFilter Filter { get; set; } = SignInFilter.All;

    [Parameter]
    [EditorRequired]
    public ImmutableArray<NamedFilter> Saved { get; set; } = [];

    [Parameter]
    public string? Fault { get; set; }

    [Parameter]
    public EventCallback<string> Save { get; set; }

    [Parameter]
    public EventCallback<long> Forget { get; set; }

    private async Task SaveAsync()
    {
        await Save.InvokeAsync(_name);
        if (Fault is null)
            _name = "";
    }
}
