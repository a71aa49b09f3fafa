using System.Diagnostics;
using System.Globalization;
using SecurityPortal.Domain;
using SecurityPortal.Domain.Risk;

namespace SecurityPortal.Resources;

/// <summary>What stands in the owner's log, in words; filed in <see cref="ActivityWords"/> under the name of what happened.</summary>
public static class ActivityText
{
    /// <param name="what">The group and the name: <c>Cause_SignedIn</c>, <c>Event_MethodAdded</c>, <c>Refused_Blocked</c>.</param>
    /// <param name="contact">As the reader may see it; null where it is not known any more.</param>
    public static string Of(string what, string? contact) => Words(what).With(contact ?? ActivityWords.Contact_Gone);

    /// <param name="reason">Its name.</param>
    public static string Why(string reason, IReadOnlyCollection<RiskSignal> signals) => signals.Count == 0
        ? Words($"Why_{reason}")
        : $"{Words($"Why_{reason}")}: {string.Join(", ", signals.Select(Of))}";

    public static string Of(RiskSignal signal) => Words($"Signal_{signal}");

    /// <summary>Whoever of the staff did it; their name is not told (R-HELP-10).</summary>
    public static string Of(Role role) => Words($"Role_{role}");

    public static string Of(OwnersAnswer answer) => answer switch
    {
        OwnersAnswer.WasMe => ActivityWords.Said_Me,
        OwnersAnswer.WasNotMe => ActivityWords.Said_NotMe,
    };

    public static string Of(DateOnly day, DateOnly today) => (today.DayNumber - day.DayNumber) switch
    {
        0 => ActivityWords.Day_Today,
        1 => ActivityWords.Day_Yesterday,
        _ => In(CultureInfo.CurrentUICulture, day),
    };

    // Names of days and months are words: they are in the language, not in the region's way of writing figures.
    private static string In(CultureInfo language, DateOnly day) => day.ToString(ActivityWords.Day_Format, language);

    private static string Words(string key) =>
        ActivityWords.ResourceManager.GetString(key, ActivityWords.Culture) ?? throw new UnreachableException($"No words for {key}.");
}
