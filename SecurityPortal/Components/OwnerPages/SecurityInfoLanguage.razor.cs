using Microsoft.AspNetCore.Components;
using SecurityPortal.Resources;
using SecurityPortal.Service;

namespace SecurityPortal.Components.OwnerPages;

/// <summary>In which language a method is written to; changed in place (R-METH-14).</summary>
public sealed partial class SecurityInfoLanguage(SecurityInfoService service, NavigationManager navigation) : SecurityInfoChange(service, navigation)
{
    private ElementReference _choice;
    private string _language = "";

    private static string Written => string.Join(", ", PortalLanguages.OfMessages.Select(LanguageNames.Of));

    protected override void OnInitialized() => _language = Method.Language;

    protected override Task OnAfterRenderAsync(bool firstRender) =>
        firstRender ? _choice.FocusAsync().AsTask() : Task.CompletedTask;

    private Task SaveAsync() => ChangeAsync(
        () => Service.SetMethodLanguageAsync(Owner, Method.Id, _language, Leaving),
        InfoWords.Language_Done.With(Method.Shown, LanguageNames.Of(_language)));
}
