using SecurityPortal.Domain;
using SecurityPortal.Service;
using SecurityPortal.Tests.Support;
using static SecurityPortal.Tests.Support.People;

namespace SecurityPortal.Tests.Service;

/// <summary>R-BLOCK-8: every limit, what is left of it, and when it refills.</summary>
public sealed class LimitsViewTests : IAsyncLifetime
{
    private Portal _portal = null!;
    private Owner _owner = null!;

    public async ValueTask InitializeAsync()
    {
        _portal = await Portal.OpenAsync();
        await _portal.SeedAsync();
        _owner = await _portal.SignInAsync();
    }

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task The_codes_of_each_method_are_counted_within_an_hour_and_a_day()
    {
        _portal.Clock.Advance(5.Minutes);
        await _portal.ProveAsync(_owner);

        var mail = (await LimitsAsync()).Methods.Single(method => method.Shown == RachelsMail.Value).Limits;

        Assert.Equal(
            [
                new(LimitKind.CodesAnHour, 5, 2, Portal.Noon + 1.Hours, Portal.Noon + 65.Minutes),
                new(LimitKind.CodesADay, 10, 2, Portal.Noon + 1.Days, Portal.Noon + 1.Days + 5.Minutes),
                new(LimitKind.Tests, 5, 0, null, null),
            ],
            mail);
    }

    [Fact]
    public async Task Of_a_mailbox_that_serves_two_accounts_the_smaller_rest_is_told()
    {
        await using var portal = await Portal.OpenAsync();
        _ = await portal.Service.SeedAsync(
            new(),
            [.. new[] { Rachel, "twin@contoso.example" }.Select(name => new DemoAccount(new(name, name, "en", "GB", []), Portal.Password, [RachelsMail], 1.Days, ""))],
            Cancel);
        var rachel = await portal.SignInAsync();
        _ = await portal.SignInAsync("twin@contoso.example");

        var mail = (await portal.Service.LimitsAsync(rachel, Cancel))!.Methods.Single(method => method.Shown == RachelsMail.Value).Limits;

        Assert.Equal(3, mail.Single(limit => limit.Kind == LimitKind.CodesAnHour).Left);
    }

    [Fact]
    public async Task What_comes_from_this_network_is_counted_here()
    {
        _ = await _portal.Service.SignInAsync(From(_owner.Source), Rachel, "wrong", Cancel);
        var limited = await _portal.Service.SignInAsync(From(_owner.Source), Newcomer, Portal.Password, Cancel);
        Assert.Null(await _portal.Service.AddMethodAsync(limited.Owner!, NewMail, Cancel));
        Assert.Null(await _portal.Service.SendTestAsync(_owner, await _portal.MethodAsync(_owner, RachelsPhone), Cancel));

        var limits = await LimitsAsync();

        Assert.Equal((20, 1), Of(limits.Here, LimitKind.CodesFromHere));
        Assert.Equal((60, 1), Of(limits.Here, LimitKind.CodesFromNearby));
        Assert.Equal((10, 1), Of(limits.Here, LimitKind.WrongPasswords));
        Assert.Equal((20, 0), Of(limits.Here, LimitKind.NewContacts));
        Assert.Equal((5, 0), Of(limits.Here, LimitKind.WrongContacts));
        Assert.Equal((3, 0), Of(limits.Account, LimitKind.ReplacementStarts));
        Assert.Equal((5, 1), Of(limits.Methods.Single(method => method.Kind == MethodKind.Phone).Limits, LimitKind.Tests));
        Assert.Equal(_portal.Now + 1.Days, limits.Here.Single(limit => limit.Kind == LimitKind.WrongPasswords).AllAt);
    }

    [Fact]
    public async Task To_look_at_them_uses_up_nothing()
    {
        var before = await LimitsAsync();

        var after = await LimitsAsync();

        Assert.Equal(before.Here, after.Here);
    }

    [Fact]
    public async Task Before_a_code_is_asked_for_the_methods_that_get_none_are_known()
    {
        for (var i = 0; i < 4; i++)
        {
            var other = await _portal.GivePasswordAsync(source: $"203.{i}.113.1");
            Assert.Null(await _portal.Service.AskForCodeAsync(other, Purpose.SignIn, await _portal.MethodAsync(other, RachelsMail), Cancel));
        }

        var limited = await _portal.GivePasswordAsync();
        var full = await _portal.Service.FullMethodsAsync(limited, Cancel);

        Assert.Equal(await _portal.MethodAsync(limited, RachelsMail), Assert.Single(full!).Key);
        Assert.Equal(Portal.Noon + 1.Hours, full!.Values.Single());
    }

    private async Task<LimitsView> LimitsAsync() => (await _portal.Service.LimitsAsync(_owner, Cancel))!;

    private static (int Most, int Used) Of(IEnumerable<LimitView> limits, LimitKind kind) =>
        limits.Single(limit => limit.Kind == kind) is var found ? (found.Most, found.Used) : default;
}
