using Microsoft.AspNetCore.Components;
using SecurityPortal.Resources;
using SecurityPortal.Service;

namespace SecurityPortal.Components.OwnerPages;

/// <summary>In which language a method is written to; changed in place (R-METH-14).</summary>
public sealed partial class SecurityInfoLanguage(SecurityInfoService service, NavigationManager navigation) : SecurityInfoChange(service, navigation)
{
    private ElementReference _choice;
    private string _language = "";

    // With the language it was made in: the next may already be chosen.
    private (string Language, MessagePreview Message)? _preview;

    protected override Task OnInitializedAsync()
    {
        _language = Method.Language;
        return PreviewAsync();
    }

    protected override Task OnAfterRenderAsync(bool firstRender) =>
        firstRender ? _choice.FocusAsync().AsTask() : Task.CompletedTask;

    private async Task PreviewAsync()
    {
        var language = _language;
        var message = await Service.PreviewMessageAsync(Owner, Method.Id, language, Leaving);
        if (language == _language)
            _preview = message is null ? null : (language, message);
    }

    private Task SaveAsync() => ChangeAsync(
        () => Service.SetMethodLanguageAsync(Owner, Method.Id, _language, Leaving),
        InfoWords.Language_Done.With(Method.Shown, LanguageNames.Of(_language)));
}
