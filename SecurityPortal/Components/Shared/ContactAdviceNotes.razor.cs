using Microsoft.AspNetCore.Components;
using SecurityPortal.Domain;
using SecurityPortal.Resources;
using SecurityPortal.Service;

namespace SecurityPortal.Components.Shared;

/// <summary>What is known of the contact that is being typed, under its field.</summary>
public sealed partial class ContactAdviceNotes
{
    [Parameter]
    [EditorRequired]
    public ContactAdvice? Advice { get; set; }

    [Parameter]
    [EditorRequired]
    public MethodKind Kind { get; set; }

    [Parameter]
    [EditorRequired]
    public string? Place { get; set; }

    [Parameter]
    [EditorRequired]
    public DateTimeOffset Now { get; set; }

    private bool IsForCalls => Advice is { Messages: null, Calls: not null };

    private string Fine => string.Join(" · ", new[] { Of(Channel.Sms, Advice!.Messages), Of(Channel.Voice, Advice.Calls) }.OfType<string>());

    private static string? Of(Channel channel, AreaNote? note) =>
        note is { Status: ChannelStatus.Available } ? HealthText.Of(channel, note.Status, null, null) : null;
}
