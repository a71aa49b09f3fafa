using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
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
    private string? _meantOnScreen;
    private Field? _emailField;
    private int _looks;

    /// <summary>Asks what is known of a contact, or of a country while no number is typed.</summary>
    [Parameter]
    public Func<Contact?, string, Task<ContactAdvice?>>? Advise { get; set; }

    /// <summary>As the reader typed or chose it.</summary>
    private string? Place => _seen is { } seen
        ? DeliveryArea.PlaceOf(seen)
        : _kind == MethodKind.Phone && PhoneNumber.CallingCodeOf(_country) is > 0 and var code ? $"+{code}" : null;

    private async Task LookAsync()
    {
        var look = ++_looks;
        _seen = _kind switch
        {
            MethodKind.Email => EmailAddress.Read(_email, out _),
            MethodKind.Phone => PhoneNumber.Read(_phone, _country, out _),
            _ => null,
        };
        _meant = _seen is null || _kept.Contains(_seen.Value) ? null : MailTypo.Likely(_seen);
        _advice = null;
        if (Advise is null || (_seen is null && (_kind == MethodKind.Email || _country.Length == 0)))
            return;

        // What was typed meanwhile has an answer of its own.
        if (await AdviceAsync(Advise) is var advice && look == _looks)
            _advice = advice;
    }

    private async Task<ContactAdvice?> AdviceAsync(Func<Contact?, string, Task<ContactAdvice?>> advise)
    {
        try
        {
            return await advise(_seen, _country);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // It is only advice: the form does without it.
            LogFailure(exception);
            return null;
        }
    }

    /// <summary>
    /// Whoever presses Enter sends what the hint has not been seen for; so the first time it is held back, once for each text.
    /// </summary>
    private bool IsHeldBack(Contact contact)
    {
        var isSeen = _meantOnScreen is not null && _meantOnScreen == MailTypo.Likely(contact);
        if (!_kept.Add(contact.Value) || isSeen || MailTypo.Likely(contact) is not { } meant)
            return false;

        _meant = meant;
        return true;
    }

    /// <summary>After the browser has said that it shows it.</summary>
    private void NoteHint() => _meantOnScreen = _meant;

    private async Task TakeAsync()
    {
        (_email, _meant) = (_meant!, null);
        await FocusEmailAsync();

        // The script that keeps what was typed hears of what is typed, and of nothing else.
        await js.InvokeVoidAsync("sessionStorage.setItem", $"kept {new Uri(navigation.Uri).AbsolutePath} email", _email);
        await LookAsync();
    }

    private Task KeepAsync()
    {
        _ = _kept.Add(_email.Trim());
        _meant = null;
        return FocusEmailAsync();
    }

    /// <summary>What was pressed goes with its hint; the keyboard goes on from what it was about.</summary>
    private Task FocusEmailAsync() => _emailField?.FocusAsync() ?? Task.CompletedTask;

    [LoggerMessage(LogLevel.Warning, "What is good to know of a contact could not be read; it is left out.")]
    private partial void LogFailure(Exception exception);
}
