using AngleSharp.Dom;
using Bunit;
using Bunit.TestDoubles;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using MudBlazor;
using MudBlazor.Services;
using SecurityPortal.Components.Shared;
using SecurityPortal.Service;
using SecurityPortal.Tests.Support;
using SecurityPortal.Web;
using static SecurityPortal.Tests.Support.People;

namespace SecurityPortal.Tests.Components;

/// <summary>Somebody with a session, in front of a page over the real service.</summary>
public abstract class LimitedPageTest : BunitContext, IAsyncLifetime
{
    private readonly Reading _english = Reading.In("en");
    private BunitAuthorizationContext _authorization = null!;

    // A busy machine is no fault of the page.
    static LimitedPageTest() => DefaultWaitTimeout = 15.Seconds;

    protected Portal Portal { get; private set; } = null!;

    /// <summary>Laid over the defaults.</summary>
    protected virtual Dictionary<string, string?>? Settings => null;

    protected BunitNavigationManager Address => Services.GetRequiredService<BunitNavigationManager>();

    /// <summary>Path and query, as the address bar has them.</summary>
    protected string Place => new Uri(Address.Uri).PathAndQuery;

    protected IRenderedComponent<MudDialogProvider> Dialogs { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Portal = await Portal.OpenAsync(Settings);
        await Portal.SeedAsync();
        JSInterop.Mode = JSRuntimeMode.Loose;
        JSInterop.SetupModule("/passkeys.js").Mode = JSRuntimeMode.Loose;
        _ = Services.AddScoped<PasskeyBrowser>();
        _ = Services.AddMudServices();
        _ = Services.AddSingleton(Portal.Service);
        _ = Services.AddSingleton<TimeProvider>(Portal.Clock);
        _ = Services.AddSingleton(Options.Create(new PortalOptions { HelpDeskContact = "extension 4711" }));
        _authorization = AddAuthorization();
        SetRendererInfo(new("Server", isInteractive: true));
        Dialogs = Render<MudDialogProvider>();
    }

    protected override async ValueTask DisposeAsyncCore()
    {
        await base.DisposeAsyncCore();
        await Portal.DisposeAsync();
        _english.Dispose();
    }

    /// <summary>The page as the router would show it at this address: a first visit, a reload, or one more tab.</summary>
    protected IRenderedComponent<TPage> Open<TPage>(Owner owner, string address)
        where TPage : PortalPage
    {
        _ = _authorization.SetAuthorized("somebody");
        _ = _authorization.SetClaims([.. Owner.Claims(owner.Account, owner.Session), .. Owner.Claims(From(owner.Source))]);
        Address.NavigateTo(address);
        return Render<TPage>();
    }

    protected IRenderedComponent<TPage> Reload<TPage>()
        where TPage : PortalPage => Render<TPage>();

    /// <summary>How many messages have gone out by now.</summary>
    protected async Task<int> SentAsync()
    {
        await Portal.SendMailAsync();
        return Portal.Messages.All.Count;
    }

    /// <summary>The code that went to this destination last.</summary>
    protected async Task<string> CodeToAsync(string destination)
    {
        await Portal.SendMailAsync();
        return Portal.Messages.To(destination).Last(message => message.Code is not null).Code!;
    }

    protected static async Task EnterCodeAsync<TPage>(IRenderedComponent<TPage> page, string code)
        where TPage : IComponent
    {
        page.WaitForElement(".field-code input").Change(code);
        await PressAsync(page, "Verify");
    }

    /// <summary>Fills the form that asks for a new address.</summary>
    protected static async Task EnterEmailAsync<TPage>(IRenderedComponent<TPage> page, string address)
        where TPage : IComponent
    {
        _ = page.WaitForElement("input[type=radio]");
        page.FindAll("input[type=radio]")[1].Change("on");
        page.WaitForElement("#email").Change(address);
        await PressAsync(page, "Send a code");
    }

    protected static async Task EnterPhoneAsync<TPage>(IRenderedComponent<TPage> page, string number)
        where TPage : IComponent
    {
        _ = page.WaitForElement("input[type=radio]");
        page.FindAll("input[type=radio]")[0].Change("on");
        page.WaitForElement("#phone").Change(number);
        await PressAsync(page, "Send a code");
    }

    protected static async Task PressAsync<TPage>(IRenderedComponent<TPage> page, string text)
        where TPage : IComponent
    {
        // Found and pressed in one turn of the renderer, so that nothing is drawn anew in between; what went meanwhile is waited for again.
        var isPressed = false;
        while (!isPressed)
        {
            _ = Button(page, text);
            await page.InvokeAsync(async () =>
            {
                if (Found(page, text) is not { } button)
                    return;

                isPressed = true;
                await (button.GetAttribute("type") == "submit" ? button.Closest("form")!.SubmitAsync() : button.ClickAsync());
            });
        }
    }

    protected static IElement Button<TPage>(IRenderedComponent<TPage> page, string text)
        where TPage : IComponent
    {
        page.WaitForState(() => Found(page, text) is not null);
        return Found(page, text)!;
    }

    private static IElement? Found<TPage>(IRenderedComponent<TPage> page, string text)
        where TPage : IComponent => page.FindAll("button, a.button").FirstOrDefault(button => button.TextContent.Trim() == text);

    protected static void IsAt<TPage>(IRenderedComponent<TPage> page, string title)
        where TPage : IComponent =>
        page.WaitForAssertion(() => Assert.Equal(title, page.Find("h1").TextContent));

    protected static void Says<TPage>(IRenderedComponent<TPage> page, string words)
        where TPage : IComponent =>
        page.WaitForAssertion(() => Assert.True(Text(page).Contains(words, StringComparison.Ordinal), $"{words}\nis not in\n{Text(page)}"));

    /// <summary>What a reader sees, blanks taken together as a browser does.</summary>
    private static string Text<TPage>(IRenderedComponent<TPage> page)
        where TPage : IComponent =>
        string.Join(' ', string.Concat(page.Nodes.Select(node => node.TextContent)).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
