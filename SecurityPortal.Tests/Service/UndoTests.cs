using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SecurityPortal.Domain;
using SecurityPortal.Service;
using SecurityPortal.Tests.Support;
using static SecurityPortal.Tests.Support.People;

namespace SecurityPortal.Tests.Service;

/// <summary>R-RESTRICT-3, from the notice to its end.</summary>
public sealed class UndoTests : IAsyncLifetime
{
    private Portal _portal = null!;
    private string _token = "";

    public async ValueTask InitializeAsync()
    {
        _portal = await Portal.OpenAsync();
        await _portal.SeedAsync();
        var stranger = await _portal.SignInAsync(source: "198.51.100.7");
        await _portal.ProveAsync(stranger);
        Assert.Null(await _portal.Service.RemoveMethodAsync(stranger, await _portal.MethodAsync(stranger, RachelsPhone), knowingly: false, Cancel));
        await _portal.AddAsync(stranger, NewMail);
        _portal.Clock.Advance(1.Seconds);
        Assert.Null(await _portal.Service.RemoveMethodAsync(stranger, await _portal.MethodAsync(stranger, RachelsMail), knowingly: true, Cancel));
        await _portal.SendMailAsync();
        _token = _portal.Messages.To(RachelsMail.Value).Single(message => message.Kind == nameof(SecurityEvent.EverythingChanged)).Links[0].Split('/')[^1];
        _portal.Clock.Advance(1.Seconds);
    }

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task The_link_alone_only_reports()
    {
        Assert.Null(await _portal.Service.ReportByLinkAsync(From("192.0.2.1"), _token, Cancel));

        Assert.NotNull((await _portal.OverviewAsync(await _portal.SignInAsync(with: NewMail))).RestrictedUntil);
    }

    [Fact]
    public async Task The_password_and_a_code_undo_the_change()
    {
        var owner = await OpenAsync(Portal.Password);

        Assert.Null(await UndoAsync(owner, wasNotOwner: true));

        Assert.Null(await _portal.Service.OverviewAsync(owner, Cancel));
        _portal.Clock.Advance(1.Seconds);
        var overview = await _portal.OverviewAsync(await _portal.SignInAsync());
        Assert.Null(overview.RestrictedUntil);
        Assert.Equal(RachelsMail.Value, Assert.Single(overview.Methods).Shown);
        Assert.True(overview.MustChangePassword);
    }

    [Fact]
    public async Task The_password_that_was_in_force_when_the_change_was_made_counts_too_and_is_back_for_its_owner()
    {
        await SetPasswordAsync("Stranger-Danger-1");

        Assert.Null(await UndoAsync(await OpenAsync(Portal.Password), wasNotOwner: true));

        _portal.Clock.Advance(1.Seconds);
        Assert.True((await _portal.OverviewAsync(await _portal.SignInAsync())).MustChangePassword);
    }

    [Fact]
    public async Task The_present_password_counts_and_stays_when_both_are_kept()
    {
        await SetPasswordAsync("Another-Horse-10");

        Assert.Null(await UndoAsync(await OpenAsync("Another-Horse-10"), wasNotOwner: false));

        Assert.Equal(new Refusal.WrongNameOrPassword(), (await _portal.Service.SignInAsync(From("192.0.2.1"), Rachel, Portal.Password, Cancel)).Refusal);
    }

    [Fact]
    public async Task A_wrong_password_opens_nothing_and_counts()
    {
        var from = From("192.0.2.99");
        for (var i = 0; i < 9; i++)
            Assert.Equal(new Refusal.WrongNameOrPassword(), (await _portal.Service.BeginUndoAsync(from, _token, "wrong", Cancel)).Refusal);

        Assert.IsType<Refusal.SourceBlocked>((await _portal.Service.BeginUndoAsync(from, _token, "wrong", Cancel)).Refusal);
        Assert.IsType<Refusal.SourceBlocked>((await _portal.Service.BeginUndoAsync(from, _token, Portal.Password, Cancel)).Refusal);
        Assert.IsType<Refusal.SourceBlocked>((await _portal.Service.SignInAsync(from, Rachel, Portal.Password, Cancel)).Refusal);
    }

    [Fact]
    public async Task Its_session_sees_what_it_undoes_with_and_no_whole_address()
    {
        var overview = await _portal.OverviewAsync(await OpenAsync(Portal.Password));

        Assert.Equal(RachelsMail.Masked, overview.UndoesWith?.Shown);
        Assert.All(overview.Methods, method => Assert.Contains('•', method.Shown));
        Assert.False(overview.IsFull);
    }

    [Fact]
    public async Task Another_links_token_opens_nothing()
    {
        var other = _portal.Messages.To(NewMail.Value).Last(message => message.Links.Count > 0).Links[0].Split('/')[^1];

        Assert.Equal(new Refusal.NoSuchLink(), (await _portal.Service.BeginUndoAsync(From("192.0.2.1"), other, Portal.Password, Cancel)).Refusal);
    }

    /// <summary>By another way than the portal's pages, which are closed while the restriction lasts.</summary>
    private async Task SetPasswordAsync(string password)
    {
        var hash = await _portal.Services.GetRequiredService<Passwords>().HashAsync(password, Cancel);
        _ = await _portal.ReadAsync(context => context.Profiles.Where(profile => profile.NameKey == Rachel)
            .ExecuteUpdateAsync(change => change.SetProperty(profile => profile.PasswordHash, hash), Cancel));
    }

    private async Task<Owner> OpenAsync(string password)
    {
        var answer = await _portal.Service.BeginUndoAsync(From("192.0.2.1"), _token, password, Cancel);
        Assert.Null(answer.Refusal);
        return answer.Owner!;
    }

    private async Task<Refusal?> UndoAsync(Owner owner, bool wasNotOwner)
    {
        var went = (await _portal.OverviewAsync(owner)).UndoesWith!.Id;
        Assert.Null(await _portal.Service.AskForCodeAsync(owner, Purpose.UndoRestriction, went, Cancel));
        var (challenge, code) = await _portal.CodeAsync(owner, Purpose.UndoRestriction, went);
        return await _portal.Service.UndoRestrictionAsync(owner, challenge, code, wasNotOwner, Cancel);
    }
}
