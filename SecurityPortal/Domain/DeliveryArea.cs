using System.Diagnostics;

namespace SecurityPortal.Domain;

/// <summary>Where a destination lies, as far as it matters for how well messages arrive there (R-DEL-9).</summary>
/// <param name="Name">The domain of an address, or the country of a number as ISO 3166 alpha-2.</param>
/// <param name="Prefix">The first digits of a number, by which networks are told apart.</param>
public readonly record struct DeliveryArea(string Name, string? Prefix)
{
    /// <summary>Calling code and the first digits after it: enough to tell networks apart, too few to tell people apart.</summary>
    private const int PrefixDigits = 5;

    /// <summary>As people call it: the domain, or the calling code.</summary>
    public static string PlaceOf(Contact contact) => contact.Kind switch
    {
        MethodKind.Email => MailSystems.DomainOf(contact.Value),
        MethodKind.Phone => $"+{PhoneNumber.CallingCodeOf(contact)}",
        _ => throw new UnreachableException(),
    };

    /// <summary>As staff type it, in the one spelling that it is kept in: a mail domain, a country or first digits. Null for what is none.</summary>
    public static string? AreaOf(Channel channel, string typed) => (channel, typed.Trim()) switch
    {
        (Channel.Email, var domain) => EmailAddress.Read($"name@{domain}", out _) is { } address ? MailSystems.DomainOf(address.Value) : null,
        (_, ['+', .. { Length: > 0 and <= PrefixDigits } digits]) => digits.All(char.IsAsciiDigit) ? $"+{digits}" : null,
        var (_, country) => AttackedRegion.ValueOf(RegionKind.Country, country),
    };

    public static DeliveryArea Of(Contact contact) => contact.Kind switch
    {
        MethodKind.Email => new(MailSystems.DomainOf(contact.Value), null),
        MethodKind.Phone => new(PhoneNumber.CountryOf(contact.Value), contact.Value[..Math.Min(contact.Value.Length, PrefixDigits + 1)]),
        _ => throw new UnreachableException(),
    };
}
