using Microsoft.Extensions.DependencyInjection;
using SecurityPortal.Domain;
using SecurityPortal.Service;
using SecurityPortal.Storage;
using SecurityPortal.Tests.Support;
using static SecurityPortal.Tests.Stories.SigningIn;

namespace SecurityPortal.Tests.Stories;

/// <summary>R-BLOCK-5: from the page of each block a way leads on, for whoever follows it in a real browser.</summary>
public sealed class BlockStories(PortalServer portal, Browser browser) : Story(portal, browser)
{
    private const string Phone = "+12025550101";

    private readonly PortalServer _portal = portal;

    [Theory]
    [InlineData(BlockScope.MethodAtSource, "This method is blocked for your network")]
    [InlineData(BlockScope.Method, "This method is blocked everywhere")]
    [InlineData(BlockScope.Destination, "No codes go to this method at present")]
    public Task Each_block_offers_a_way_out_that_works(BlockScope scope, string heading) => PlayAsync(async rachel =>
    {
        await ComeLaterAsync(rachel);
        await SetAsync(scope, TimeSpan.FromHours(2));
        await rachel.OpenAsync("/sign-in/verify");
        await rachel.Page.Locator("a.method-why").First.ClickAsync();
        await rachel.IsAtAsync(heading);
        await rachel.LookAsync(heading);

        await rachel.FollowAsync("Use another method");
        await rachel.ChooseAsync("Text");
        await rachel.EnterCodeAsync(Phone);
        await rachel.IsHomeAsync();
        await LiftAsync(scope);
    });

    [Theory]
    [InlineData(BlockScope.Account, "This account is blocked")]
    [InlineData(BlockScope.AccountAtSource, "Signing in from your network is blocked")]
    [InlineData(BlockScope.Source, "Your network is blocked")]
    public Task Where_only_waiting_is_left_the_calendar_knows_the_end_and_then_it_goes_on(BlockScope scope, string heading) => PlayAsync(async rachel =>
    {
        await ComeLaterAsync(rachel);
        await SetAsync(scope, TimeSpan.FromMinutes(6));
        await rachel.OpenAsync("/sign-in/blocked");
        await rachel.LookAsync(heading);
        var file = await rachel.Page.RunAndWaitForDownloadAsync(() => rachel.Link("Put it in my calendar").ClickAsync());
        Assert.EndsWith(".ics", file.SuggestedFilename, StringComparison.Ordinal);

        await rachel.Backstage.AdvanceAsync(TimeSpan.FromMinutes(7));
        await rachel.OpenAsync("/sign-in/blocked");
        await rachel.IsAtAsync("Nothing is blocked");
        await rachel.FollowAsync("Go on");
        await rachel.SignInAsync("rachel");
    });

    [Fact]
    public Task The_end_is_told_by_the_method_that_I_choose() => PlayAsync(async rachel =>
    {
        await ComeLaterAsync(rachel);
        for (var code = 0; code < 2; code++)
        {
            await rachel.OpenAsync("/sign-in/verify");
            await rachel.ChooseAsync("E-mail");
            for (var tries = 0; tries < 5; tries++)
            {
                await rachel.TypeAsync("Code", "000000");
                await rachel.PressAsync("Verify");
            }

            await rachel.Backstage.AdvanceAsync(TimeSpan.FromMinutes(1));
        }

        await rachel.LookAsync("This method is blocked for your network");
        await rachel.PressAsync(rachel.Row("01").First);
        await rachel.SeesAsync("when the block is over.");
        await rachel.Backstage.AdvanceAsync(TimeSpan.FromHours(24));
        var told = (await rachel.Backstage.LettersAsync(Phone)).First(letter => letter.Kind == "blockEnded");
        Assert.Null(told.Code);
    });

    /// <summary>Whatever another story has tried is no sign of haste any more.</summary>
    private static async Task ComeLaterAsync(Person rachel)
    {
        await rachel.Backstage.AdvanceAsync(TimeSpan.FromHours(1));
        await rachel.GivePasswordAsync("rachel");
    }

    private SecurityInfoService Service => _portal.Services.GetRequiredService<SecurityInfoService>();

    private async Task SetAsync(BlockScope scope, TimeSpan lasts)
    {
        var (account, target) = await TargetAsync(scope);
        var staff = await Staff.OfAsync(_portal.Services);
        var end = _portal.Services.GetRequiredService<TimeProvider>().GetUtcNow() + lasts;
        Assert.Null(await (scope switch
        {
            BlockScope.Destination => Service.BlockDestinationAsync(staff, new(MethodKind.Email, Mail("rachel")), BlockReason.ReportedLost, end, "lost", People.Cancel),
            BlockScope.Source => Service.BlockSourceAsync(staff, target.Source, BlockReason.UnusualActivity, end, "odd", People.Cancel),
            _ => Service.BlockAsync(staff, account, new(target, BlockReason.UnusualActivity, end, "odd"), People.Cancel),
        }));
    }

    private async Task LiftAsync(BlockScope scope)
    {
        var (account, target) = await TargetAsync(scope);
        var staff = await Staff.OfAsync(_portal.Services);
        Assert.Null(await (scope is BlockScope.Destination
            ? Service.LiftDestinationAsync(staff, new(MethodKind.Email, Mail("rachel")), "found", People.Cancel)
            : Service.LiftBlockAsync(staff, account, target, "all is well", People.Cancel)));
    }

    private Task<(AccountId Account, BlockTarget Target)> TargetAsync(BlockScope scope) => _portal.Services.GetRequiredService<WriteQueue>().RunAsync(
        context =>
        {
            var profile = context.Profiles.Single(known => known.NameKey == Account("rachel"));
            var source = profile.Sessions[^1].Source;
            BlockTarget target = new(
                scope,
                scope is BlockScope.Method or BlockScope.MethodAtSource ? profile.Methods.Single(method => method.Kind == MethodKind.Email).Id : null,
                scope is BlockScope.MethodAtSource or BlockScope.AccountAtSource or BlockScope.Source ? source : "");
            return (profile.Id, target);
        },
        People.Cancel);
}
