using SecurityPortal.Domain;
using SecurityPortal.Domain.Staff;

namespace SecurityPortal.Service;

/// <summary>The figures that are in force now, or why they are not shown.</summary>
public sealed record PolicyView(Refusal? Refusal, PolicyInForce? Policy);

/// <summary>What the rules are judged by, how long what happened is kept, and who counts as the organisation.</summary>
public sealed record PolicyInForce(SecurityPolicy Rules, RetentionOptions Retention);

// The policy as it is in force, for whoever has to explain it.
public sealed partial class SecurityInfoService
{
    public async Task<PolicyView> PolicyAsync(Owner staff, CancellationToken cancel)
    {
        await using var context = await contexts.CreateDbContextAsync(cancel);
        return await WhyNotPlanAsync(context, staff, StaffAct.ReadPolicy, StaffTarget.User) is { } refusal ? new(refusal, null) : new(null, new(Policy, Retention));
    }
}
