using System.Globalization;
using Microsoft.AspNetCore.Components;
using SecurityPortal.Components.StaffPages;
using SecurityPortal.Domain.Audit;
using SecurityPortal.Service;

namespace SecurityPortal.Components.AdminPages;

/// <summary>A filter of the audit log as it is put together; times as the visitor's clock shows them.</summary>
public sealed partial class AuditFilterForm
{
    private const string Between = "between";

    private AuditQuery? _shown;
    private string _account = "";
    private string _by = "";
    private string _action = "";
    private string _time = "";
    private string _from = "";
    private string _until = "";

    [Parameter]
    [EditorRequired]
    public AuditQuery Query { get; set; } = AuditQuery.All;

    /// <summary>Why what was typed is nobody's name.</summary>
    [Parameter]
    public string? NotAccount { get; set; }

    [Parameter]
    public string? NotBy { get; set; }

    [Parameter]
    public TimeZoneInfo Zone { get; set; } = TimeZoneInfo.Utc;

    [Parameter]
    public bool Disabled { get; set; }

    [Parameter]
    public EventCallback<AuditQuery> Chosen { get; set; }

    /// <summary>What is being typed stays until another filter is shown.</summary>
    protected override void OnParametersSet()
    {
        if (_shown == Query)
            return;

        _shown = Query;
        (_account, _by, _action) = (Query.Account ?? "", Query.By ?? "", Query.Action?.ToString() ?? "");
        (_from, _until) = (LocalInstant.Write(Query.From, Zone), LocalInstant.Write(Query.Until, Zone));
        _time = Query switch
        {
            { Days: { } days } => days.ToString(CultureInfo.InvariantCulture),
            { From: not null } or { Until: not null } => Between,
            _ => "",
        };
    }

    private Task ChooseAsync() => Chosen.InvokeAsync(new()
    {
        Account = TextOf(_account),
        By = TextOf(_by),
        Action = Enum.TryParse<AuditAction>(_action, out var action) ? action : null,
        Days = int.TryParse(_time, CultureInfo.InvariantCulture, out var days) ? days : null,
        From = _time == Between ? LocalInstant.Read(_from, Zone) : null,
        Until = _time == Between ? LocalInstant.Read(_until, Zone) : null,
    });

    private static string? TextOf(string typed) => typed.Trim() is { Length: > 0 } text ? text : null;
}
