using Microsoft.Extensions.Options;
using SecurityPortal.Resources;
using SecurityPortal.Web;

namespace SecurityPortal.Components.Shared;

/// <summary>Who helps when nothing else does, as the operator named them.</summary>
public sealed partial class HelpDeskLine(IOptions<PortalOptions> options)
{
    private string Words => options.Value.HelpDeskContact is { Length: > 0 } contact
        ? SharedWords.HelpDesk_Contact.With(contact)
        : SharedWords.HelpDesk_Unnamed;
}
