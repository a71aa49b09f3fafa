using SecurityPortal.Tests.Support;
using static SecurityPortal.Tests.Stories.SigningIn;

namespace SecurityPortal.Tests.Stories;

/// <summary>Every page of the replacement is accessible in light and dark, and fits the narrowest phone.</summary>
public sealed class ReplacementPagesStories(PortalServer portal, Browser browser) : Story(portal, browser)
{
    [Fact]
    public Task From_its_first_step_to_its_end() => PlayAsync(async rachel =>
    {
        await rachel.GivePasswordAsync("rachel");
        await rachel.FollowAsync("I don't have any of these");
        await rachel.LookAsync("Replace all your security info");
        await rachel.PressAsync("Enter new info");
        await rachel.LookAsync("How can we reach you from now on?");
        await rachel.GiveContactAsync("rachel.hart@post.example");
        await rachel.LookAsync("Enter the code");
        await rachel.EnterCodeAsync("rachel.hart@post.example");
        await rachel.LookAsync("Your new info");
        await rachel.PressAsync("Add another");
        await rachel.EnterNewInfoAsync("+1 202-555-0148");
        await rachel.PressAsync("Review");
        await rachel.LookAsync("Replace my security info?");
        await rachel.TakePictureAsync("replacement-review", height: 1000);
        await rachel.PressAsync("Replace my security info");
        await rachel.LookAsync("Your security info is being updated");
        await Backstage.AdvanceAsync(8.Days);
        await rachel.GivePasswordAsync("rachel");
        await rachel.LookAsync("Your security info is being updated");
        await rachel.TakePictureAsync("pending", height: 900);
        await rachel.FollowAsync("Cancel the update");
        await rachel.LookAsync("Cancel the update?");
        await rachel.OpenAsync("/pending?step=correct");
        await rachel.LookAsync("Correct the new info");
        await rachel.PressAsync(rachel.Row("E-mail"));
        await rachel.SeesAsync("Look for the message marked");
        await rachel.LookAsync("Correct the new info");
        await rachel.EnterCodeAsync("rachel.hart@post.example");
        await rachel.SeesAsync("Remove what is wrong, add what is right.");
        await rachel.LookAsync("Correct the new info");
        await rachel.OpenAsync("/pending/over");
        await rachel.LookAsync("The wait is over");
    });

    [Fact]
    public Task When_the_sign_in_has_cancelled_it() => PlayAsync(async omar =>
    {
        await omar.GivePasswordAsync("omar");
        await omar.StartReplacementAsync("omar@post.example");
        await omar.OpenAsync("/sign-in/verify");
        await omar.ChooseAsync("E-mail");
        await omar.EnterCodeAsync(Mail("omar"));
        await omar.IsHomeAsync();
        await omar.LookAsync("Your account is protected by 3 methods");
        await omar.OpenAsync("/pending");
        await omar.LookAsync("No update is under way");
    });
}
