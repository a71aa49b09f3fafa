using System.Collections.Immutable;
using Microsoft.AspNetCore.Components;
using SecurityPortal.Domain;
using SecurityPortal.Resources;
using SecurityPortal.Service;

namespace SecurityPortal.Components.OwnerPages;

/// <summary>
/// <em>It is lost or stolen</em>: asks what else was on that device, and says afterwards by which number the help desk knows
/// of it. It takes no proof (R-METH-10).
/// </summary>
public sealed partial class SecurityInfoLosing(SecurityInfoService service, NavigationManager navigation) : SecurityInfoDialog(service, navigation)
{
    private ImmutableHashSet<MethodId> _also = [];
    private string? _case;
    private bool _isBusy;

    private ImmutableArray<MethodId> Lost => [Method.Id, .. _also];

    /// <summary>What may be on the same device. A mailbox is on none: whoever has lost that says so on its own card.</summary>
    private IEnumerable<MethodView> Beside => Method.Kind == MethodKind.Email
        ? []
        : Overview.Methods.Where(other => other.Id != Method.Id && other.LostAt is null && other.Kind != MethodKind.Email);

    private IEnumerable<MethodView> Remaining => Overview.Reliable.Where(method => !Lost.Contains(method.Id));

    private string Title => this switch
    {
        { _case: not null } => InfoWords.Lost_Done.With(Method.Shown),
        { Refusal: Refusal.ChangesEverything } => InfoWords.Everything_Title,
        _ => InfoWords.Lost_Title.With(Method.Shown),
    };

    private void Tick(MethodId other)
    {
        var without = _also.Remove(other);
        _also = without == _also ? _also.Add(other) : without;
    }

    private async Task ReportAsync(bool knowingly)
    {
        if (_isBusy)
            return;

        _isBusy = true;
        var answer = await Service.ReportLostAsync(Owner, Lost, knowingly, Leaving);
        Refusal = await DoAsync(Task.FromResult(answer.Refusal));
        (_case, _isBusy) = (answer.Case, false);
    }

    private Task FinishAsync() => OnDone.InvokeAsync(InfoWords.Lost_Done.With(Method.Shown));

    private async Task CloseUnlessAsync(bool isVisible)
    {
        if (isVisible)
            return;

        if (_case is null)
            Close();
        else
            await FinishAsync();
    }
}
