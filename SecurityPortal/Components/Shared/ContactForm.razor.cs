using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using SecurityPortal.Domain;
using SecurityPortal.Resources;

namespace SecurityPortal.Components.Shared;

/// <summary>One question: which phone or address? A refusal stands beside the field, which keeps what was typed.</summary>
public sealed partial class ContactForm(NavigationManager navigation, IJSRuntime js, ILogger<ContactForm> logger)
{
    private IReadOnlyList<CountryName> _countries = [];
    private MethodKind _kind;
    private string _country = "";
    private string _phone = "";
    private string _email = "";
    private Refusal? _refusal;
    private bool _isBusy;

    /// <summary>The owner's, as ISO 3166 alpha-2: where a number without a calling code is dialled.</summary>
    [Parameter]
    [EditorRequired]
    public string Country { get; set; } = "";

    [Parameter]
    [EditorRequired]
    public DateTimeOffset Now { get; set; }

    [Parameter]
    [EditorRequired]
    public string SubmitText { get; set; } = "";

    [Parameter]
    [EditorRequired]
    public Func<Contact, Task<Refusal?>> Submit { get; set; } = null!;

    /// <summary>Which of the two is asked for first.</summary>
    [Parameter]
    public MethodKind Kind { get; set; } = MethodKind.Phone;

    /// <summary>Offered as buttons, masked: they are not known to belong to whoever sees them (R-METH-3).</summary>
    [Parameter]
    public IReadOnlyList<Contact> Suggested { get; set; } = [];

    /// <summary>One of them was chosen. What was typed is never taken for one.</summary>
    [Parameter]
    public Func<Contact, Task<Refusal?>>? SubmitSuggested { get; set; }

    /// <summary>Whether the portal calls lines that take no texts.</summary>
    [Parameter]
    public bool HasCalls { get; set; }

    [Parameter]
    public EventCallback OnCancel { get; set; }

    [CascadingParameter]
    private TimeZoneInfo Zone { get; set; } = TimeZoneInfo.Utc;

    private bool IsReady => RendererInfo.IsInteractive;

    private string? Why => _refusal is null ? null : RefusalText.Of(_refusal, Now, Zone);

    protected override Task OnInitializedAsync()
    {
        _countries = CountryNames.All();
        (_kind, _country) = (Kind, Country);
        return LookAsync();
    }

    protected override void OnAfterRender(bool firstRender) => NoteHint();

    private Task ChooseAsync(MethodKind kind)
    {
        (_kind, _refusal) = (kind, null);
        return LookAsync();
    }

    private async Task SubmitAsync()
    {
        if (Read() is { } contact && !IsHeldBack(contact))
            await SubmitAsync(contact, Submit);
    }

    private Contact? Read() => _kind switch
    {
        MethodKind.Email => EmailAddress.Read(_email, out _refusal),
        MethodKind.Phone => PhoneNumber.Read(_phone, _country, out _refusal),
        _ => null,
    };

    private async Task SubmitAsync(Contact contact, Func<Contact, Task<Refusal?>> submit)
    {
        if (_isBusy)
            return;

        _isBusy = true;
        try
        {
            _refusal = await submit(contact);
        }
        finally
        {
            _isBusy = false;
        }
    }
}
