using Microsoft.AspNetCore.Components;
using SecurityPortal.Domain;
using SecurityPortal.Service;

namespace SecurityPortal.Components.Shared;

// What is good to know before a code is sent to what was typed: nothing of it refuses, and nothing typed is changed unasked.
public sealed partial class ContactForm
{
    private readonly HashSet<string> _kept = [];
    private ContactAdvice? _advice;
    private Contact? _seen;
    private string? _meant;

    /// <summary>Asks what is known of a contact, or of a country while no number is typed.</summary>
    [Parameter]
    public Func<Contact?, string, Task<ContactAdvice?>>? Advise { get; set; }

    /// <summary>As the reader typed or chose it.</summary>
    private string? Place => _kind switch
    {
        ContactKind.Email => _seen is null ? null : DeliveryArea.Of(_seen).Name,
        ContactKind.Phone => PhoneNumber.CallingCodeOf(_seen is null ? _country : DeliveryArea.Of(_seen).Name) is > 0 and var code ? $"+{code}" : null,
    };

    private async Task LookAsync()
    {
        _seen = _kind switch
        {
            ContactKind.Email => EmailAddress.Read(_email, out _),
            ContactKind.Phone => PhoneNumber.Read(_phone, _country, out _),
        };
        _meant = _seen is null || _kept.Contains(_seen.Value) ? null : MailTypo.Likely(_seen);
        _advice = Advise is null || (_seen is null && (_kind == ContactKind.Email || _country.Length == 0))
            ? null
            : await Advise(_seen, _country);
    }

    /// <summary>
    /// Whoever presses Enter sends what the hint has not been seen for; so the first time it is held back, once for each text.
    /// </summary>
    private bool IsHeldBack(Contact contact)
    {
        if (!_kept.Add(contact.Value) || MailTypo.Likely(contact) is not { } meant)
            return false;

        _meant = meant;
        return true;
    }

    private Task TakeAsync()
    {
        (_email, _meant) = (_meant!, null);
        return LookAsync();
    }

    private void Keep()
    {
        _ = _kept.Add(_email.Trim());
        _meant = null;
    }
}
