using System.Collections.Immutable;
using SecurityPortal.Domain;
using SecurityPortal.Resources;
using SecurityPortal.Service;

namespace SecurityPortal.Commands;

/// <summary>Reads what one row says of a person; what it says wrongly refuses the row.</summary>
public sealed class ImportRow(ImportColumns columns, IReadOnlyList<string> fields)
{
    private const int MaxDisplayName = 100;
    private const string DefaultLanguage = "en";

    private static readonly HashSet<string> s_countries = [.. PhoneNumber.Countries.Select(known => known.Country)];
    private static readonly char[] s_betweenRoles = [';', ',', '|', ' '];

    public string Name => Of("name");

    public AccountImport? Read(out string? reason)
    {
        reason = OwnFault();
        if (reason is not null)
            return null;

        var roles = Roles(out reason);
        var contacts = Contacts(out var refusal);
        reason ??= refusal is null ? null : RefusalText.Of(refusal, default, TimeZoneInfo.Utc);
        return reason is null ? new(new(Name, DisplayName, Language, Country, roles), Password, contacts) : null;
    }

    private string DisplayName => Of("displayName") is { Length: > 0 } given ? given : Name;

    private string Language => Of("language") is { Length: > 0 } given ? given.ToLowerInvariant() : DefaultLanguage;

    private string Country => Of("country").ToUpperInvariant();

    /// <summary>To the letter: blanks at its ends belong to it.</summary>
    private string? Password => columns.Of(fields, "password") is { Length: > 0 } given ? given : null;

    private string? OwnFault() => this switch
    {
        _ when fields.Count != columns.Count => ImportWords.Row_Fields.With(fields.Count, columns.Count),
        _ when Name.Length == 0 => ImportWords.Row_NoName,
        _ when !AccountName.IsAcceptable(Name) => ImportWords.Row_BadName.With(AccountName.MaxLength),
        _ when DisplayName.Any(char.IsControl) => ImportWords.Row_BadDisplayName.With(MaxDisplayName),
        _ when Of("displayName").Length > MaxDisplayName => ImportWords.Row_BadDisplayName.With(MaxDisplayName),
        _ when !PortalLanguages.All.Contains(Language, StringComparer.Ordinal) =>
            ImportWords.Row_BadLanguage.With(Printable.Of(Language), string.Join(", ", PortalLanguages.All)),
        _ when Country.Length > 0 && !s_countries.Contains(Country) => ImportWords.Row_BadCountry.With(Printable.Of(Country)),
        _ => null,
    };

    private ImmutableArray<Role> Roles(out string? reason)
    {
        var names = Enum.GetNames<Role>();
        var asked = Of("roles").Split(s_betweenRoles, StringSplitOptions.RemoveEmptyEntries);
        reason = asked.FirstOrDefault(role => !names.Contains(role, StringComparer.OrdinalIgnoreCase)) is { } unknown
            ? ImportWords.Row_BadRole.With(Printable.Of(unknown), string.Join(", ", names))
            : null;
        return reason is null ? [.. asked.Select(role => Enum.Parse<Role>(role, ignoreCase: true)).Distinct()] : [];
    }

    private List<Contact> Contacts(out Refusal? refusal)
    {
        refusal = null;
        List<Contact> contacts = [];
        if (Of("email") is { Length: > 0 } email && EmailAddress.Read(email, out refusal) is { } address)
            contacts.Add(address);

        if (refusal is null && Of("phone") is { Length: > 0 } phone
            && PhoneNumber.Read(phone, Country, out refusal) is { } number)
            contacts.Add(number);
        return contacts;
    }

    private string Of(string column) => fields.Count == columns.Count ? columns.Of(fields, column).Trim() : "";
}
