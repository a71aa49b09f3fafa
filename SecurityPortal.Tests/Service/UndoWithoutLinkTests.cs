using OtpNet;
using SecurityPortal.Domain;
using SecurityPortal.Service;
using SecurityPortal.Tests.Support;
using static SecurityPortal.Tests.Support.People;

namespace SecurityPortal.Tests.Service;

/// <summary>R-RESTRICT-3, where what went is an app or a passkey: no notice reaches it, and no link.</summary>
public sealed class UndoWithoutLinkTests : IAsyncLifetime
{
    private static readonly Visitor s_hers = From("192.0.2.1") with { BrowserId = "hers" };

    private readonly SoftAuthenticator _key = new();
    private Portal _portal = null!;
    private byte[] _seed = [];

    public async ValueTask InitializeAsync()
    {
        _portal = await Portal.OpenAsync(Unlimited.Settings);
        await _portal.SeedAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _portal.DisposeAsync();
        _key.Dispose();
    }

    [Fact]
    public async Task The_password_and_a_code_of_the_app_bring_it_back()
    {
        await LoseAllToAStrangerAsync(AddAppAsync);

        var undoing = (await _portal.Service.BeginUndoByNameAsync(s_hers, Rachel, Portal.Password, Cancel)).Owner!;
        var app = (await _portal.OverviewAsync(undoing)).UndoesWith!.Id;
        Assert.Null(await _portal.Service.AskForCodeAsync(undoing, Purpose.UndoRestriction, app, Cancel));
        var open = (await _portal.OverviewAsync(undoing)).ChallengeFor(Purpose.UndoRestriction, app)!.Id;
        Assert.IsType<Refusal.WrongCode>(await _portal.Service.UndoRestrictionAsync(undoing, open, Not(CodeNow()), wasNotOwner: true, Cancel));
        Assert.Null(await _portal.Service.UndoRestrictionAsync(undoing, open, CodeNow(), wasNotOwner: true, Cancel));

        await IsHersAgainAsync(MethodKind.AuthenticatorApp);
    }

    [Fact]
    public async Task So_do_the_password_and_the_passkey()
    {
        await LoseAllToAStrangerAsync(AddPasskeyAsync);

        var undoing = (await _portal.Service.BeginUndoByNameAsync(s_hers, Rachel, Portal.Password, Cancel)).Owner!;
        var ask = (await _portal.Service.AskForPasskeyAsync(undoing, Purpose.UndoRestriction, Cancel))!;
        Assert.Null(await _portal.Service.UndoRestrictionByPasskeyAsync(undoing, ask.Token, _key.Prove(ask.Options), wasNotOwner: true, Cancel));

        await IsHersAgainAsync(MethodKind.Passkey);
    }

    /// <summary>It signs in no more, and brings nothing back without the password.</summary>
    [Fact]
    public async Task The_passkey_that_went_opens_nothing_else()
    {
        await LoseAllToAStrangerAsync(AddPasskeyAsync);

        var ask = await _portal.Service.AskForAnyPasskeyAsync(s_hers, Cancel);
        Assert.NotNull((await _portal.Service.SignInByPasskeyAsync(s_hers, ask.Token, _key.Prove(ask.Options), Cancel)).Refusal);
        var limited = await _portal.GivePasswordAsync();
        var undo = (await _portal.Service.AskForPasskeyAsync(limited, Purpose.UndoRestriction, Cancel))!;
        Assert.NotNull(await _portal.Service.UndoRestrictionByPasskeyAsync(limited, undo.Token, _key.Prove(undo.Options), wasNotOwner: true, Cancel));
        Assert.NotNull((await _portal.ProfileAsync(limited)).Restriction);
    }

    [Fact]
    public async Task The_password_that_was_in_force_counts_and_no_other()
    {
        await LoseAllToAStrangerAsync(AddAppAsync, changesPassword: true);

        Assert.Equal(new Refusal.WrongNameOrPassword(), (await _portal.Service.BeginUndoByNameAsync(s_hers, Rachel, "neither of them", Cancel)).Refusal);
        Assert.NotNull((await _portal.Service.BeginUndoByNameAsync(s_hers, Rachel, Portal.Password, Cancel)).Owner);
    }

    [Fact]
    public async Task Where_there_is_nothing_to_undo_only_the_right_password_learns_it()
    {
        Assert.Equal(new Refusal.WrongNameOrPassword(), (await _portal.Service.BeginUndoByNameAsync(s_hers, "nobody@contoso.example", Portal.Password, Cancel)).Refusal);
        Assert.Equal(new Refusal.WrongNameOrPassword(), (await _portal.Service.BeginUndoByNameAsync(s_hers, Rachel, "wrong", Cancel)).Refusal);
        Assert.Equal(new Refusal.NothingToUndo(), (await _portal.Service.BeginUndoByNameAsync(s_hers, Rachel, Portal.Password, Cancel)).Refusal);
    }

    /// <summary>Only the app or the passkey is established; a stranger in her session adds an address and takes it out.</summary>
    private async Task LoseAllToAStrangerAsync(Func<Owner, Task> add, bool changesPassword = false)
    {
        var rachel = await _portal.SignInAsync();
        await _portal.ProveAsync(rachel);
        await add(rachel);
        Assert.Null(await _portal.Service.RemoveMethodAsync(rachel, await _portal.MethodAsync(rachel, RachelsPhone), knowingly: false, Cancel));
        _portal.Clock.Advance(31.Days);

        var stranger = await _portal.SignInAsync(source: "198.51.100.7");
        await _portal.ProveAsync(stranger);
        Assert.Null(await _portal.Service.RemoveMethodAsync(stranger, await _portal.MethodAsync(stranger, RachelsMail), knowingly: false, Cancel));
        await _portal.AddAsync(stranger, NewMail);
        if (changesPassword)
            Assert.Null(await _portal.Service.SetPasswordAsync(stranger, "Stranger-Danger-1", Cancel));
        var left = (await _portal.OverviewAsync(stranger)).Methods.Single(method => !method.IsDestination).Id;
        Assert.Null(await _portal.Service.RemoveMethodAsync(stranger, left, knowingly: true, Cancel));
        _portal.Clock.Advance(1.Minutes);
    }

    private async Task AddAppAsync(Owner owner)
    {
        Assert.Null(await _portal.Service.AddAppAsync(owner, Cancel));
        _seed = Base32Encoding.ToBytes((await _portal.Service.AppKeyAsync(owner, Cancel))!.Key);
        var asked = (await _portal.ProfileAsync(owner)).Challenges.Last(challenge => challenge.Purpose == Purpose.ConfirmMethod).Id;
        Assert.Null(await _portal.Service.ConfirmMethodAsync(owner, asked, CodeNow(), Cancel));
    }

    private async Task AddPasskeyAsync(Owner owner)
    {
        var ask = (await _portal.Service.AskToMakePasskeyAsync(owner, Cancel)).Ask!;
        Assert.Null(await _portal.Service.AddPasskeyAsync(owner, ask.Token, _key.Make(ask.Options), "", Cancel));
    }

    private async Task IsHersAgainAsync(MethodKind kind)
    {
        var profile = await _portal.ReadAsync(context => Task.FromResult(context.Profiles.Single(known => known.Name == Rachel)));
        Assert.Null(profile.Restriction);
        Assert.Equal(kind, Assert.Single(profile.Methods).Kind);
        Assert.NotNull(profile.PasswordDistrustedAt);
    }

    private string CodeNow() => new Totp(_seed).ComputeTotp(_portal.Now.UtcDateTime);
}
