using SecurityPortal.Domain.Staff;

namespace SecurityPortal.Service;

// What a helper goes by while somebody is on the phone.
public sealed partial class SecurityInfoService
{
    /// <summary>Of a recovery request one check counts, whatever the policy says of others (R-FORM-3).</summary>
    public async Task<CallScript> ScriptAsync(Owner staff, CallKind kind, CancellationToken cancel) => await WhyNotActAsync(staff, StaffAct.ReadCases, cancel) is { } refusal
        ? new(refusal, kind, [], null)
        : new(null, kind, kind == CallKind.Recovery ? [CallerCheck.DirectoryCall] : Policy.HelpDesk.CallerChecks, ScriptFigures.Of(Policy));
}
