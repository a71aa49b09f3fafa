using Microsoft.AspNetCore.Components;
using SecurityPortal.Components.Shared;
using SecurityPortal.Delivery;
using SecurityPortal.Domain;
using SecurityPortal.Resources;

namespace SecurityPortal.Rehearsal;

/// <summary>One message as its reader would get it, its code at hand.</summary>
public sealed partial class MessageCard
{
    [Parameter]
    [EditorRequired]
    public KeptMessage Kept { get; set; } = null!;

    [Parameter]
    [EditorRequired]
    public DateTimeOffset Now { get; set; }

    private Dispatch Message => Kept.Message;

    private (IconName Icon, string Name) Look => Message.Channel switch
    {
        Channel.Email => (IconName.Email, RehearsalWords.Channel_Email),
        Channel.Sms => (IconName.Text, RehearsalWords.Channel_Sms),
        Channel.Voice => (IconName.Phone, RehearsalWords.Channel_Voice),
    };

    private string Heading => Message.Subject.Length > 0 ? Message.Subject : Look.Name;

    /// <summary>A text carries no link, but perhaps a word to be typed (R-PEND-4).</summary>
    private bool MayHoldWord => Message is { Channel: Channel.Sms, Code: null };

    private IEnumerable<string[]> Paragraphs => Message.Text.Split("\n\n", StringSplitOptions.RemoveEmptyEntries).Select(paragraph => paragraph.Split('\n'));
}
