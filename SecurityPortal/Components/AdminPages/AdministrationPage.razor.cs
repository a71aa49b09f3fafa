using Microsoft.AspNetCore.Components;
using SecurityPortal.Components.Shared;
using SecurityPortal.Domain;
using SecurityPortal.Resources;
using SecurityPortal.Service;

namespace SecurityPortal.Components.AdminPages;

/// <summary>What is the matter, and the way to each part that this session may see.</summary>
public sealed partial class AdministrationPage(SecurityInfoService service, NavigationManager navigation, TimeProvider clock) : AdminPage(service, navigation, clock)
{
    private const int MostTroubles = 5;

    private AdministrationView? _view;

    protected override async Task<Refusal?> LoadAsync() => (_view = await Service.AdministrationAsync(Owner, Leaving)).Refusal;

    private static IEnumerable<(string Path, IconName Icon, string Title, string Note)> Parts(AdministrationView view)
    {
        if (view.MayRun)
        {
            yield return (AdminPath.People, IconName.Key, AdminWords.People, AdminWords.People_Note);
            yield return (AdminPath.Import, IconName.Plus, AdminWords.Import, AdminWords.Import_Note);
            yield return (AdminPath.Regions, IconName.Globe, AdminWords.Regions, AdminWords.Regions_Note);
            yield return (AdminPath.Channels, IconName.Email, AdminWords.Channels, AdminWords.Channels_Note);
            yield return (AdminPath.Blocks, IconName.Shield, AdminWords.Blocks, AdminWords.Blocks_Note);
        }

        yield return (AdminPath.Policy, IconName.Info, AdminWords.Policy, AdminWords.Policy_Note);
        if (view.MayReadAudit)
            yield return (AdminPath.Audit, IconName.Text, AuditLogWords.Title, AdminWords.Audit_Note);
    }
}
