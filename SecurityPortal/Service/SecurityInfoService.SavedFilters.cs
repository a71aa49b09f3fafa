using Microsoft.EntityFrameworkCore;
using SecurityPortal.Domain;

namespace SecurityPortal.Service;

// Filters of the sign-in log under a name, each for whoever saved it (R-HELP-9).
public sealed partial class SecurityInfoService
{
    public async Task<SavedFilters> SavedFiltersAsync(Owner staff, CancellationToken cancel)
    {
        await using var context = await contexts.CreateDbContextAsync(cancel);
        if (await WhyNotStaffAsync(context, staff) is { } refusal)
            return new(refusal, []);

        var saved = await context.SavedFilters.AsNoTracking().Where(filter => filter.Account == staff.Account).OrderBy(filter => filter.Name).ToListAsync(cancel);
        return new(null, [.. saved.Select(filter => (filter.Id, filter.Name, Filter: SignInFilter.Read(filter.Query)))
            .Where(filter => filter.Filter is not null).Select(filter => new NamedFilter(filter.Id, filter.Name, filter.Filter!))]);
    }

    /// <summary>Under a name that is there already it takes that one's place.</summary>
    public async Task<Refusal?> SaveFilterAsync(Owner staff, string name, SignInFilter filter, CancellationToken cancel)
    {
        await using var reading = await contexts.CreateDbContextAsync(cancel);
        if ((await ConditionsAsync(reading, staff, filter, clock.GetUtcNow(), cancel)).Refusal is { } refusal)
            return refusal;

        return await ChangeAsync(staff, (context, profile, policy, now) =>
        {
            if (profile.WhyNotStaff(staff.Asker, policy, now) is { } refused)
                return refused;

            if (!SavedFilter.IsName(name))
                return new Refusal.NoFilterName(SavedFilter.MaxLength);

            var all = context.SavedFilters.Where(saved => saved.Account == staff.Account).ToList();
            if (all.Find(saved => saved.Name == name.Trim()) is { } known)
                known.Query = filter.Query;
            else if (all.Count >= SavedFilter.Most)
                return new Refusal.TooManyFilters(SavedFilter.Most);
            else
                context.SavedFilters.Add(new() { Account = staff.Account, Name = name.Trim(), Query = filter.Query });
            return null;
        }, cancel);
    }

    /// <summary>One that is gone, or somebody else's, is left as it is.</summary>
    public Task<Refusal?> ForgetFilterAsync(Owner staff, long id, CancellationToken cancel) => ChangeAsync(staff, (context, profile, policy, now) =>
    {
        if (profile.WhyNotStaff(staff.Asker, policy, now) is { } refused)
            return refused;

        if (context.SavedFilters.SingleOrDefault(saved => saved.Id == id && saved.Account == staff.Account) is { } known)
            context.SavedFilters.Remove(known);
        return null;
    }, cancel);
}
