using Microsoft.AspNetCore.Components;
using SecurityPortal.Components.Shared;
using SecurityPortal.Resources;
using SecurityPortal.Service;

namespace SecurityPortal.Components.OwnerPages;

/// <summary>How well the account is protected, in one sentence, and what is missing.</summary>
public sealed partial class SecurityInfoHeadline
{
    private const int Enough = 2;

    private StepTitle _title = null!;

    [Parameter]
    [EditorRequired]
    public SecurityOverview Overview { get; set; } = null!;

    /// <summary>How many things of the log are to be looked at.</summary>
    [Parameter]
    public int Unusual { get; set; }

    public Task FocusAsync() => _title.FocusAsync();

    private int Count => Overview.Reliable.Count();

    private bool IsProtected => Count >= Enough;

    private bool CanChange => Overview is { Pending: null, RestrictedUntil: null };

    private string Title => Count == 1 ? InfoWords.Head_One : InfoWords.Head_Many.With(Count);

    private string Lead => (IsProtected, CanChange) switch
    {
        (true, _) => InfoWords.Head_Enough,
        (false, true) => InfoWords.Head_Missing,
        (false, false) => InfoWords.Head_MissingClosed,
    };
}
