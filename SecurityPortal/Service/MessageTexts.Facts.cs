using System.Globalization;
using SecurityPortal.Domain;

namespace SecurityPortal.Service;

/// <summary>What of an event stands in its notice.</summary>
public sealed partial class MessageTexts
{
    internal static Contact? ContactOf(SecurityEvent happened) => happened switch
    {
        SecurityEvent.MethodAdded added => added.Contact,
        SecurityEvent.MethodRemoved removed => removed.Contact,
        SecurityEvent.MethodSuspended suspended => suspended.Contact,
        SecurityEvent.MethodReportedLost lost => lost.Contact,
        SecurityEvent.MethodBroughtBack back => back.Contact,
        SecurityEvent.ClearMended mended => mended.Contact,
        SecurityEvent.MethodDisabled disabled => disabled.Contact,
        SecurityEvent.MethodRenamed renamed => renamed.Contact,
        SecurityEvent.LanguageChanged language => language.Contact,
        SecurityEvent.DefaultChanged chosen => chosen.Contact,
        SecurityEvent.PasskeyCloned cloned => cloned.Contact,
        SecurityEvent.CodeNotAskedFor code => code.Contact,
        SecurityEvent.AddressDisowned address => address.Contact,
        _ => null,
    };

    /// <summary>Masked, or what it is and what its owner calls it.</summary>
    private static string NameOf(Contact contact, CultureInfo culture) => contact switch
    {
        { IsDestination: true } => contact.Masked,
        { Label.Length: > 0 } => $"{Words($"Method_{contact.Kind}", culture, [])} ({contact.Label})",
        _ => Words($"Method_{contact.Kind}", culture, []),
    };

    /// <summary>As it is kept; its reader's words come where it is said.</summary>
    internal static string? BrowserOf(SecurityEvent happened) => happened switch
    {
        SecurityEvent.BrowserRemembered remembered => remembered.Browser,
        SecurityEvent.BrowserForgotten forgotten => forgotten.Browser,
        SecurityEvent.UnusualSignIn unusual => unusual.Browser,
        SecurityEvent.SignInHeldUp heldUp => heldUp.Browser,
        SecurityEvent.PasswordKnown known => known.Browser,
        _ => null,
    };

    private static string? CountryOf(SecurityEvent happened) => happened switch
    {
        SecurityEvent.UnusualSignIn unusual => unusual.Country,
        SecurityEvent.SignInHeldUp heldUp => heldUp.Country,
        SecurityEvent.PasswordKnown known => known.Country,
        _ => null,
    };

    private static string? CaseOf(SecurityEvent happened) => happened switch
    {
        SecurityEvent.CodeNotAskedFor code => code.Case,
        SecurityEvent.AddressDisowned address => address.Case,
        SecurityEvent.MethodReportedLost lost => lost.Case,
        SecurityEvent.SecurityFrozen frozen => frozen.Case,
        SecurityEvent.DisputeDecided decided => decided.Case,
        _ => null,
    };

    private static DateTimeOffset? UntilOf(SecurityEvent happened) => happened switch
    {
        SecurityEvent.RecoveryApproved approved => approved.EndsAt,
        SecurityEvent.ReplacementStarted started => started.EndsAt,
        SecurityEvent.ReplacementReminder reminder => reminder.EndsAt,
        SecurityEvent.ReplacementCorrected corrected => corrected.EndsAt,
        SecurityEvent.EverythingChanged everything => everything.RestrictedUntil,
        SecurityEvent.SecurityFrozen frozen => frozen.EndsAt,
        _ => null,
    };
}
