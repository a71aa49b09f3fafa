using SecurityPortal.Domain;
using SecurityPortal.Service;
using SecurityPortal.Tests.Support;
using static SecurityPortal.Tests.Support.People;

namespace SecurityPortal.Tests.Service;

/// <summary>R-METH-3: what a session sees before and after it proved a second thing.</summary>
public sealed class OverviewTests : IAsyncLifetime
{
    private Portal _portal = null!;

    public async ValueTask InitializeAsync()
    {
        _portal = await Portal.OpenAsync();
        await _portal.SeedAsync();
    }

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task The_password_alone_shows_masks_and_no_other_session()
    {
        _ = await _portal.SignInAsync();
        var limited = await _portal.StartReplacementAsync();
        await _portal.SendMailAsync();
        Assert.Null(await _portal.Service.AskForCodeAsync(limited, Purpose.SignIn, await _portal.MethodAsync(limited, RachelsPhone), Cancel));

        var overview = await _portal.OverviewAsync(limited);

        Assert.Equal([RachelsMail.Masked, RachelsPhone.Masked], overview.Methods.Select(method => method.Shown));
        Assert.Equal(RachelsPhone.Masked, Assert.Single(overview.Challenges).Shown);
        Assert.Equal(NewMail.Masked, Assert.Single(overview.Pending!.NewInfo).Shown);
        Assert.All(overview.Pending.Told, telling => Assert.Contains('•', telling.Shown));
        Assert.Empty(overview.Sessions);
    }

    [Fact]
    public async Task A_full_session_sees_everything()
    {
        var overview = await _portal.OverviewAsync(await _portal.SignInAsync());

        Assert.Equal([RachelsMail.Value, PhoneNumber.Spaced(RachelsPhone.Value)], overview.Methods.Select(method => method.Shown));
        Assert.True(Assert.Single(overview.Sessions).IsThis);
    }

    [Fact]
    public async Task A_line_that_takes_only_calls_is_of_no_use_where_nobody_calls()
    {
        Contact line = new(MethodKind.Phone, "+442079460958");
        await using var portal = await Portal.OpenAsync();
        _ = await portal.Service.SeedAsync(new PortalItself(), [new(new(Rachel, "Rachel", "en", "GB", []), Portal.Password, [RachelsMail, line], 1.Days, "")], Cancel);

        var overview = await portal.OverviewAsync(await portal.GivePasswordAsync());

        Assert.False(overview.HasCalls);
        Assert.Equal([RachelsMail.Masked], overview.Usable.Select(method => method.Shown));
        Assert.False(overview.Methods[1].TakesTexts);
    }

    [Fact]
    public async Task What_was_just_typed_is_shown_as_it_was_typed()
    {
        var newcomer = await _portal.GivePasswordAsync(Newcomer);
        Assert.Null(await _portal.Service.AddMethodAsync(newcomer, NewMail, Cancel));

        var overview = await _portal.OverviewAsync(newcomer);

        Assert.Equal(NewMail.Value, Assert.Single(overview.Unconfirmed).Shown);
        Assert.Equal(NewMail.Value, Assert.Single(overview.Challenges).Shown);
    }

    [Fact]
    public async Task What_the_organisation_has_on_file_is_not_shown_to_who_knows_only_the_password()
    {
        const string Name = "imported@contoso.example";
        _ = await _portal.Service.ImportAsync(new(), new(new(Name, "Ida", "en", "GB", []), Portal.Password, [NewMail, NewPhone]), isDryRun: false, Cancel);
        var owner = await _portal.GivePasswordAsync(Name);
        Assert.Null(await _portal.Service.AddSuggestedAsync(owner, (await _portal.OverviewAsync(owner)).Suggested[0], Cancel));

        var before = await _portal.OverviewAsync(owner);
        Assert.Equal(NewMail.Masked, Assert.Single(before.Unconfirmed).Shown);
        Assert.Equal(NewMail.Masked, Assert.Single(before.Challenges).Shown);

        var (challenge, code) = await _portal.CodeAsync(owner, Purpose.ConfirmMethod, before.Unconfirmed[0].Id);
        Assert.Null(await _portal.Service.ConfirmMethodAsync(owner, challenge, code, Cancel));
        Assert.Equal(NewMail.Value, Assert.Single((await _portal.OverviewAsync(owner)).Methods).Shown);
    }

    /// <summary>R-METH-3: else whoever knows the password could guess at what is behind a mask.</summary>
    [Fact]
    public async Task What_is_typed_looks_the_same_whether_or_not_the_organisation_has_it_on_file()
    {
        const string Name = "imported@contoso.example";
        _ = await _portal.Service.ImportAsync(new(), new(new(Name, "Ida", "en", "GB", []), Portal.Password, [NewMail]), isDryRun: false, Cancel);
        var owner = await _portal.GivePasswordAsync(Name);
        Assert.Null(await _portal.Service.AddSuggestedAsync(owner, NewMail, Cancel));
        Assert.Equal(new Refusal.NoSuchMethod(), await _portal.Service.AddSuggestedAsync(owner, RachelsMail, Cancel));

        foreach (var typed in new[] { RachelsMail, NewMail })
            Assert.Null(await _portal.Service.AddMethodAsync(owner, typed, Cancel));

        var overview = await _portal.OverviewAsync(owner);
        Assert.Equal([NewMail.Masked, RachelsMail.Value, NewMail.Value], overview.Unconfirmed.Select(added => added.Shown));
        Assert.Equal([NewMail.Masked, RachelsMail.Value, NewMail.Value], overview.Challenges.Select(asked => asked.Shown));

        var (challenge, code) = await _portal.CodeAsync(owner, Purpose.ConfirmMethod, overview.Unconfirmed[2].Id);
        Assert.Null(await _portal.Service.ConfirmMethodAsync(owner, challenge, code, Cancel));
        Assert.Equal(RachelsMail.Value, Assert.Single((await _portal.OverviewAsync(owner)).Unconfirmed).Shown);
    }

    [Fact]
    public async Task There_is_none_for_a_session_that_has_ended()
    {
        var owner = await _portal.SignInAsync();
        _portal.Clock.Advance(15.Minutes);

        Assert.Null(await _portal.Service.OverviewAsync(owner, Cancel));
        Assert.False(await _portal.Service.IsAliveAsync(owner, Cancel));
        Assert.Equal(new Refusal.SignedOut(), await _portal.Service.TouchAsync(owner, Cancel));
    }

    [Fact]
    public async Task Every_granted_request_keeps_the_session_from_idling_out()
    {
        var owner = await _portal.GivePasswordAsync(Newcomer);
        _portal.Clock.Advance(14.Minutes);
        Assert.Null(await _portal.Service.AddMethodAsync(owner, NewMail, Cancel));
        _portal.Clock.Advance(9.Minutes);
        var (challenge, code) = await _portal.CodeAsync(owner, Purpose.ConfirmMethod, (await _portal.OverviewAsync(owner)).Unconfirmed[0].Id);
        Assert.Null(await _portal.Service.ConfirmMethodAsync(owner, challenge, code, Cancel));
        _portal.Clock.Advance(14.Minutes);

        Assert.Null(await _portal.Service.FinishRegistrationAsync(owner, Cancel));
    }
}
