using Bunit;
using Bunit.TestDoubles;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor.Services;
using SecurityPortal.Components.Shared;
using SecurityPortal.Components.StaffPages;
using SecurityPortal.Service;
using SecurityPortal.Tests.Support;
using static SecurityPortal.Tests.Support.People;

namespace SecurityPortal.Tests.Components;

/// <summary>A helper, signed in by an app, in front of the real service.</summary>
public abstract class StaffPageTest : BunitContext, IAsyncLifetime
{
    private readonly Reading _english = Reading.In("en");

    // Machines that build and test at once are slow.
    static StaffPageTest() => DefaultWaitTimeout = 15.Seconds;

    protected Portal Portal { get; private set; } = null!;

    /// <summary>Who sits in front of it: the helper, until somebody else does.</summary>
    protected Owner Staff { get; private set; } = null!;

    private BunitAuthorizationContext Authorization { get; set; } = null!;

    protected BunitNavigationManager Address => Services.GetRequiredService<BunitNavigationManager>();

    /// <summary>Path and query, as the address bar has them.</summary>
    protected string Place => new Uri(Address.Uri).PathAndQuery;

    public async ValueTask InitializeAsync()
    {
        Portal = await Portal.OpenAsync();
        await Portal.SeedDeskAsync();
        JSInterop.Mode = JSRuntimeMode.Loose;
        JSInterop.SetupModule("/passkeys.js").Mode = JSRuntimeMode.Loose;
        _ = Services.AddMudServices();
        _ = Services.AddSingleton(Portal.Service);
        _ = Services.AddSingleton<TimeProvider>(Portal.Clock);
        _ = Services.AddScoped<PasskeyBrowser>();
        _ = Services.AddScoped<CaseNews>();
        Staff = await SignInAsync();
        Authorization = AddAuthorization();
        Sit(Staff, Desk.Helper);
        SetRendererInfo(new("Server", isInteractive: true));
    }

    protected virtual Task<Owner> SignInAsync() => Portal.SignInAsStaffAsync();

    /// <summary>From now on it is somebody else who opens pages.</summary>
    protected void SetClaims(Owner staff) => Sit(staff, Desk.Helper);

    /// <summary>Another of the staff sits down in front of it.</summary>
    protected async Task<Owner> SitDownAsync(string name)
    {
        Staff = await Portal.SignInAsStaffAsync(name);
        Sit(Staff, name);
        return Staff;
    }

    protected void Sit(Owner staff, string name)
    {
        _ = Authorization.SetAuthorized(name);
        _ = Authorization.SetClaims([.. Owner.Claims(staff.Account, staff.Session), .. Owner.Claims(From(staff.Source))]);
    }

    protected override async ValueTask DisposeAsyncCore()
    {
        await base.DisposeAsyncCore();
        await Portal.DisposeAsync();
        _english.Dispose();
    }

    /// <param name="route">What stands in the address and the router would hand over.</param>
    protected IRenderedComponent<TPage> Open<TPage>(string address, params (string Name, object Value)[] route)
        where TPage : PortalPage
    {
        Address.NavigateTo(address);
        return Render<TPage>(page =>
        {
            foreach (var (name, value) in route)
                _ = page.TryAdd(name, value);
        });
    }

    /// <summary>Finds and presses in one turn of the renderer, so that nothing is drawn anew in between.</summary>
    protected static Task PressAsync<TPage>(IRenderedComponent<TPage> page, string text)
        where TPage : IComponent =>
        page.InvokeAsync(() => page.FindAll("button").Single(button => button.TextContent.Trim() == text).Closest("form")!.SubmitAsync());

    /// <summary>The same for a button outside of a form.</summary>
    protected static Task ClickAsync<TPage>(IRenderedComponent<TPage> page, string text)
        where TPage : IComponent =>
        page.InvokeAsync(() => page.FindAll("button").Single(button => button.TextContent.Trim() == text).ClickAsync(new()));
}
