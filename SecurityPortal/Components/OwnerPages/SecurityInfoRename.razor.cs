using Microsoft.AspNetCore.Components;
using SecurityPortal.Resources;
using SecurityPortal.Service;

namespace SecurityPortal.Components.OwnerPages;

/// <summary>A name of the owner's own for a method.</summary>
public sealed partial class SecurityInfoRename(SecurityInfoService service, NavigationManager navigation) : SecurityInfoChange(service, navigation)
{
    private static readonly RenameForm.Validator s_rules = new();

    private readonly RenameForm _form = new();
    private string? _fault;

    protected override void OnInitialized() => _form.Name = Method.Name;

    private async Task SaveAsync()
    {
        _fault = s_rules.Validate(_form).Errors.FirstOrDefault()?.ErrorMessage;
        if (_fault is null)
            await ChangeAsync(() => Service.RenameMethodAsync(Owner, Method.Id, _form.Name, Leaving), InfoWords.Rename_Done);
    }
}
