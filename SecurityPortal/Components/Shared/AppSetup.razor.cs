using Microsoft.AspNetCore.Components;
using SecurityPortal.Domain;
using SecurityPortal.Service;

namespace SecurityPortal.Components.Shared;

/// <summary>An app gets its key, by picture or typed, and is bound by one code that it then shows (R-PASS-4).</summary>
public sealed partial class AppSetup(SecurityInfoService service, NavigationManager navigation) : PortalPage(service, navigation)
{
    private MethodId? _shown;
    private AppKey? _key;
    private AppPicture? _picture;

    [Parameter]
    [EditorRequired]
    public MethodView Added { get; set; } = null!;

    [Parameter]
    [EditorRequired]
    public ChallengeView? Challenge { get; set; }

    [Parameter]
    [EditorRequired]
    public DateTimeOffset Now { get; set; }

    [Parameter]
    [EditorRequired]
    public Func<string, Task<Refusal?>> Verify { get; set; } = null!;

    [Parameter]
    [EditorRequired]
    public Func<Task<Refusal?>> Renew { get; set; } = null!;

    [Parameter]
    public EventCallback OnAnotherWay { get; set; }

    protected override async Task OnParametersSetAsync()
    {
        // A page that is drawn before its circuit is there is kept by whoever keeps pages: the key is not on it.
        if (_shown == Added.Id || !RendererInfo.IsInteractive)
            return;

        _shown = Added.Id;
        _key = await Service.AppKeyAsync(Owner, Leaving);
        _picture = _key is null ? null : AppPicture.Of(_key.Uri);
    }
}
