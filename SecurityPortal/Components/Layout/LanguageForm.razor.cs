using System.Globalization;
using Microsoft.AspNetCore.Components;
using SecurityPortal.Web;

namespace SecurityPortal.Components.Layout;

public sealed partial class LanguageForm(NavigationManager navigation)
{
    private static CultureInfo Current => CultureInfo.CurrentUICulture;

    /// <summary>None in a circuit.</summary>
    [CascadingParameter]
    private HttpContext? Context { get; set; }

    private string Here => Context?.AskedFor ?? new Uri(navigation.Uri).PathAndQuery;
}
