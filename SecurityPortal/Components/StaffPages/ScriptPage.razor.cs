using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using SecurityPortal.Components.Shared;
using SecurityPortal.Resources;
using SecurityPortal.Service;

namespace SecurityPortal.Components.StaffPages;

/// <summary>
/// What to go by while somebody is on the phone: what to ask, what never to ask, which checks count by the policy in force
/// (R-HELP-6), and its limits in figures. To be printed, too.
/// </summary>
public sealed partial class ScriptPage(SecurityInfoService service, NavigationManager navigation, TimeProvider clock, IJSRuntime js) : PortalPage(service, navigation)
{
    private CallScript? _script;

    [Parameter]
    public string? Kind { get; set; }

    private CallKind? Chosen => CasePath.Named(Kind);

    private string Title => Chosen is { } kind ? ScriptText.TitleOf(kind) : ScriptWords.Title;

    /// <summary>An address that names no kind of call offers all.</summary>
    protected override async Task OnParametersSetAsync()
    {
        _script = Chosen is { } kind ? await Service.ScriptAsync(Owner, kind, Leaving) : null;

        // To read is use of the session, and one that has ended is left.
        _ = await OverviewAsync();
    }

    private static IEnumerable<string> Checks(CallScript script) =>
        script.Kind == CallKind.Recovery ? [.. script.Checks.Select(ScriptText.Of), ScriptWords.Checks_Recovery] : script.Checks.Select(ScriptText.Of);

    private Task PrintAsync() => js.InvokeVoidAsync("print", Leaving).AsTask();
}
