using SecurityPortal;
using SecurityPortal.Commands;

try
{
    return args switch
    {
        [ImportCommand.Name, .. var rest] => await SecurityPortalApp.ImportAsync(rest),
        [CheckChannelsCommand.Name, .. var rest] => await SecurityPortalApp.CheckChannelsAsync(rest),
        [CheckPolicyCommand.Name, .. var rest] => await SecurityPortalApp.CheckPolicyAsync(rest),
        [ExportAuditCommand.Name, .. var rest] => await SecurityPortalApp.ExportAuditAsync(rest),
        [PassCommand.Name, .. var rest] => await SecurityPortalApp.GivePassAsync(rest),
        [VerifyAuditCommand.Name, .. var rest] => new VerifyAuditCommand(Console.Out, Console.Error).Run(rest),
        _ => await SecurityPortalApp.ServeAsync(args),
    };
}
catch (Exception exception) when (StartRefusal.Of(exception) is { } reason)
{
    // Whoever starts the portal needs the key of the setting, not our stack.
    await Console.Error.WriteLineAsync(reason);
    return 1;
}

/// <summary>Public, so that the tests can start the portal as it is.</summary>
public partial class Program;
