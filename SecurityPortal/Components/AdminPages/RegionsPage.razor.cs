using Microsoft.AspNetCore.Components;
using SecurityPortal.Components.StaffPages;
using SecurityPortal.Domain;
using SecurityPortal.Resources;
using SecurityPortal.Service;

namespace SecurityPortal.Components.AdminPages;

/// <summary>Countries, calling codes and networks under heavy attack (R-RISK-3).</summary>
public sealed partial class RegionsPage(SecurityInfoService service, NavigationManager navigation, TimeProvider clock) : AdminPage(service, navigation, clock)
{
    private const string Form = "mark";

    private MarkedRegions? _regions;
    private RegionKind _kind;
    private string _value = "";
    private string _until = "";
    private string _pace = "";
    private bool _isClosed;
    private string _why = "";

    protected override async Task<Refusal?> LoadAsync() => (_regions = await Service.RegionsAsync(Owner, Leaving)).Refusal;

    private static string IdOf(AttackedRegion region) => $"{region.Kind}-{region.Value}".Replace('/', '-').Replace('+', '-').Replace(':', '-').Replace('.', '-');

    private static bool IsOfValue(Refusal refusal) => refusal is Refusal.NoSuchRegion;

    private static bool IsOfForm(Refusal refusal) => refusal is Refusal.NoSuchRegion or Refusal.RegionWithoutEnd or Refusal.NoPace or Refusal.NotWrittenDown;

    private async Task MarkAsync()
    {
        var pace = Numbers.Read(_pace);
        if (await ActAsync(Form, AdminWords.Region_Done, () => Service.SetRegionAsync(Owner, _kind, _value, LocalInstant.Read(_until, Zone), _isClosed, pace, _why, Leaving)))
            (_value, _until, _pace, _isClosed, _why) = ("", "", "", false, "");
    }

    private Task LiftAsync(AttackedRegion region, string why) =>
        ActAsync(IdOf(region), AdminWords.Region_Lifted.With(AdminText.NameOf(region)), () => Service.LiftRegionAsync(Owner, region.Kind, region.Value, why, Leaving));
}
