using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Options;
using SecurityPortal.Domain;
using SecurityPortal.Resources;
using SecurityPortal.Service;

namespace SecurityPortal.Components.OwnerPages;

/// <summary>A new password, and how long it would take to guess it, said as it is typed (R-PASS-1).</summary>
public sealed partial class NewPasswordEntry(IOptions<SecurityOptions> options)
{
    private string _typed = "";
    private StrengthText? _strength;
    private Refusal? _refusal;
    private bool _isBusy;
    private EventCallback<ChangeEventArgs> _weigh;

    /// <summary>Whose it is: a password that is made of the name is easy to guess.</summary>
    [Parameter]
    [EditorRequired]
    public string Account { get; set; } = "";

    [Parameter]
    [EditorRequired]
    public DateTimeOffset Now { get; set; }

    [Parameter]
    [EditorRequired]
    public string SubmitText { get; set; } = "";

    [Parameter]
    [EditorRequired]
    public Func<string, Task<Refusal?>> Set { get; set; } = null!;

    [Parameter]
    [EditorRequired]
    public EventCallback OnCancel { get; set; }

    [CascadingParameter]
    public TimeZoneInfo VisitorZone { get; set; } = TimeZoneInfo.Utc;

    private string Hint => SignInWords.Change_Hint.With(options.Value.Passwords.MinLength, PasswordPolicy.MaxLength);

    private string? Why => _refusal is null ? null : RefusalText.Of(_refusal, Now, VisitorZone);

    protected override void OnInitialized() => _weigh = EventCallback.Factory.Create<ChangeEventArgs>(this, Weigh);

    private void Weigh(ChangeEventArgs change) =>
        _strength = change.Value is string { Length: > 0 } typed ? StrengthText.Of(typed, Account) : null;

    private async Task SetAsync()
    {
        if (_isBusy)
            return;

        _isBusy = true;
        _refusal = await Set(_typed);
        _isBusy = false;
    }
}
