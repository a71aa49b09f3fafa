using Microsoft.EntityFrameworkCore;
using SecurityPortal.Domain;
using SecurityPortal.Service;
using SecurityPortal.Tests.Support;
using static SecurityPortal.Tests.Support.People;
using static SecurityPortal.Tests.Support.Traffic;

namespace SecurityPortal.Tests.Service;

/// <summary>How well messages arrive is measured from real ones, and told (R-DEL-9, R-METH-9).</summary>
public sealed class ChannelHealthTests : IAsyncLifetime
{
    private const string British = "+4474001";

    private static readonly PortalItself s_worker = new();

    private Portal _portal = null!;
    private Owner _rachel = null!;

    public async ValueTask InitializeAsync()
    {
        _portal = await Portal.OpenAsync();
        await _portal.SeedAsync();
        _rachel = await _portal.SignInAsync();
    }

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task Texts_that_take_four_minutes_are_told_to_be_slow_and_how_slow()
    {
        await _portal.TextsAsync(_rachel, 20, DeliveredAfter(4.Minutes));

        await MeasureAsync();

        var note = (await MethodAsync(RachelsPhone)).AreaNote;
        Assert.Equal(new(ChannelStatus.Limited, 4.Minutes, _portal.Now + 1.Hours), note);
        Assert.Null((await MethodAsync(RachelsMail)).AreaNote);
        Assert.Equal(note, (await AdviseAsync(NewPhone))!.Messages);
    }

    [Fact]
    public async Task Fewer_than_twenty_say_nothing()
    {
        await _portal.TextsAsync(_rachel, 19, DeliveredAfter(4.Minutes));

        await MeasureAsync();

        Assert.Null((await MethodAsync(RachelsPhone)).AreaNote);
    }

    [Fact]
    public async Task Where_less_than_half_arrive_the_area_is_limited_and_where_hardly_any_do_it_is_unavailable()
    {
        await _portal.TextsAsync(_rachel, 20, Failed(DeliveryStage.Refused, DeliveryCause.RefusedByNetwork));
        await _portal.TextsAsync(_rachel, 18, DeliveredAfter(5.Seconds));
        await MeasureAsync();
        Assert.Equal(new(ChannelStatus.Limited, null, _portal.Now + 1.Hours), (await MethodAsync(RachelsPhone)).AreaNote);

        await _portal.TextsAsync(_rachel, 200, Failed(DeliveryStage.Refused, DeliveryCause.RefusedByNetwork));
        await MeasureAsync();
        Assert.Equal(ChannelStatus.Unavailable, (await MethodAsync(RachelsPhone)).AreaNote!.Status);
    }

    [Fact]
    public async Task What_is_the_readers_own_affair_is_not_held_against_the_area()
    {
        await _portal.TextsAsync(_rachel, 60, Failed(DeliveryStage.Refused, DeliveryCause.UnknownSubscriber));
        await _portal.MailsAsync(_rachel, 60, Failed(DeliveryStage.Bounced, DeliveryCause.MailboxFull), "mail.example");

        await MeasureAsync();

        Assert.Null((await MethodAsync(RachelsPhone)).AreaNote);
        Assert.Null((await MethodAsync(RachelsMail)).AreaNote);
    }

    [Fact]
    public async Task One_dead_phone_is_no_country()
    {
        await _portal.TextsToAsync(_rachel, 30, NewPhone, Failed(DeliveryStage.Refused, DeliveryCause.RefusedByNetwork));

        await MeasureAsync();

        Assert.Null((await MethodAsync(RachelsPhone)).AreaNote);
    }

    [Fact]
    public async Task Silence_counts_against_an_area_that_has_reported_lately_and_against_no_other()
    {
        await _portal.TextsAsync(_rachel, 30, HandOver, network: "+491511234");
        await _portal.TextsAsync(_rachel, 1, DeliveredAfter(5.Seconds), British);
        await MeasureAsync();
        Assert.Null(await StatusAsync("DE"));

        _portal.Clock.Advance(3.Days);
        await _portal.TextsAsync(_rachel, 30, HandOver, British);
        await MeasureAsync();
        Assert.Equal(ChannelStatus.Unavailable, await StatusAsync("GB"));
    }

    [Fact]
    public async Task Mails_that_were_handed_over_and_have_not_come_back_have_arrived()
    {
        await _portal.MailsAsync(_rachel, 30, HandOver, "mail.example");
        await MeasureAsync();
        Assert.Null((await MethodAsync(RachelsMail)).AreaNote);

        await _portal.MailsAsync(_rachel, 40, Failed(DeliveryStage.Bounced, DeliveryCause.RefusedAsSpam), "mail.example");
        await MeasureAsync();
        Assert.Equal(ChannelStatus.Limited, (await MethodAsync(RachelsMail)).AreaNote!.Status);
    }

    [Fact]
    public async Task A_password_alone_learns_neither_the_domain_of_an_address_nor_the_network_of_a_number()
    {
        var area = DeliveryArea.Of(RachelsPhone);
        var phone = await _portal.MethodAsync(_rachel, RachelsPhone);
        var limited = await _portal.GivePasswordAsync(source: "203.0.113.5");
        await LimitAsync(Channel.Email, DeliveryArea.Of(RachelsMail).Name);
        await LimitAsync(Channel.Sms, area.Prefix!);
        Assert.Null(await _portal.Service.AskForCodeAsync(limited, Purpose.SignIn, phone, Cancel));
        var challenge = (await _portal.OverviewAsync(limited)).ChallengeFor(Purpose.SignIn)!.Id;

        Assert.All((await _portal.OverviewAsync(limited)).Methods, method => Assert.Null(method.AreaNote));
        Assert.Null((await _portal.Service.CodeWayAsync(limited, challenge, Cancel))!.Area);
        Assert.All((await _portal.OverviewAsync(_rachel)).Methods, method => Assert.Equal(ChannelStatus.Limited, method.AreaNote!.Status));

        await LimitAsync(Channel.Sms, area.Name);
        Assert.Equal(ChannelStatus.Limited, (await _portal.OverviewAsync(limited)).Methods.Single(method => method.Id == phone).AreaNote!.Status);
        Assert.Equal(ChannelStatus.Limited, (await _portal.Service.CodeWayAsync(limited, challenge, Cancel))!.Area!.Status);
    }

    [Fact]
    public async Task One_network_can_be_slow_where_the_rest_of_the_country_is_not()
    {
        await _portal.TextsAsync(_rachel, 30, DeliveredAfter(4.Minutes), network: "+4477009");
        await _portal.TextsAsync(_rachel, 90, DeliveredAfter(4.Seconds), network: "+4474001");

        await MeasureAsync();

        Assert.Equal(4.Minutes, (await MethodAsync(RachelsPhone)).AreaNote!.Delay);
        Assert.Equal(AreaNote.Fine, (await AdviseAsync(new(MethodKind.Phone, "+447400123456")))!.Messages);
    }

    [Fact]
    public async Task A_limit_that_is_not_measured_again_ends_by_itself()
    {
        await _portal.TextsAsync(_rachel, 20, DeliveredAfter(4.Minutes), British, ago: 30.Minutes);
        await MeasureAsync();

        for (var minute = 0; minute < 89; minute++)
        {
            _portal.Clock.Advance(1.Minutes);
            await MeasureAsync();
        }

        Assert.NotNull(await StatusAsync("GB"));
        _portal.Clock.Advance(1.Minutes);
        Assert.Null(await StatusAsync("GB"));
    }

    [Fact]
    public async Task It_ends_early_where_all_is_clearly_well_again()
    {
        await _portal.TextsAsync(_rachel, 20, DeliveredAfter(4.Minutes), British, ago: 50.Minutes);
        await MeasureAsync();
        Assert.NotNull(await StatusAsync("GB"));

        _portal.Clock.Advance(15.Minutes);
        await _portal.TextsAsync(_rachel, 20, DeliveredAfter(4.Seconds), British);
        await MeasureAsync();

        Assert.Null(await StatusAsync("GB"));
    }

    [Fact]
    public async Task What_an_operator_says_counts_for_more_than_what_is_measured()
    {
        await _portal.TextsAsync(_rachel, 20, DeliveredAfter(4.Minutes), British);
        await MeasureAsync();

        Assert.Null(await _portal.Service.SetChannelStatusAsync(await _portal.StaffAsync(), Channel.Sms, "GB", ChannelStatus.Available, null, null, "seen", Cancel));
        Assert.Null(await _portal.Service.SetChannelStatusAsync(await _portal.StaffAsync(), Channel.Sms, "DE", ChannelStatus.Unavailable, _portal.Now + 2.Hours, null, "seen", Cancel));

        Assert.Equal(AreaNote.Fine, (await _portal.Service.AdviseAsync(_rachel, null, "GB", Cancel))!.Messages);
        Assert.Equal(ChannelStatus.Unavailable, await StatusAsync("DE"));
        _portal.Clock.Advance(2.Hours);
        Assert.Null(await StatusAsync("DE"));
    }

    [Fact]
    public async Task What_the_settings_say_of_a_country_stands_from_the_start()
    {
        await using var portal = await Portal.OpenAsync(new()
        {
            ["Health:Countries:0:Country"] = "DE",
            ["Health:Countries:0:Status"] = "Limited",
        });
        await portal.SeedAsync();
        var rachel = await portal.SignInAsync();

        Assert.Equal(ChannelStatus.Limited, (await portal.Service.AdviseAsync(rachel, null, "DE", Cancel))!.Messages!.Status);
        Assert.Equal(AreaNote.Fine, (await portal.Service.AdviseAsync(rachel, null, "GB", Cancel))!.Messages);
    }

    [Theory]
    [InlineData("Health:Countries:0:Country", "Atlantis", "Health:Countries:0:Country must be a country in two letters, such as GB.")]
    [InlineData("Health:SilentAfter", "01:00:00", "Health:SilentAfter must be shorter than Health:Window.")]
    [InlineData("Health:UnavailableBelow", "0.6", "Health:UnavailableBelow must not be more than Health:LimitedBelow.")]
    [InlineData("Security:OrganisationDomains:0", "not a domain", "Security:OrganisationDomains must be mail domains, such as contoso.com.")]
    public async Task A_slip_in_the_settings_is_named(string key, string value, string why)
    {
        var refused = await Record.ExceptionAsync(async () =>
        {
            await using var portal = await Portal.OpenAsync(new() { [key] = value });
            await portal.SeedAsync();
        });

        Assert.Contains(why, Assert.IsType<Microsoft.Extensions.Options.OptionsValidationException>(refused).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_newest_messages_of_an_hour_are_found_by_their_key()
    {
        var first = Message.FirstIdAt(_portal.Now);
        var sql = await _portal.ReadAsync(context => Task.FromResult(
            context.Messages.Where(message => message.Id.CompareTo(first) >= 0).OrderByDescending(message => message.Id).Take(5).ToQueryString()));

        Assert.Matches("\"Id\" >= ", sql);
    }

    private Task<int> MeasureAsync() => _portal.Service.MeasureChannelsAsync(s_worker, Cancel);

    private async Task<MethodView> MethodAsync(Contact contact)
    {
        var id = await _portal.MethodAsync(_rachel, contact);
        return (await _portal.OverviewAsync(_rachel)).Methods.Single(method => method.Id == id);
    }

    private async Task LimitAsync(Channel channel, string area) =>
        Assert.Null(await _portal.Service.SetChannelStatusAsync(await _portal.StaffAsync(), channel, area, ChannelStatus.Limited, null, null, "seen", Cancel));

    private Task<ContactAdvice?> AdviseAsync(Contact contact) => _portal.Service.AdviseAsync(_rachel, contact, "", Cancel);

    private async Task<ChannelStatus?> StatusAsync(string country)
    {
        var areas = (await _portal.Service.ChannelsAsync(await _portal.StaffAsync(), Cancel)).Areas;
        return areas.SingleOrDefault(area => area.Channel == Channel.Sms && area.Area == country)?.Status is { } status and not ChannelStatus.Available
            ? status
            : null;
    }
}
