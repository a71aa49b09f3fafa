using Microsoft.AspNetCore.Components;
using SecurityPortal.Domain;
using SecurityPortal.Domain.Staff;
using SecurityPortal.Resources;
using SecurityPortal.Service;

namespace SecurityPortal.Components.StaffPages;

/// <summary>What goes, how the caller was checked, why and for which case; what was typed stays, whatever is refused.</summary>
public sealed partial class ClearForm
{
    [Parameter]
    [EditorRequired]
    public ClearPreview Preview { get; set; } = null!;

    [Parameter]
    [EditorRequired]
    public ClearDraft Draft { get; set; } = null!;

    [Parameter]
    public Refusal? Refusal { get; set; }

    [Parameter]
    public bool IsBusy { get; set; }

    /// <summary>Something else is chosen: what would happen is to be read anew.</summary>
    [Parameter]
    [EditorRequired]
    public EventCallback OnChosen { get; set; }

    [Parameter]
    [EditorRequired]
    public EventCallback OnClear { get; set; }

    [Parameter]
    [EditorRequired]
    public EventCallback OnAsk { get; set; }

    [Parameter]
    public RenderFragment? ChildContent { get; set; }

    [CascadingParameter]
    private TimeZoneInfo VisitorZone { get; set; } = TimeZoneInfo.Utc;

    private bool Disabled => IsBusy || !RendererInfo.IsInteractive;

    /// <summary>Of staff, or one more than an hour's limit: somebody else has to agree.</summary>
    private bool TakesAnother => Preview.TakesTwo || Refusal is Refusal.TooManyClears;

    private string? NumberError => Refusal is Refusal.NoCallerNumber or Refusal.NotACallerNumber or Refusal.WrongCallerNumber
        ? RefusalText.Of(Refusal, Preview.Now, VisitorZone)
        : null;

    /// <summary>What belongs to no field.</summary>
    private Refusal? Other => Refusal is Refusal.NotWrittenDown || NumberError is not null ? null : Refusal;

    private string? ErrorOf(OrderField field) =>
        Refusal is Refusal.NotWrittenDown unfit && unfit.Field == field ? RefusalText.Of(unfit, Preview.Now, VisitorZone) : null;

    private Task ChooseAsync(MethodId method, ChangeEventArgs change)
    {
        _ = change.Value is true ? Draft.Chosen.Add(method) : Draft.Chosen.Remove(method);
        return OnChosen.InvokeAsync();
    }

    private Task ChooseCodesAsync(ChangeEventArgs change)
    {
        Draft.TakesRecoveryCodes = change.Value is true;
        return OnChosen.InvokeAsync();
    }

    private Task SubmitAsync() => TakesAnother ? OnAsk.InvokeAsync() : OnClear.InvokeAsync();
}
