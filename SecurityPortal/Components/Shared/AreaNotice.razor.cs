using Microsoft.AspNetCore.Components;
using SecurityPortal.Domain;
using SecurityPortal.Service;

namespace SecurityPortal.Components.Shared;

/// <summary>Says that messages to an area are slow or do not arrive, before one is asked for (R-DEL-9); nothing where all is well.</summary>
public sealed partial class AreaNotice
{
    [Parameter]
    [EditorRequired]
    public Channel Channel { get; set; }

    [Parameter]
    [EditorRequired]
    public AreaNote? Note { get; set; }

    /// <summary>Left out where the contact is masked: its country or provider would say more than the mask.</summary>
    [Parameter]
    public string? Place { get; set; }

    [Parameter]
    [EditorRequired]
    public DateTimeOffset Now { get; set; }
}
