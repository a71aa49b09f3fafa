using Microsoft.AspNetCore.Components;
using SecurityPortal.Domain;

namespace SecurityPortal.Components.Shared;

/// <summary>Points out what may be a slip in a mail domain; one press takes what was meant (R-METH-8).</summary>
public sealed partial class MailHint
{
    /// <summary>The whole address that was probably meant; null where there is nothing to point out.</summary>
    [Parameter]
    [EditorRequired]
    public string? Meant { get; set; }

    [Parameter]
    [EditorRequired]
    public EventCallback OnTake { get; set; }

    [Parameter]
    [EditorRequired]
    public EventCallback OnKeep { get; set; }

    private string Domain => MailSystems.DomainOf(Meant!);
}
