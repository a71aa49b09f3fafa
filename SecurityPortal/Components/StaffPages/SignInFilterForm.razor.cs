using System.Globalization;
using Microsoft.AspNetCore.Components;
using SecurityPortal.Domain;
using SecurityPortal.Resources;
using SecurityPortal.Service;

namespace SecurityPortal.Components.StaffPages;

/// <summary>A filter of the sign-in log as it is put together; times as the visitor's clock shows them.</summary>
public sealed partial class SignInFilterForm
{
    private const string Between = "between";

    private SignInFilter? _shown;
    private string _name = "";
    private string _source = "";
    private string _request = "";
    private string _result = "";
    private string _cause = "";
    private string _kind = "";
    private string _time = "";
    private string _from = "";
    private string _until = "";

    [Parameter]
    [EditorRequired]
    public SignInFilter Filter { get; set; } = SignInFilter.All;

    /// <summary>Why what was chosen last is no filter.</summary>
    [Parameter]
    public Refusal? Refusal { get; set; }

    [Parameter]
    public TimeZoneInfo Zone { get; set; } = TimeZoneInfo.Utc;

    [Parameter]
    public bool Disabled { get; set; }

    [Parameter]
    public EventCallback<SignInFilter> Chosen { get; set; }

    /// <summary>Whether it is said beside a field of this form.</summary>
    public static bool Says(Refusal refusal) => refusal is Refusal.NotAnAccountName or Refusal.NotASource;

    /// <summary>What is being typed stays until another filter is shown.</summary>
    protected override void OnParametersSet()
    {
        if (_shown == Filter)
            return;

        _shown = Filter;
        (_name, _source, _request) = (Filter.Name ?? "", Filter.Source ?? "", Filter.RequestId ?? "");
        (_result, _cause, _kind) = (Filter.Result?.ToString() ?? "", Filter.Cause?.ToString() ?? Filter.Group?.ToString() ?? "", Filter.Kind?.ToString() ?? "");
        (_from, _until) = (LocalInstant.Write(Filter.From, Zone), LocalInstant.Write(Filter.Until, Zone));
        _time = Filter switch
        {
            { Days: { } days } => days.ToString(CultureInfo.InvariantCulture),
            { From: not null } or { Until: not null } => Between,
            _ => "",
        };
    }

    private Task ChooseAsync() => Chosen.InvokeAsync(new()
    {
        Name = TextOf(_name),
        Source = TextOf(_source),
        RequestId = TextOf(_request),
        Result = Named<SignInResult>(_result),
        Cause = Named<SignInCause>(_cause),
        Group = Named<CauseGroup>(_cause),
        Kind = Named<MethodKind>(_kind),
        Days = int.TryParse(_time, CultureInfo.InvariantCulture, out var days) ? days : null,
        From = _time == Between ? LocalInstant.Read(_from, Zone) : null,
        Until = _time == Between ? LocalInstant.Read(_until, Zone) : null,
    });

    private string? ErrorOf<T>()
        where T : Refusal => Refusal is T ? RefusalText.Of(Refusal, default, Zone) : null;

    private static string? TextOf(string typed) => typed.Trim() is { Length: > 0 } text ? text : null;

    private static T? Named<T>(string name)
        where T : struct, Enum => Enum.TryParse<T>(name, out var value) ? value : null;
}
