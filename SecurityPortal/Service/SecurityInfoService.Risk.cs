using SecurityPortal.Domain;
using SecurityPortal.Domain.Risk;
using SecurityPortal.Storage;

namespace SecurityPortal.Service;

// How unusual a sign-in is, and what follows from it (R-RISK).
public sealed partial class SecurityInfoService
{
    private RiskScore Assess(PortalContext context, SecurityProfile profile, Caller caller, DateTimeOffset now)
    {
        _ = (context, profile, caller, now, Policy);
        return RiskScore.None;
    }

    /// <summary>Too many wrong passwords for all accounts have come from there (R-BLOCK-7).</summary>
    private static Refusal? WhySlowed(Throttle? source, DateTimeOffset now)
    {
        _ = (source, now);
        return null;
    }

    private void CountWrongOfSource(PortalContext context, Caller caller, string key, DateTimeOffset now)
    {
        _ = (context, caller, key, now, Policy);
    }
}
