using SecurityPortal.Resources;
using SecurityPortal.Service;

namespace SecurityPortal.Rehearsal;

/// <summary>Says on the console where to begin, once the portal listens.</summary>
internal sealed class Prompter(PortalAddress portal) : IHostedLifecycleService
{
    public Task StartedAsync(CancellationToken cancellationToken)
    {
        string[] lines =
        [
            "",
            RehearsalWords.Console_Address.With(portal.Value, portal.Of("/rehearsal")),
            RehearsalWords.Console_Accounts.With(DemoAccounts.Password),
            .. DemoAccounts.All.Select(account => $"  {account.Details.Name,-28}{account.Note}"),
            "",
        ];
        return Console.Out.WriteLineAsync(string.Join(Environment.NewLine, lines));
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
