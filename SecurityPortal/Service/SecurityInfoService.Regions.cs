using SecurityPortal.Domain;
using SecurityPortal.Storage;

namespace SecurityPortal.Service;

// Regions under heavy attack, whose codes go in turn (R-RISK-3).
public sealed partial class SecurityInfoService
{
    private TurnAnswer TakeTurn(PortalContext context, CodeDispatch dispatch, Caller caller, DateTimeOffset now)
    {
        _ = caller;
        return _channels.TakeTurn(context, dispatch, now);
    }
}
