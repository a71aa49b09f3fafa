using System.Diagnostics;
using System.Globalization;
using SecurityPortal.Components.Shared;
using SecurityPortal.Domain;
using SecurityPortal.Resources;
using SecurityPortal.Service;

namespace SecurityPortal.Components.AdminPages;

/// <summary>What stands on the administration's pages, in words; filed in <see cref="AdminWords"/> under its name.</summary>
internal static class AdminText
{
    public static string Of(Role role) => StaffPages.ApprovalText.Of(role);

    public static string Of(RegionKind kind) => Words($"Kind_{kind}");

    public static string Of(Channel channel) => Words($"Channel_{channel}");

    public static string Of(ChannelStatus status) => Words($"Status_{status}");

    public static string Of(BlockReason reason) => BlockWords.ResourceManager.GetString($"Reason_{reason}", BlockWords.Culture) ?? throw new UnreachableException($"No words for {reason}.");

    public static string NameOf(AttackedRegion region) => region.Kind == RegionKind.Country ? CountryNames.NameOf(region.Value) : region.Value;

    /// <summary>A mail domain, first digits, or a country by its name.</summary>
    public static string NameOf(ChannelArea area) => area is { Channel: not Channel.Email, Area: not ['+', ..] } ? CountryNames.NameOf(area.Area) : area.Area;

    public static string StatusOf(ChannelArea area) => HealthText.Of(area.Channel, area.Status, null, NameOf(area));

    public static string BadgeOf(ChannelStatus status) => status switch
    {
        ChannelStatus.Available => "badge-good",
        ChannelStatus.Limited => "badge-warning",
        ChannelStatus.Unavailable => "badge-bad",
    };

    public static string Percent(double part) => part.ToString("P0", CultureInfo.CurrentCulture);

    private static string Words(string key) =>
        AdminWords.ResourceManager.GetString(key, AdminWords.Culture) ?? throw new UnreachableException($"No words for {key}.");
}
