using System.Globalization;
using Microsoft.AspNetCore.Components;

namespace SecurityPortal.Components.Layout;

public sealed partial class LanguageForm(NavigationManager navigation)
{
    private static CultureInfo Current => CultureInfo.CurrentUICulture;

    private string Here => new Uri(navigation.Uri).PathAndQuery;
}
