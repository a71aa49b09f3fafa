using Microsoft.AspNetCore.Components;
using SecurityPortal.Resources;
using SecurityPortal.Service;

namespace SecurityPortal.Components.OwnerPages;

/// <summary>Limits as bars that run empty, each with its figures and the time in words.</summary>
public sealed partial class LimitBars
{
    private const double Low = 0.25;

    /// <summary>Of the list, on its page.</summary>
    [Parameter]
    [EditorRequired]
    public string Id { get; set; } = "";

    [Parameter]
    [EditorRequired]
    public IReadOnlyList<LimitView> Limits { get; set; } = [];

    [Parameter]
    [EditorRequired]
    public DateTimeOffset Now { get; set; }

    private string IdOf(LimitView limit) => $"{Id}-{limit.Kind}";

    private static string? LookOf(LimitView limit) => limit.Left <= limit.Most * Low ? "limit-low" : null;

    private static string TextOf(LimitKind kind) => kind switch
    {
        LimitKind.CodesAnHour => LimitWords.CodesAnHour,
        LimitKind.CodesADay => LimitWords.CodesADay,
        LimitKind.Tests => LimitWords.Tests,
        LimitKind.CodesFromHere => LimitWords.CodesFromHere,
        LimitKind.CodesFromNearby => LimitWords.CodesFromNearby,
        LimitKind.NewContacts => LimitWords.NewContacts,
        LimitKind.WrongPasswords => LimitWords.WrongPasswords,
        LimitKind.WrongContacts => LimitWords.WrongContacts,
        LimitKind.ReplacementStarts => LimitWords.ReplacementStarts,
    };
}
