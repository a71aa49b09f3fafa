using Microsoft.AspNetCore.Components;
using SecurityPortal.Domain;
using SecurityPortal.Service;

namespace SecurityPortal.Components.Shared;

/// <summary>In the row of a method that a code can be asked for: that its codes are slow at present.</summary>
public sealed partial class MethodAreaNote
{
    [Parameter]
    [EditorRequired]
    public MethodView Method { get; set; } = null!;

    private Channel Channel => Method.Kind switch
    {
        ContactKind.Email => Channel.Email,
        ContactKind.Phone => Method.TakesTexts ? Channel.Sms : Channel.Voice,
    };
}
