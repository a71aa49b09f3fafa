using AngleSharp.Dom;
using Bunit;
using Bunit.TestDoubles;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor;
using MudBlazor.Services;
using SecurityPortal.Components.Shared;
using SecurityPortal.Domain;
using SecurityPortal.Service;
using SecurityPortal.Tests.Support;
using static SecurityPortal.Tests.Support.People;

namespace SecurityPortal.Tests.Components;

/// <summary>Rachel, fully signed in, in front of the real service; what floats over pages is rendered beside them.</summary>
public abstract class OwnerPageTest : BunitContext, IAsyncLifetime
{
    // Machines that build and test at once are slow.
    static OwnerPageTest() => DefaultWaitTimeout = 15.Seconds;

    private readonly Reading _english = Reading.In("en");

    private BunitAuthorizationContext _authorization = null!;

    protected Portal Portal { get; private set; } = null!;

    protected Owner Rachels { get; private set; } = null!;

    protected BunitNavigationManager Address => Services.GetRequiredService<BunitNavigationManager>();

    protected IRenderedComponent<MudDialogProvider> Dialogs { get; private set; } = null!;

    protected IRenderedComponent<MudSnackbarProvider> Snackbars { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Portal = await Portal.OpenAsync();
        await Portal.SeedAsync();
        JSInterop.Mode = JSRuntimeMode.Loose;
        JSInterop.SetupModule("/passkeys.js").Mode = JSRuntimeMode.Loose;
        _ = Services.AddScoped<PasskeyBrowser>();
        _ = Services.AddMudServices();
        _ = Services.AddSingleton(Portal.Service);
        _authorization = AddAuthorization();
        await SignInAsync();
        SetRendererInfo(new("Server", isInteractive: true));
    }

    /// <summary>At first, and where so much time has passed that she has to once more.</summary>
    protected async Task SignInAsync()
    {
        Rachels = await Portal.SignInAsync();
        _ = _authorization.SetAuthorized(Rachel);
        _ = _authorization.SetClaims([.. Owner.Claims(Rachels.Account, Rachels.Session), .. Owner.Claims(From(Rachels.Source))]);
    }

    protected override async ValueTask DisposeAsyncCore()
    {
        await base.DisposeAsyncCore();
        await Portal.DisposeAsync();
        _english.Dispose();
    }

    /// <summary>The page as the router would show it at this address.</summary>
    protected IRenderedComponent<TPage> Open<TPage>(string address)
        where TPage : PortalPage
    {
        Address.NavigateTo(address);
        _ = Render<MudPopoverProvider>();
        Dialogs = Render<MudDialogProvider>();
        Snackbars = Render<MudSnackbarProvider>();
        return Render<TPage>();
    }

    /// <summary>Types the code that was sent for this purpose into the page.</summary>
    protected async Task EnterCodeAsync<TPage>(IRenderedComponent<TPage> page, Purpose purpose)
        where TPage : PortalPage
    {
        var challenge = await OpenedAsync(purpose);
        page.WaitForState(() => page.FindAll(".reference").Any(shown => shown.TextContent == challenge.Reference));
        var (_, code) = await Portal.CodeAsync(Rachels, purpose, challenge.Method);
        await page.FindAll(".field-code input").Single(field => field.Closest("[hidden]") is null).ChangeAsync(code);
        await ClickAsync(page, "Verify");
    }

    /// <summary>The code of this purpose, once the page has asked for it.</summary>
    private async Task<ChallengeView> OpenedAsync(Purpose purpose)
    {
        for (var waited = TimeSpan.Zero; waited < DefaultWaitTimeout; waited += 50.Milliseconds)
        {
            if ((await Portal.OverviewAsync(Rachels)).ChallengeFor(purpose) is { } open)
                return open;

            await Task.Delay(50, Cancel);
        }

        throw new InvalidOperationException($"No code was asked for: {purpose}");
    }

    /// <summary>Chooses a method in the step-up and enters its code.</summary>
    protected async Task ProveAsync<TPage>(IRenderedComponent<TPage> page, string shown = "rachel@mail.example")
        where TPage : PortalPage
    {
        await ChooseProofAsync(page, shown);
        await EnterCodeAsync(page, Purpose.ChangeSecurityInfo);
    }

    /// <summary>In the step-up alone: the page behind it offers kinds of methods of its own.</summary>
    protected static Task ChooseProofAsync<TPage>(IRenderedComponent<TPage> page, string shown = "rachel@mail.example")
        where TPage : PortalPage
    {
        page.WaitForAssertion(() => Assert.Contains("Verify that it is you", page.Markup, StringComparison.Ordinal));
        return page.InvokeAsync(() => page.FindAll(".flow button.method").Single(row => row.TextContent.Contains(shown, StringComparison.Ordinal)).ClickAsync());
    }

    /// <summary>The button of that name that can be seen, once there is one.</summary>
    protected static IElement Button<TComponent>(IRenderedComponent<TComponent> page, string text)
        where TComponent : IComponent
    {
        page.WaitForState(() => Find(page, text) is not null);
        return Find(page, text)!;
    }

    /// <summary>Finds and presses in one turn of the renderer, so that nothing is drawn anew in between.</summary>
    protected static Task ClickAsync<TComponent>(IRenderedComponent<TComponent> page, string text)
        where TComponent : IComponent
    {
        page.WaitForState(() => Find(page, text) is not null);
        return page.InvokeAsync(() => Find(page, text)!.ClickAsync());
    }

    /// <summary>Presses what goes on only after a proof, and does not wait for it.</summary>
    protected static void Press<TComponent>(IRenderedComponent<TComponent> page, string text)
        where TComponent : IComponent =>
        _ = ClickAsync(page, text);

    private static IElement? Find<TComponent>(IRenderedComponent<TComponent> page, string text)
        where TComponent : IComponent
    {
        return page.FindAll("button, a.button").FirstOrDefault(button => Words(button) == text && button.Closest("[hidden]") is null);

        static string Words(IElement button) => button.ChildNodes.OfType<IText>().FirstOrDefault(node => node.Data.Trim() != "")?.Data.Trim() ?? "";
    }

    protected void IsTold(string what) =>
        Snackbars.WaitForAssertion(() => Assert.Contains(what, Snackbars.Markup, StringComparison.Ordinal));
}
