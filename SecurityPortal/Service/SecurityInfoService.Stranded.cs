using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using SecurityPortal.Domain;

namespace SecurityPortal.Service;

/// <summary>Somebody who has registered and could not sign in any more, and how many they have of what. The contacts themselves are nobody's business here.</summary>
/// <param name="OutOfUse">Suspended, or disabled by wrong codes.</param>
public sealed record StrandedAccount(string Name, ImmutableSortedDictionary<MethodKind, int> Usable, int OutOfUse, int RecoveryCodes);

public sealed partial class SecurityInfoService
{
    /// <summary>
    /// Whom the Strict profile would shut out, whichever one is on: nothing they have would sign in even where nothing is
    /// unusual. Whoever has yet to register is not among them. Nothing is stored.
    /// </summary>
    public async IAsyncEnumerable<StrandedAccount> StrandedAsync(PortalItself command, [EnumeratorCancellation] CancellationToken cancel)
    {
        _ = command;
        var strict = Policy with { Methods = MethodPolicy.Strict(options.Value.StrictPhones) };
        await using var context = await contexts.CreateDbContextAsync(cancel);

        // One after another as they are read: a million are never in memory at once.
        await foreach (var profile in context.Profiles.AsNoTracking().OrderBy(profile => profile.NameKey).AsAsyncEnumerable().WithCancellation(cancel))
        {
            profile.Advance(Policy, clock.GetUtcNow());
            if (!profile.MustRegister && !profile.CanSignIn(strict))
                yield return Stranded(profile);
        }
    }

    private static StrandedAccount Stranded(SecurityProfile profile)
    {
        var usable = profile.Methods.Where(method => method.IsUsable && !profile.IsDisabled(method)).ToArray();
        return new(
            profile.Name,
            usable.CountBy(method => method.Kind).ToImmutableSortedDictionary(),
            profile.Methods.Count(method => method.IsConfirmed) - usable.Length,
            profile.RecoveryCodes?.Left ?? 0);
    }
}
