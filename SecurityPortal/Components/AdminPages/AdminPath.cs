using SecurityPortal.Web;

namespace SecurityPortal.Components.AdminPages;

/// <summary>Addresses of the administration.</summary>
internal static class AdminPath
{
    public const string Home = "/admin";
    public const string People = "/admin/people";
    public const string Import = "/admin/import";
    public const string Regions = "/admin/regions";
    public const string Channels = "/admin/channels";
    public const string Blocks = "/admin/blocks";
    public const string Policy = "/admin/policy";
    public const string Audit = AuditDownload.LogPage;
}
