using Microsoft.Extensions.Options;
using SecurityPortal.Web;

namespace SecurityPortal.Components.Shared;

public sealed partial class Brand(IOptions<PortalOptions> options)
{
    private string Organisation => options.Value.OrganisationName;
}
