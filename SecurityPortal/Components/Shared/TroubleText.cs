using System.Diagnostics;
using SecurityPortal.Domain;
using SecurityPortal.Resources;
using SecurityPortal.Service;

namespace SecurityPortal.Components.Shared;

/// <summary>
/// What keeps a code away, in words. They are filed in <see cref="HelpWords"/> under the trouble's kind, followed by its
/// cause or its channel where the words differ by that.
/// </summary>
public static class TroubleText
{
    public static string Title(CodeTrouble trouble, Channel channel, TimeZoneInfo zone) => Words(trouble, channel, "Title").With(Time(trouble.At, zone));

    public static string Text(CodeTrouble trouble, Channel channel, TimeZoneInfo zone) => Words(trouble, channel, "Text").With(Time(trouble.At, zone));

    /// <summary>What helps best, of what the page offers.</summary>
    public static string Out(CodeTrouble trouble, WaysOffered offered) => offered.Nearest(trouble.Out) is var (best, name)
        ? HelpWords.ResourceManager.GetString($"Out_{best}", HelpWords.Culture)!.With(name ?? "")
        : "";

    /// <summary>How long it lasts, as far as that is known.</summary>
    public static string? HowLong(CodeTrouble trouble, DateTimeOffset now, TimeZoneInfo zone) => trouble switch
    {
        { Kind: TroubleKind.Late, Until: { } until } => HelpWords.Until_Late.With(Time(until, zone)),
        { Kind: TroubleKind.Waiting, Until: { } until } => HelpWords.Until_Waiting.With(Time(until, zone)),
        { Kind: TroubleKind.Blocked or TroubleKind.BlockedEverywhere, Until: { } until } => HelpWords.Until_Blocked.With(InstantWords.Exact(until, zone), InstantWords.Relative(until, now)),
        { Delay: { } delay, Until: null } => HelpWords.Delay_Area.With(HealthText.About(delay)),
        { Delay: { } delay, Until: { } until } => HelpWords.Delay_Area.With(HealthText.About(delay)) + " " + HelpWords.Until_Area.With(InstantWords.Exact(until, zone)),
        { Until: { } until } => HelpWords.Until_Area.With(InstantWords.Exact(until, zone)),
        _ => null,
    };

    public static string InShort(CodeTrouble trouble, Channel channel, DateTimeOffset now, TimeZoneInfo zone) =>
        HowLong(trouble, now, zone) is { } howLong ? $"{Title(trouble, channel, zone)} {howLong}" : Title(trouble, channel, zone);

    private static string Words(CodeTrouble trouble, Channel channel, string part)
    {
        string[] keys = [$"{trouble.Kind}_{Cause(trouble)}_{part}", $"{trouble.Kind}_{channel}_{part}", $"{trouble.Kind}_Other_{part}", $"{trouble.Kind}_{part}"];
        return keys.Select(key => HelpWords.ResourceManager.GetString(key, HelpWords.Culture)).FirstOrDefault(words => words is not null)
            ?? throw new UnreachableException($"No words for {keys[0]}.");
    }

    // To the reader it is all the same what of ours fails.
    private static DeliveryCause? Cause(CodeTrouble trouble) =>
        trouble.Cause is DeliveryCause.ChannelSlow or DeliveryCause.ChannelMisconfigured ? DeliveryCause.ChannelDown : trouble.Cause;

    private static string Time(DateTimeOffset? instant, TimeZoneInfo zone) => instant is { } at ? ShortTime.Of(at, zone) : "";
}
