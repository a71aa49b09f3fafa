using Microsoft.Extensions.Localization;
using MudBlazor;
using SecurityPortal.Resources;

namespace SecurityPortal.Components;

/// <summary>What the component library says by itself, to screen readers too, in the reader's language; all that our pages let it say.</summary>
internal sealed class MudWords : MudLocalizer
{
    private const string CloseNotice = "MudSnackbar_Close";
    private const string CloseDialog = "MudDialog_Close";

    public override LocalizedString this[string key] => key is CloseNotice or CloseDialog
        ? new(key, SharedWords.Frame_Close)
        : new(key, key, resourceNotFound: true);
}
