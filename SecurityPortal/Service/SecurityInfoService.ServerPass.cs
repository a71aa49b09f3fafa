using SecurityPortal.Domain;
using SecurityPortal.Storage;

namespace SecurityPortal.Service;

// The last way back for staff, on the server (R-HELP-4).
public sealed partial class SecurityInfoService
{
    /// <summary>Takes everything away from one of the staff, and makes the pass that stands for it. All others of the staff are told.</summary>
    public async Task<ClearAnswer> GivePassAsync(PortalItself command, string name, CancellationToken cancel)
    {
        var key = AccountName.KeyOf(name);
        var letters = OneTimeCodes.NewPassLetters();
        var pass = codes.SealPass(letters, clock.GetUtcNow());
        DateTimeOffset? endsAt = null;
        var (refusal, waiting) = await writes.RunAsync<Changed>(
            context =>
            {
                if (context.Profiles.SingleOrDefault(profile => profile.NameKey == key) is not { } target)
                    return new(new Refusal.NoSuchAccount(), []);

                var now = clock.GetUtcNow();
                var changed = Change(context, target, command, (store, profile, policy, at) =>
                {
                    var entry = AuditEntries.PassGiven(profile);
                    if (profile.GivePass(pass, policy, at) is { } refused)
                        return refused;

                    AuditLog.Append(store, command, entry, at);
                    return null;
                }, now);
                endsAt = target.Pass?.EndsAt;
                return changed.Refusal is null ? new(null, [.. changed.Waiting.Union(TellStaff(context, target, command, now))]) : changed;
            },
            cancel);

        _mail.Ring(waiting);
        return refusal is null ? new(null, letters, endsAt) : new(refusal, null, null);
    }

    private IReadOnlyCollection<Channel> TellStaff(PortalContext context, SecurityProfile about, PortalItself command, DateTimeOffset now)
    {
        HashSet<Channel> waiting = [];
        foreach (var id in RoleRows.Of(context).Select(profile => profile.Id).Where(id => id != about.Id).ToList())
        {
            var other = s_load(context, id)!;
            other.HearOfPass(about, Policy, now);
            waiting.UnionWith(messages.WriteAll(context, other, command, now));
        }

        return waiting;
    }
}
