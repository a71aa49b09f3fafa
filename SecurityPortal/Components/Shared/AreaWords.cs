using SecurityPortal.Domain;
using SecurityPortal.Resources;
using SecurityPortal.Service;

namespace SecurityPortal.Components.Shared;

/// <summary>Why codes are slow or do not go: the channel (R-DEL-9), or an attack (R-RISK-3).</summary>
public static class AreaWords
{
    /// <param name="place">The calling code or the mail domain; null where the reader is shown neither.</param>
    public static string Of(Channel channel, AreaNote note, string? place) => note.IsAttack
        ? RiskText.OfAttack(note.Status == ChannelStatus.Unavailable, note.Delay)
        : HealthText.Of(channel, note.Status, note.Delay, place);
}
