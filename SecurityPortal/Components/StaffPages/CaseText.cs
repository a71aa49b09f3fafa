using System.Diagnostics;
using System.Globalization;
using SecurityPortal.Domain;
using SecurityPortal.Resources;
using SecurityPortal.Service;

namespace SecurityPortal.Components.StaffPages;

/// <summary>How cases stand, in words; filed in <see cref="CaseWords"/> under its name.</summary>
internal static class CaseText
{
    public static string Of(CaseState state) => Words($"State_{state}");

    public static string Of(CaseHappening what) => Words($"Did_{what}");

    public static string Of(CaseShow show) => Words($"Show_{show}");

    public static string BadgeOf(CaseState state) => state switch
    {
        CaseState.New => "badge-warning",
        CaseState.Closed or CaseState.Finished or CaseState.Approved => "badge-good",
        CaseState.Declined or CaseState.Stopped or CaseState.Expired => "badge-bad",
        _ => "",
    };

    /// <summary>What the applicant's page says of it.</summary>
    public static string SeenOf(RecoveryState state) =>
        RecoverWords.ResourceManager.GetString($"State_{state}", RecoverWords.Culture) ?? throw new UnreachableException($"No words for {state}.");

    /// <summary>By its own name, as whoever speaks it knows it.</summary>
    public static string LanguageOf(string language) => CultureInfo.GetCultureInfo(language).NativeName;

    private static string Words(string key) =>
        CaseWords.ResourceManager.GetString(key, CaseWords.Culture) ?? throw new UnreachableException($"No words for {key}.");
}
