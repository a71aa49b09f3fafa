using SecurityPortal.Domain;
using SecurityPortal.Resources;
using SecurityPortal.Service;

namespace SecurityPortal.Commands;

/// <summary>Says who could not sign in any more if the Strict profile were switched on, before it is.</summary>
public sealed class CheckPolicyCommand(SecurityInfoService service, TextWriter output)
{
    public const string Name = "check-policy";

    private static readonly PortalItself s_command = new();

    /// <returns>The exit code: 0 when all accounts were looked at, and all could sign in.</returns>
    public async Task<int> RunAsync(CancellationToken cancel)
    {
        var stranded = 0;
        try
        {
            await foreach (var account in service.StrandedAsync(s_command, cancel))
            {
                stranded++;
                await output.WriteLineAsync(PolicyWords.Line.With(Printable.Of(account.Name), string.Join(", ", Has(account))));
            }
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            await output.WriteLineAsync(PolicyWords.Stopped.With(stranded));
            return 1;
        }

        await output.WriteLineAsync(stranded == 0 ? PolicyWords.Nobody : PolicyWords.Total.With(stranded));
        return stranded == 0 ? 0 : 1;
    }

    private static IEnumerable<string> Has(StrandedAccount account)
    {
        foreach (var (kind, count) in account.Usable)
            yield return WordsOf(kind).With(count);
        if (account.OutOfUse > 0)
            yield return PolicyWords.Has_OutOfUse.With(account.OutOfUse);
        if (account.RecoveryCodes > 0)
            yield return PolicyWords.Has_RecoveryCodes.With(account.RecoveryCodes);
    }

    private static string WordsOf(MethodKind kind) => kind switch
    {
        MethodKind.Email => PolicyWords.Has_Addresses,
        MethodKind.Phone => PolicyWords.Has_Phones,
        MethodKind.AuthenticatorApp => PolicyWords.Has_Apps,
        MethodKind.Passkey => PolicyWords.Has_Passkeys,
        MethodKind.RecoveryCodes => PolicyWords.Has_RecoveryCodes,
    };
}
