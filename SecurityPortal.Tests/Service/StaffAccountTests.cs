using System.Text.Json;
using SecurityPortal.Domain;
using SecurityPortal.Service;
using SecurityPortal.Tests.Support;
using static SecurityPortal.Tests.Support.Desk;
using static SecurityPortal.Tests.Support.People;

namespace SecurityPortal.Tests.Service;

/// <summary>R-HELP-1: what staff see of an account is enough to help, and nothing of it is whole.</summary>
public sealed class StaffAccountTests : IAsyncLifetime
{
    private Portal _portal = null!;

    public async ValueTask InitializeAsync()
    {
        _portal = await Portal.OpenAsync();
        await _portal.SeedDeskAsync();
    }

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task No_code_and_no_whole_contact_is_in_it_whatever_happened()
    {
        var rachel = await _portal.SignInAsync();
        await _portal.ProveAsync(rachel);
        await _portal.AddAsync(rachel, NewMail);
        _ = await _portal.StartReplacementAsync(NewPhone);
        await _portal.SendMailAsync();

        var seen = JsonSerializer.Serialize(await SeeAsync(Rachel));

        Assert.All([RachelsMail, RachelsPhone, NewMail, NewPhone], contact => Assert.DoesNotContain(contact.Value, seen, StringComparison.OrdinalIgnoreCase));
        Assert.All(_portal.Messages.All.Where(message => message.Code is not null), message => Assert.DoesNotContain(message.Code!, seen, StringComparison.Ordinal));
        Assert.Contains(RachelsPhone.Masked, JsonSerializer.Deserialize<JsonElement>(seen).GetProperty("Methods").EnumerateArray().Select(method => method.GetProperty("Shown").GetString()));
    }

    [Fact]
    public async Task It_says_what_happened_with_its_causes()
    {
        _ = await _portal.Service.SignInAsync(From("198.51.100.7"), Rachel, "wrong", Cancel);
        _ = await _portal.SignInAsync();

        var seen = await SeeAsync(Rachel);

        Assert.Equal([SignInCause.SignedIn, SignInCause.PasswordRight, SignInCause.WrongPassword], seen.SignIns.Select(tried => tried.Cause));
        Assert.Equal("198.51.100.7", seen.SignIns[^1].Source);
        Assert.Contains(seen.Deliveries, sent => sent is { Kind: Message.CodeKind, Channel: Channel.Email });
        Assert.Equal(AccountAdvice.SignIn, seen.Advice);
    }

    [Fact]
    public async Task What_it_advises_follows_from_how_things_stand()
    {
        Assert.Equal(AccountAdvice.Register, (await SeeAsync(Newcomer)).Advice);

        _ = await _portal.StartReplacementAsync();
        Assert.Equal(AccountAdvice.UseOldInfo, (await SeeAsync(Rachel)).Advice);

        _portal.Clock.Advance(15.Days);
        Assert.Equal(AccountAdvice.GivePass, (await SeeAsync(Newcomer)).Advice);
    }

    [Fact]
    public async Task A_block_is_there_with_its_end_and_why_staff_set_it()
    {
        var profile = await _portal.ReadAsync(context => Task.FromResult(context.Profiles.Single(known => known.Name == Rachael)));
        Assert.Null(await _portal.Service.BlockAsync(await _portal.StaffAsync(), profile.Id, new(new(BlockScope.Method, profile.Methods[0].Id), BlockReason.ReportedLost, null, "lost on the train"), Cancel));

        var seen = await SeeAsync(Rachael);

        var block = Assert.Single(seen.Blocks);
        Assert.Equal((BlockReason.ReportedLost, null, "lost on the train"), (block.Reason, block.EndsAt, block.Note));
        Assert.Equal(AccountAdvice.Lift, seen.Advice);
    }

    [Fact]
    public async Task An_account_that_is_not_there_is_said_not_to_be() =>
        Assert.Equal(new Refusal.NoSuchAccount(), (await _portal.Service.AccountForStaffAsync(await _portal.SignInAsStaffAsync(), AccountId.New(_portal.Now), Cancel)).Refusal);

    private async Task<StaffAccountView> SeeAsync(string name)
    {
        var id = await _portal.ReadAsync(context => Task.FromResult(context.Profiles.Single(known => known.Name == name).Id));
        _portal.Clock.Advance(1.Minutes);
        return (await _portal.Service.AccountForStaffAsync(await _portal.SignInAsStaffAsync(), id, Cancel)).Account!;
    }
}
