using SecurityPortal.Resources;
using SecurityPortal.Service;

namespace SecurityPortal.Commands;

/// <summary>The last way back for one of the staff who has lost everything: shown here once, and told to all others (R-HELP-4).</summary>
/// <param name="said">What is said of it; the pass alone goes to the output.</param>
public sealed class PassCommand(SecurityInfoService service, TimeProvider clock, TextWriter output, TextWriter said)
{
    public const string Name = "pass";

    private static readonly PortalItself s_command = new();

    /// <returns>The exit code: 0 when the pass was made.</returns>
    public async Task<int> RunAsync(string account, CancellationToken cancel)
    {
        var (refusal, pass, endsAt) = await service.GivePassAsync(s_command, account, cancel);
        if (refusal is not null)
        {
            await said.WriteLineAsync(RefusalText.Of(refusal, clock.GetUtcNow(), TimeZoneInfo.Utc));
            return 1;
        }

        await output.WriteLineAsync(pass);
        await said.WriteLineAsync(PassWords.Made.With(Printable.Of(account), InstantWords.Exact(endsAt!.Value, TimeZoneInfo.Utc)));
        return 0;
    }
}
