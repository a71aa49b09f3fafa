using SecurityPortal.Domain;
using SecurityPortal.Domain.Staff;
using SecurityPortal.Service;
using SecurityPortal.Tests.Support;
using static SecurityPortal.Tests.Support.Desk;
using static SecurityPortal.Tests.Support.People;

namespace SecurityPortal.Tests.Service;

/// <summary>R-HELP-6: what counts as a check, and the limits in figures, are those of the policy in force.</summary>
public sealed class ScriptTests
{
    [Fact]
    public async Task Says_what_the_policy_says()
    {
        await using var portal = await Portal.OpenAsync(new()
        {
            ["Security:HelpDesk:ClearsAnHour"] = "7",
            ["Security:HelpDesk:CallerChecks:Manager"] = "false",
            ["Security:Limits:MethodAnHour"] = "4",
        });
        await portal.SeedDeskAsync();
        var helper = await portal.SignInAsStaffAsync();

        var script = await portal.Service.ScriptAsync(helper, CallKind.LostDevice, Cancel);

        Assert.Equal([CallerCheck.InPerson, CallerCheck.DirectoryCall, CallerCheck.CallerNumber], script.Checks);
        Assert.Equal((7, 4, 72, 30), (script.Figures!.ClearsAnHour, script.Figures.CodesAnHour, script.Figures.WaitHours, script.Figures.ReplacementDays));
        Assert.Equal([24, 72, 168], script.Figures.BlockHours);
    }

    /// <summary>R-FORM-3.</summary>
    [Fact]
    public async Task For_a_recovery_the_call_alone_counts()
    {
        await using var portal = await Portal.OpenAsync();
        await portal.SeedDeskAsync();

        Assert.Equal([CallerCheck.DirectoryCall], (await portal.Service.ScriptAsync(await portal.SignInAsStaffAsync(Inspector), CallKind.Recovery, Cancel)).Checks);
        Assert.Equal(new Refusal.NotStaff(), (await portal.Service.ScriptAsync(await portal.SignInAsync(), CallKind.Recovery, Cancel)).Refusal);
    }
}
