using System.Globalization;
using Microsoft.AspNetCore.Components;

namespace SecurityPortal.Components.VisitorPages;

/// <summary>The name that was typed stays visible on every page of the way in, and can be taken back (R-SIGN-2).</summary>
public sealed partial class AccountLine
{
    [Parameter]
    [EditorRequired]
    public string Name { get; set; } = "";

    /// <summary>Where <em>Wrong account?</em> is sent.</summary>
    [Parameter]
    [EditorRequired]
    public string Forget { get; set; } = "";

    [Parameter]
    public string? Label { get; set; }

    private string Initial => Name is "" ? "" : StringInfo.GetNextTextElement(Name).ToUpper(CultureInfo.CurrentCulture);
}
