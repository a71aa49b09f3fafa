using Microsoft.EntityFrameworkCore;
using SecurityPortal.Domain;

namespace SecurityPortal.Service;

// What an owner says of what staff did (R-HELP-10).
public sealed partial class SecurityInfoService
{
    /// <summary>Freezes what could change about the account's security, and opens a case that a lead decides.</summary>
    /// <param name="disputed">A row of the owner's log that staff have left there.</param>
    public async Task<Refusal?> DisputeStaffAsync(Owner owner, ActivityRef disputed, CancellationToken cancel)
    {
        var number = OneTimeCodes.NewCaseNumber();
        return await ChangeAsync(owner, (context, profile, policy, now) =>
            profile.WhyNotAnswer(owner.Asker, policy, now)
            ?? (disputed.IsSignIn || !context.Activity.AsNoTracking().Any(entry => entry.Id == disputed.Id && entry.Account == owner.Account && entry.Source == ActivityEntry.HelpDesk)
                ? new Refusal.NoSuchActivity()
                : profile.DisputeStaff(owner.Asker, number, policy, now)), cancel);
    }
}
