using SecurityPortal.Domain;
using SecurityPortal.Service;

namespace SecurityPortal.Components.OwnerPages;

/// <summary>Addresses of the security info. They say which card is open and what is being changed, so a reload comes back to it.</summary>
internal static class InfoPath
{
    public const string List = "/security-info";
    public const string Methods = List + "#methods";
    public const string Prove = List + "?step=verify";
    public const string Add = "/security-info/add";
    public const string Verify = "/security-info/verify";
    public const string Advanced = "/security-info/advanced";

    public const string Activity = "/activity";

    public const string CancelPending = "/pending?step=cancel";

    public const string Rename = "rename";
    public const string Language = "language";
    public const string Suspend = "suspend";
    public const string Lost = "lost";
    public const string BringBack = "bring-back";
    public const string Remove = "remove";

    public static string Card(MethodId method, string? change = null) =>
        change is null ? $"{List}?method={method}" : $"{List}?method={method}&change={change}";

    /// <summary>What follows from saying that something wasn't oneself.</summary>
    public static string NotMe(ActivityRef what) => $"{Activity}?{ActivityPage.Query}={what}";

    public static string Confirm(MethodId added) => $"{Add}?method={added}";
}
