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

    protected Owner Helper { get; private set; } = null!;

    protected BunitNavigationManager Address => Services.GetRequiredService<BunitNavigationManager>();

    /// <summary>Path and query, as the address bar has them.</summary>
    protected string Place => new Uri(Address.Uri).PathAndQuery;

    public async ValueTask InitializeAsync()
    {
        Portal = await Portal.OpenAsync();
        await Portal.SeedLeadsAsync();
        JSInterop.Mode = JSRuntimeMode.Loose;
        _ = Services.AddMudServices();
        _ = Services.AddSingleton(Portal.Service);
        _ = Services.AddSingleton<TimeProvider>(Portal.Clock);
        Helper = await Portal.SignInAsStaffAsync();
        _authorization = AddAuthorization();
        Act(Helper);
        SetRendererInfo(new("Server", isInteractive: true));
    }

    /// <summary>Who sits in front of the page from now on.</summary>
    protected void Act(Owner staff)
    {
        _ = _authorization.SetAuthorized("staff");
        _ = _authorization.SetClaims([.. Owner.Claims(staff.Account, staff.Session), .. Owner.Claims(From(staff.Source))]);
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
}
