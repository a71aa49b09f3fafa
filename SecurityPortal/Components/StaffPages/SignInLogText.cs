using System.Diagnostics;
using SecurityPortal.Components.Shared;
using SecurityPortal.Domain;
using SecurityPortal.Resources;
using SecurityPortal.Service;

namespace SecurityPortal.Components.StaffPages;

/// <summary>What stands in the sign-in log, in few words; filed in <see cref="SignInLogWords"/> under its name.</summary>
internal static class SignInLogText
{
    public static string Of(SignInResult result) => Words($"Result_{result}");

    public static string Of(SignInCause cause) => Words($"Cause_{cause}");

    public static string Of(CauseGroup group) => Words($"Group_{group}");

    public static string OfDays(int days) => Words($"Days_{days}");

    public static string BrowserOf(LoggedSignIn tried) => tried.Browser.Length == 0 ? ActivityWords.Browser_Unknown : BrowserText.Of(tried.Browser);

    public static string? PlaceOf(LoggedSignIn tried) => tried switch
    {
        { Country: { } country, City: { } city } => ActivityWords.Place.With(city, CountryNames.NameOf(country)),
        { Country: { } country } => CountryNames.NameOf(country),
        _ => null,
    };

    public static string BadgeOf(SignInResult result) => result switch
    {
        SignInResult.SignedIn => "badge-good",
        SignInResult.GotOn => "",
        SignInResult.Failed => "badge-bad",
    };

    private static string Words(string key) =>
        SignInLogWords.ResourceManager.GetString(key, SignInLogWords.Culture) ?? throw new UnreachableException($"No words for {key}.");
}
