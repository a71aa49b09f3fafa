using PhoneNumbers;

namespace SecurityPortal.Domain;

/// <summary>Why a text is not a number that codes can be sent to (R-METH-4, R-METH-5).</summary>
public enum PhoneFault
{
    Empty,
    TooLong,
    NoCountry,
    NotANumber,
    Voip,
    PremiumRate,
    SharedCost,
    Pager,
    Voicemail,
    CompanyWide,

    /// <summary>Paid for by whoever is called, or passed on to a number that nobody sees: no code goes there, and no call.</summary>
    ReachedElsewhere,
    CallsOnly,
}

/// <summary>Reads a phone number as people type it, and keeps it in E.164.</summary>
public static class PhoneNumber
{
    private const int MaxTyped = 40;

    private static readonly PhoneNumberUtil s_plan = PhoneNumberUtil.GetInstance();

    /// <param name="typed">With a leading <c>+</c> and calling code, or as dialled within <paramref name="country"/>.</param>
    /// <param name="country">ISO 3166 alpha-2, or null when none was chosen.</param>
    public static Contact? Read(string? typed, string? country, out Refusal? refusal)
    {
        var text = typed?.Trim() ?? "";
        var fault = ShapeFault(text, country);
        var number = fault is null ? Parse(text, country) : null;
        fault ??= number is null or { HasExtension: true } ? PhoneFault.NotANumber : KindFault(number);

        // Such a line is fine where the portal can call; whether it can is known further in (R-METH-5).
        fault = fault is PhoneFault.CallsOnly ? null : fault;

        refusal = fault is { } found ? new Refusal.NotAPhone(found) : null;
        return refusal is null ? new(MethodKind.Phone, s_plan.Format(number!, PhoneNumberFormat.E164)) : null;
    }

    /// <summary>
    /// What was typed in E.164, to be compared: whether such a number gets codes, or is in the numbering plans yet, is not
    /// asked.
    /// </summary>
    public static string? InE164(string? typed, string? country, out Refusal? refusal)
    {
        var text = typed?.Trim() ?? "";
        var fault = ShapeFault(text, country);
        var number = fault is null ? Parse(text, country) : null;
        refusal = number is null or { HasExtension: true } ? new Refusal.NotAPhone(fault ?? PhoneFault.NotANumber) : null;
        return refusal is null ? s_plan.Format(number!, PhoneNumberFormat.E164) : null;
    }

    /// <summary>Calling codes by country, for the list beside the number's field.</summary>
    public static IEnumerable<(string Country, int CallingCode)> Countries =>
        s_plan.GetSupportedRegions().Order(StringComparer.Ordinal).Select(region => (region, s_plan.GetCountryCodeForRegion(region)));

    public static int CallingCodeOf(string country) => s_plan.GetCountryCodeForRegion(country);

    public static int CallingCodeOf(Contact phone) => s_plan.Parse(phone.Value, null).CountryCode;

    /// <summary>As written internationally: <c>+44 7700 900123</c>.</summary>
    public static string Spaced(string e164) => s_plan.Format(s_plan.Parse(e164, null), PhoneNumberFormat.INTERNATIONAL);

    /// <summary>False for a line that only takes calls (R-METH-5).</summary>
    public static bool TakesTexts(string e164) => KindFaultOf(e164) is not PhoneFault.CallsOnly;

    /// <summary>ISO 3166 alpha-2; where the numbering plans do not list it, the first country of its calling code.</summary>
    public static string CountryOf(string e164) => Parse(e164, null) is { } number
        ? s_plan.GetRegionCodeForNumber(number) ?? s_plan.GetRegionCodeForCountryCode(number.CountryCode)
        : "";

    /// <summary>
    /// Why a number in E.164 gets no codes, as the numbering plans are known now. One they do not list is left alone: it may
    /// be newer than they are, and whoever can enter its code has it.
    /// </summary>
    public static PhoneFault? KindFaultOf(string e164) => Parse(e164, null) is { } number && KindFault(number) is { } fault and not PhoneFault.NotANumber
        ? fault
        : null;

    private static PhoneFault? ShapeFault(string text, string? country) => text switch
    {
        "" => PhoneFault.Empty,
        { Length: > MaxTyped } => PhoneFault.TooLong,
        _ when text.Any(char.IsControl) || text.Any(char.IsLetter) => PhoneFault.NotANumber,
        _ when text[0] is not ('+' or '＋') && string.IsNullOrEmpty(country) => PhoneFault.NoCountry,
        _ => null,
    };

    private static PhoneNumbers.PhoneNumber? Parse(string text, string? country)
    {
        try
        {
            return s_plan.Parse(text, country);
        }
        catch (NumberParseException)
        {
            return null;
        }
    }

    private static PhoneFault? KindFault(PhoneNumbers.PhoneNumber number) => s_plan.GetNumberType(number) switch
    {
        PhoneNumberType.VOIP => PhoneFault.Voip,
        PhoneNumberType.PREMIUM_RATE => PhoneFault.PremiumRate,
        PhoneNumberType.SHARED_COST => PhoneFault.SharedCost,
        PhoneNumberType.PAGER => PhoneFault.Pager,
        PhoneNumberType.VOICEMAIL => PhoneFault.Voicemail,
        PhoneNumberType.UAN => PhoneFault.CompanyWide,
        PhoneNumberType.TOLL_FREE or PhoneNumberType.PERSONAL_NUMBER => PhoneFault.ReachedElsewhere,
        PhoneNumberType.FIXED_LINE => PhoneFault.CallsOnly,
        PhoneNumberType.MOBILE or PhoneNumberType.FIXED_LINE_OR_MOBILE => null,
        _ => PhoneFault.NotANumber,
    };
}
