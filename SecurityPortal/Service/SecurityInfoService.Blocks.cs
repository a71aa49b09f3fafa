using Microsoft.EntityFrameworkCore;
using SecurityPortal.Domain;

namespace SecurityPortal.Service;

public sealed partial class SecurityInfoService
{
    /// <summary>Until when a typed name cannot sign in from the visitor's network; the same for names that no account has. To look is no try.</summary>
    public async Task<DateTimeOffset?> BlockedUntilAsync(Visitor visitor, string name, CancellationToken cancel)
    {
        var key = AccountName.KeyOf(name);
        await using var context = await contexts.CreateDbContextAsync(cancel);
        var gate = await context.PasswordGates.AsNoTracking().SingleOrDefaultAsync(gate => gate.NameKey == key && gate.Source == visitor.Source, cancel);
        return gate?.IsShut(clock.GetUtcNow()) == true ? gate.BlockedUntil : null;
    }
}
