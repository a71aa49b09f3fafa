using SecurityPortal.Domain;
using SecurityPortal.Domain.Staff;
using SecurityPortal.Storage;

namespace SecurityPortal.Service;

// What staff do to accounts. Whether they may is asked of their own account within the very unit that changes the other's:
// a role or a session that ends meanwhile is no right any more (R-HELP-4, R-HELP-7).
public sealed partial class SecurityInfoService
{
    private delegate Refusal? StaffRequest(PortalContext context, SecurityProfile actor, SecurityProfile target, SecurityPolicy policy, DateTimeOffset now);

    /// <summary>A code that an authenticator app shows, for one purpose of staff.</summary>
    public Task<Refusal?> ProveAsStaffAsync(Owner staff, Purpose purpose, ChallengeId challenge, string typed, CancellationToken cancel) =>
        ChangeAsync(staff, (profile, policy, now) => profile.WhyNotStaff(staff.Asker, policy, now) ?? Prove(profile, staff, purpose, challenge, typed, now), cancel);

    public Task<Refusal?> ProveAsStaffByPasskeyAsync(Owner staff, Purpose purpose, string token, string answer, CancellationToken cancel) =>
        ProveByPasskeyAsync(staff, purpose, token, answer, (profile, policy, now) => profile.WhyNotStaff(staff.Asker, policy, now), cancel);

    /// <summary>Whether this session counts as staff that may read or do this, without looking at any account.</summary>
    public async Task<Refusal?> WhyNotActAsync(Owner staff, StaffAct act, CancellationToken cancel)
    {
        await using var context = await contexts.CreateDbContextAsync(cancel);
        return await WhyNotPlanAsync(context, staff, act, StaffTarget.User);
    }

    private async Task<Refusal?> WhyNotPlanAsync(PortalContext context, Owner staff, StaffAct act, StaffTarget target) =>
        await s_read(context, staff.Account) is { } actor ? actor.WhyNotPlan(staff.Asker, act, target, Policy, clock.GetUtcNow()) : new Refusal.SignedOut();

    /// <param name="caller">As the owner sees it; made of the role in which it is done.</param>
    /// <param name="withAnother">Another person has agreed to it.</param>
    private async Task<Refusal?> ActOnAsync(
        Owner staff, StaffAct act, AccountId account, Func<Role, StaffCaller> caller, StaffRequest request, CancellationToken cancel, bool withAnother = false)
    {
        var (refusal, waiting) = await writes.RunAsync<Changed>(
            context =>
            {
                var now = clock.GetUtcNow();
                if (s_load(context, staff.Account) is not { } actor)
                    return new(new Refusal.SignedOut(), []);

                if (s_load(context, account) is not { } target)
                    return new(new Refusal.NoSuchAccount(), []);

                if (actor.WhyNotAct(staff.Asker, act, StaffTargets.Of(staff.Account, target), Policy, now, withAnother) is { } unable)
                    return new(unable, messages.WriteAll(context, actor, staff, now));

                var changed = Change(context, target, caller(actor.RoleFor(act)), (store, profile, policy, at) => request(store, actor, profile, policy, at), now);
                if (changed.Refusal is null)
                    actor.HaveActed(staff.Asker, act, now);
                _ = actor.Touch(staff.Asker, Policy, now);
                return new(changed.Refusal, [.. changed.Waiting.Union(messages.WriteAll(context, actor, staff, now))]);
            },
            cancel);

        _mail.Ring(waiting);
        return refusal;
    }

    /// <summary>The same for what is about no account.</summary>
    private Task<Refusal?> ActAsync(Owner staff, StaffAct act, StaffRequest request, CancellationToken cancel) =>
        ChangeAsync(staff.Account, staff, (context, actor, policy, now) =>
        {
            if (actor.WhyNotAct(staff.Asker, act, StaffTarget.User, policy, now) is { } unable)
                return unable;

            var refusal = request(context, actor, actor, policy, now);
            if (refusal is null)
                actor.HaveActed(staff.Asker, act, now);
            _ = actor.Touch(staff.Asker, policy, now);
            return refusal;
        }, cancel);
}
