using System.Collections.Immutable;
using Microsoft.AspNetCore.Components;
using SecurityPortal.Components.Shared;
using SecurityPortal.Domain;
using SecurityPortal.Domain.Risk;
using SecurityPortal.Resources;
using SecurityPortal.Service;

namespace SecurityPortal.Components.OwnerPages;

/// <summary>What happened, why it is unusual, where and when; and, of what somebody did, the question whether it was its reader.</summary>
public sealed partial class ActivityLine
{
    [Parameter]
    [EditorRequired]
    public ActivityGroup Group { get; set; } = null!;

    [Parameter]
    [EditorRequired]
    public DateTimeOffset Now { get; set; }

    [Parameter]
    public bool IsOff { get; set; }

    /// <summary>Nothing is asked of whoever shows it without.</summary>
    [Parameter]
    public EventCallback<OwnersAnswer> OnAnswer { get; set; }

    /// <summary>What staff did is disputed in a way of its own (R-HELP-10).</summary>
    [Parameter]
    public EventCallback OnDispute { get; set; }

    [CascadingParameter]
    private TimeZoneInfo VisitorZone { get; set; } = TimeZoneInfo.Utc;

    private string What => ActivityText.Of(Group.What, Group.Contact);

    private string When => InstantWords.Exact(Group.Row.At, VisitorZone);

    private bool Asks => OnAnswer.HasDelegate && Group.IsAnswerable && Group.Answer is not OwnersAnswer.WasNotMe;

    private ActivityRef Disputed => Group.Rows.First(row => row.Answer is OwnersAnswer.WasNotMe).Ref;

    private string BrowserName => Group.Row.Browser.Length == 0 ? ActivityWords.Browser_Unknown : BrowserText.Of(Group.Row.Browser);

    private string? Place => Group.Rows.FirstOrDefault(row => row.Country is not null) switch
    {
        { Country: { } country, City: { } city } => ActivityWords.Place.With(city, CountryNames.NameOf(country)),
        { Country: { } country } => CountryNames.NameOf(country),
        _ => null,
    };

    private ImmutableArray<RiskSignal> SignalsOf(UnusualReason reason) =>
        reason is UnusualReason.Risk or UnusualReason.HighRisk ? Group.Signals : [];

    private IconName IconOf => Group switch
    {
        { Why.IsEmpty: false } => IconName.Warning,
        { Row.IsByPortal: true } => IconName.Clock,
        { Row.Kind: ActivityEntry.CodeAsked } => IconName.Text,
        { Row.Kind: not null } => IconName.Edit,
        _ => IconName.Key,
    };
}
