using Bunit;
using Bunit.TestDoubles;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor.Services;
using SecurityPortal.Components.Shared;
using SecurityPortal.Service;
using SecurityPortal.Tests.Support;
using static SecurityPortal.Tests.Support.People;

namespace SecurityPortal.Tests.Components;

/// <summary>A helper, signed in by an app, in front of the real service.</summary>
public abstract class StaffPageTest : BunitContext, IAsyncLifetime
{
    private readonly Reading _english = Reading.In("en");

    private BunitAuthorizationContext _authorization = null!;

    // Machines that build and test at once are slow.
    static StaffPageTest() => DefaultWaitTimeout = 15.Seconds;

    protected Portal Portal { get; private set; } = null!;

    /// <summary>Who looks at the page.</summary>
    protected Owner Staff { get; private set; } = null!;

    protected BunitNavigationManager Address => Services.GetRequiredService<BunitNavigationManager>();

    /// <summary>Path and query, as the address bar has them.</summary>
    protected string Place => new Uri(Address.Uri).PathAndQuery;

    public async ValueTask InitializeAsync()
    {
        Portal = await Portal.OpenAsync();
        await Portal.SeedDeskAsync();
        JSInterop.Mode = JSRuntimeMode.Loose;
        JSInterop.SetupModule("/passkeys.js").Mode = JSRuntimeMode.Loose;
        _ = Services.AddScoped<PasskeyBrowser>();
        _ = Services.AddMudServices();
        _ = Services.AddSingleton(Portal.Service);
        _ = Services.AddSingleton<TimeProvider>(Portal.Clock);
        Staff = await SignInAsync();
        _authorization = AddAuthorization();
        _ = _authorization.SetAuthorized(Desk.Helper);
        SetClaims(Staff);
        SetRendererInfo(new("Server", isInteractive: true));
    }

    /// <summary>From now on it is somebody else who opens pages.</summary>
    protected void SetClaims(Owner staff) => _ = _authorization.SetClaims([.. Owner.Claims(staff.Account, staff.Session), .. Owner.Claims(From(staff.Source))]);

    protected virtual Task<Owner> SignInAsync() => Portal.SignInAsStaffAsync();

    protected override async ValueTask DisposeAsyncCore()
    {
        await base.DisposeAsyncCore();
        await Portal.DisposeAsync();
        _english.Dispose();
    }

    protected IRenderedComponent<TPage> Open<TPage>(string address)
        where TPage : PortalPage
    {
        Address.NavigateTo(address);
        return Render<TPage>();
    }

    /// <summary>Finds and presses in one turn of the renderer, so that nothing is drawn anew in between.</summary>
    protected static Task PressAsync<TPage>(IRenderedComponent<TPage> page, string text)
        where TPage : IComponent =>
        page.InvokeAsync(() => page.FindAll("button").Single(button => button.TextContent.Trim() == text).Closest("form")!.SubmitAsync());
}
