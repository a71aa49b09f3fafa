namespace SecurityPortal.Service;

public sealed partial class SecurityInfoService
{
    /// <summary>Makes accounts with methods that count as established, on a store that has none: for rehearsals.</summary>
    public async Task<bool> SeedAsync(PortalItself rehearsal, IReadOnlyList<DemoAccount> accounts, CancellationToken cancel)
    {
        _ = rehearsal;
        var hash = accounts.Count == 0 ? null : await passwords.HashAsync(accounts[0].Password, cancel);
        return await writes.RunAsync(
            context =>
            {
                if (context.Profiles.Any())
                    return false;

                var now = clock.GetUtcNow();
                context.Profiles.AddRange(accounts.Select(account => account.Open(hash, seeds, now)));
                return true;
            },
            cancel);
    }
}
