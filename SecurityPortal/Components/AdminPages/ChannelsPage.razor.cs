using Microsoft.AspNetCore.Components;
using SecurityPortal.Components.Shared;
using SecurityPortal.Components.StaffPages;
using SecurityPortal.Domain;
using SecurityPortal.Resources;
using SecurityPortal.Service;

namespace SecurityPortal.Components.AdminPages;

/// <summary>How well texts, calls and mail arrive, as measured and as staff say it (R-DEL-9, R-METH-9).</summary>
public sealed partial class ChannelsPage(SecurityInfoService service, NavigationManager navigation, TimeProvider clock) : AdminPage(service, navigation, clock)
{
    private const string Form = "say";

    private ChannelAreas? _channels;
    private Channel _channel = Channel.Sms;
    private string _area = "";
    private ChannelStatus _status = ChannelStatus.Limited;
    private string _until = "";
    private string _pace = "";
    private string _why = "";

    protected override async Task<Refusal?> LoadAsync() => (_channels = await Service.ChannelsAsync(Owner, Leaving)).Refusal;

    private static string IdOf(ChannelArea area) => $"{area.Channel}-{area.Area}".Replace('+', '-').Replace('.', '-');

    private static IconName IconOf(Channel channel) => channel switch
    {
        Channel.Email => IconName.Email,
        Channel.Sms => IconName.Text,
        Channel.Voice => IconName.Phone,
    };

    private static string MeasuredOf(ChannelArea area) => area switch
    {
        { MeasuredAt: null } or { Count: 0 } => AdminWords.Channel_Unmeasured,
        { Median: { } median } => AdminWords.Channel_Measured.With(AdminText.Percent(area.Rate), area.Count, DurationText.Of(median)),
        _ => AdminWords.Channel_Measured_None.With(AdminText.Percent(area.Rate), area.Count),
    };

    private static bool IsOfArea(Refusal refusal) => refusal is Refusal.NoSuchArea or Refusal.SaidBySettings;

    private static bool IsOfForm(Refusal refusal) => IsOfArea(refusal) || refusal is Refusal.EndNotAhead or Refusal.NoPace or Refusal.NotWrittenDown;

    private async Task SayAsync()
    {
        var pace = Numbers.Read(_pace);
        if (await ActAsync(Form, AdminWords.Channel_Done, () => Service.SetChannelStatusAsync(Owner, _channel, _area, _status, LocalInstant.Read(_until, Zone), pace, _why, Leaving)))
            (_area, _until, _pace, _why) = ("", "", "", "");
    }

    private Task MeasureAsync(ChannelArea area, string why) =>
        ActAsync(IdOf(area), AdminWords.Channel_Left.With(AdminText.NameOf(area)), () => Service.SetChannelStatusAsync(Owner, area.Channel, area.Area, null, null, null, why, Leaving));
}
