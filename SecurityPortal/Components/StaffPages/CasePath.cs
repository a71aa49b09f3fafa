using System.Text.Json;
using System.Web;
using SecurityPortal.Domain;
using SecurityPortal.Service;

namespace SecurityPortal.Components.StaffPages;

/// <summary>Cases and scripts under their addresses: to reload, to keep and to pass on.</summary>
internal static class CasePath
{
    public const string List = "/help-desk/cases";
    public const string Scripts = "/help-desk/scripts";

    private const string Show = "show";
    private const string Kind = "kind";
    private const string After = "after";

    public static string Case(string number) => $"{List}/{Uri.EscapeDataString(number)}";

    public static string Script(CallKind kind) => $"{Scripts}/{NameOf(kind)}";

    public static string NameOf(CallKind kind) => JsonNamingPolicy.KebabCaseLower.ConvertName(kind.ToString());

    /// <summary>Null where the address names none that there is.</summary>
    public static CallKind? Named(string? name) =>
        Enum.GetValues<CallKind>().Where(kind => NameOf(kind) == name).Select(kind => (CallKind?)kind).FirstOrDefault();

    public static string Filtered(CaseFilter filter, CaseKey? after = null)
    {
        var said = HttpUtility.ParseQueryString("");
        if (filter.Show != CaseShow.Open)
            said[Show] = filter.Show.ToString();
        if (filter.Kind is { } kind)
            said[Kind] = kind.ToString();
        if (after is not null)
            said[After] = after.Text;
        return said.Count == 0 ? List : $"{List}?{said}";
    }

    /// <summary>No filter where the address names one that there is not.</summary>
    public static (CaseFilter? Filter, CaseKey? After) Read(string address)
    {
        var said = HttpUtility.ParseQueryString(new Uri(address).Query);
        var (show, kind, after) = (Read<CaseShow>(said[Show]), Read<CaseKind>(said[Kind]), CaseKey.Read(said[After]));
        var isRead = (said[Show] is null || show is not null) && (said[Kind] is null || kind is not null) && (said[After] is null || after is not null)
            && said.AllKeys.All(key => key is Show or Kind or After);
        return isRead ? (new(show ?? CaseShow.Open, kind), after) : (null, null);
    }

    private static T? Read<T>(string? name)
        where T : struct, Enum => name is { Length: > 0 } && char.IsLetter(name[0]) && Enum.TryParse<T>(name, out var value) ? value : null;
}
