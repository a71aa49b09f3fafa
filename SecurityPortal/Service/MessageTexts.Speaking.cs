using System.Globalization;
using SecurityPortal.Domain;

namespace SecurityPortal.Service;

/// <summary>What a voice says to a line that takes no texts: the words of a text, but nothing that has to be seen.</summary>
public sealed partial class MessageTexts
{
    /// <summary>One by one, so that no voice reads them as a number or as a word.</summary>
    private static string Spoken(string letters) => string.Join(", ", letters.AsEnumerable());

    /// <summary>The dots of a mask cannot be said; the letters that it shows can.</summary>
    private static void Speak(Dictionary<string, string> facts, Contact? contact, CultureInfo culture)
    {
        facts["word"] = Spoken(facts["word"]);
        facts["case"] = Spoken(facts["case"]);
        if (contact is { Kind: MethodKind.Email })
            facts["contact"] = Said("Contact_Voice_Email", contact.Value[..Math.Min(2, contact.Value.IndexOf('@', StringComparison.Ordinal))], culture);
        else if (contact is { Kind: MethodKind.Phone })
            facts["contact"] = Said("Contact_Voice_Phone", contact.Value[^2..], culture);
    }

    private static string Said(string key, string letters, CultureInfo culture) =>
        Words(key, culture, new() { ["letters"] = Spoken(letters) });
}
