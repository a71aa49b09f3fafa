using SecurityPortal.Domain;
using SecurityPortal.Service;
using SecurityPortal.Tests.Support;
using static SecurityPortal.Tests.Support.Desk;
using static SecurityPortal.Tests.Support.People;

namespace SecurityPortal.Tests.Service;

/// <summary>R-HELP-3: the way back after a clear.</summary>
public sealed class EnrolmentTests : IAsyncLifetime
{
    private Portal _portal = null!;
    private Owner _helper = null!;

    public async ValueTask InitializeAsync()
    {
        _portal = await Portal.OpenAsync();
        await _portal.SeedDeskAsync();
        _helper = await _portal.SignInAsStaffAsync();
    }

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task With_a_remaining_method_password_and_method_lead_to_registration_and_nowhere_else()
    {
        _ = await _portal.ClearAsync(_helper, Rachel, RachelsPhone);

        var rachel = await _portal.SignInAsync();
        var overview = await _portal.OverviewAsync(rachel);
        Assert.True(overview is { IsFull: true, OwesRegistration: true, HasMetDuty: false, NeedsPass: false });
        Assert.Equal("/register", SecurityPortal.Web.Reach.NextStep(overview));
        Assert.Equal(new Refusal.RegistrationOwed(), await _portal.Service.FinishRegistrationAsync(rachel, Cancel));

        await _portal.AddAsync(rachel, NewPhone);
        Assert.Null(await _portal.Service.FinishRegistrationAsync(rachel, Cancel));
        Assert.Equal("/security-info", SecurityPortal.Web.Reach.NextStep(await _portal.OverviewAsync(rachel)));
    }

    /// <summary>What stands beside an established method is established later, as if it had been added any other day.</summary>
    [Fact]
    public async Task What_is_added_beside_a_remaining_method_is_not_established_at_once_and_opens_nothing_else()
    {
        _ = await _portal.ClearAsync(_helper, Rachel, RachelsPhone);
        var rachel = await _portal.SignInAsync();
        await _portal.AddAsync(rachel, NewPhone);

        Assert.False((await _portal.ProfileAsync(rachel)).Methods.Single(method => method.Contact == NewPhone).IsEstablished(_portal.Now));
        Assert.Equal(new Refusal.ProofNeeded(), await _portal.Service.RemoveMethodAsync(rachel, await _portal.MethodAsync(rachel, RachelsMail), true, Cancel));
    }

    [Fact]
    public async Task With_nothing_left_the_password_alone_registers_nothing()
    {
        _ = await _portal.ClearAsync(_helper, Rachel, RachelsPhone, RachelsMail);
        var limited = await _portal.GivePasswordAsync();

        Assert.Equal(new Refusal.PassNeeded(), await _portal.Service.AddMethodAsync(limited, NewPhone, Cancel));
        Assert.Equal(new Refusal.PassNeeded(), await _portal.Service.AddAppAsync(limited, Cancel));
        Assert.Equal(new Refusal.PassNeeded(), (await _portal.Service.AskToMakePasskeyAsync(limited, Cancel)).Refusal);
        Assert.Equal(new Refusal.NothingToReplace(), await _portal.Service.EnterNewInfoAsync(limited, NewMail, Cancel));
    }

    [Fact]
    public async Task The_pass_stands_for_a_method_until_the_required_ones_are_confirmed()
    {
        var pass = (await _portal.ClearAsync(_helper, Rachel, RachelsPhone, RachelsMail)).Pass!;
        var limited = await _portal.GivePasswordAsync();

        Assert.Null(await _portal.Service.TakePassAsync(limited, $" {pass.ToUpperInvariant().Replace('-', ' ')} ", Cancel));
        await _portal.AddAsync(limited, NewPhone);
        Assert.True((await _portal.ProfileAsync(limited)).Methods.Single(method => method.Contact == NewPhone).IsEstablished(_portal.Now));
        Assert.Null(await _portal.Service.FinishRegistrationAsync(limited, Cancel));

        var profile = await _portal.ProfileAsync(limited);
        Assert.Equal((null, false), (profile.Pass, profile.OwesRegistration));
        Assert.Equal(new Refusal.NotRegistering(), await _portal.Service.TakePassAsync(await _portal.GivePasswordAsync(), pass, Cancel));
    }

    [Fact]
    public async Task It_is_bound_to_the_first_session_that_types_it()
    {
        var pass = (await _portal.ClearAsync(_helper, Rachel, RachelsPhone, RachelsMail)).Pass!;
        var (first, second) = (await _portal.GivePasswordAsync(), await _portal.GivePasswordAsync(source: "198.51.100.7"));

        var answers = await Task.WhenAll(Enumerable.Range(0, 32).SelectMany(_ => new[] { first, second })
            .Select(owner => Task.Run(async () => (owner, await _portal.Service.TakePassAsync(owner, pass, Cancel)))));

        var winner = Assert.Single(answers.Where(answer => answer.Item2 is null).Select(answer => answer.owner).Distinct());
        Assert.All(answers.Where(answer => answer.owner != winner), answer => Assert.Equal(new Refusal.PassTaken(), answer.Item2));
        Assert.Equal(new Refusal.PassNeeded(), await _portal.Service.AddMethodAsync(winner == first ? second : first, NewPhone, Cancel));
    }

    [Fact]
    public async Task Five_wrong_ones_end_it_and_so_does_an_hour()
    {
        var pass = (await _portal.ClearAsync(_helper, Rachel, RachelsPhone, RachelsMail)).Pass!;
        var limited = await _portal.GivePasswordAsync();
        var wrong = (pass[0] == 'a' ? "b" : "a") + pass[1..];

        Assert.Equal(new Refusal.NotAPass(), await _portal.Service.TakePassAsync(limited, "open sesame", Cancel));
        for (var left = 4; left >= 0; left--)
            Assert.Equal(new Refusal.WrongPass(left), await _portal.Service.TakePassAsync(limited, wrong, Cancel));
        Assert.Equal(new Refusal.NoPass(), await _portal.Service.TakePassAsync(limited, pass, Cancel));

        // A new one takes the checks of a clear, though nothing is left to go.
        var again = (await _portal.ClearAsync(_helper, Rachel)).Pass!;
        _portal.Clock.Advance(1.Hours);
        Assert.Equal(new Refusal.NoPass(), await _portal.Service.TakePassAsync(await _portal.GivePasswordAsync(), again, Cancel));
    }

    /// <summary>A new account registers with its password within 14 days of import, later with a pass.</summary>
    [Fact]
    public async Task An_account_that_never_registered_gets_in_later_by_a_pass()
    {
        _portal.Clock.Advance(15.Days);
        var late = await _portal.GivePasswordAsync(Newcomer);
        Assert.IsType<Refusal.RegistrationClosed>(await _portal.Service.AddMethodAsync(late, NewPhone, Cancel));

        _helper = await _portal.SignInAsStaffAsync();
        var pass = (await _portal.ClearAsync(_helper, Newcomer)).Pass!;
        late = await _portal.GivePasswordAsync(Newcomer);
        Assert.Null(await _portal.Service.TakePassAsync(late, pass, Cancel));
        await _portal.AddAsync(late, NewPhone);
    }

    [Fact]
    public async Task The_pass_is_kept_as_its_hash_only()
    {
        var pass = (await _portal.ClearAsync(_helper, Rachel, RachelsPhone, RachelsMail)).Pass!;

        await _portal.SendMailAsync();
        foreach (var file in Directory.GetFiles(_portal.Folder, "portal.db*"))
        {
            await using FileStream store = new(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using StreamReader text = new(store, System.Text.Encoding.Latin1);
            var all = await text.ReadToEndAsync(Cancel);
            Assert.DoesNotContain(pass, all, StringComparison.Ordinal);
            Assert.DoesNotContain(pass.Replace("-", "", StringComparison.Ordinal), all, StringComparison.Ordinal);
        }
    }

    /// <summary>R-HELP-2: for 24 hours a mistaken clear is mended by the password and the method's own proof.</summary>
    [Fact]
    public async Task A_mistaken_clear_is_mended_by_the_password_and_the_methods_own_proof()
    {
        _ = await _portal.ClearAsync(_helper, Rachel, RachelsPhone, RachelsMail);
        var limited = await _portal.GivePasswordAsync();
        Assert.Equal([RachelsPhone.Masked, RachelsMail.Masked], (await _portal.OverviewAsync(limited)).Cleared.OrderByDescending(method => method.Kind == MethodKind.Phone).Select(method => method.Shown));

        await MendAsync(limited, RachelsPhone);
        Assert.True((await _portal.ProfileAsync(limited)).OwesRegistration);
        Assert.Equal("/sign-in/verify", SecurityPortal.Web.Reach.NextStep(await _portal.OverviewAsync(limited)));

        await MendAsync(limited, RachelsMail);
        var profile = await _portal.ProfileAsync(limited);
        Assert.Equal((false, null), (profile.OwesRegistration, profile.Pass));
        Assert.Equal([RachelsMail, RachelsPhone], profile.Methods.Where(method => method.IsUsable).Select(method => method.Contact).OrderBy(contact => contact.Kind));
    }

    [Fact]
    public async Task What_was_reported_lost_does_not_come_back_and_nothing_does_after_a_day()
    {
        var rachel = await _portal.SignInAsync();
        _ = await _portal.Service.ReportLostAsync(rachel, [await _portal.MethodAsync(rachel, RachelsPhone)], knowingly: false, Cancel);
        _ = await _portal.ClearAsync(_helper, Rachel, RachelsPhone, RachelsMail);

        var limited = await _portal.GivePasswordAsync();
        Assert.Equal([RachelsMail.Masked], (await _portal.OverviewAsync(limited)).Cleared.Select(method => method.Shown));
        _portal.Clock.Advance(24.Hours);
        Assert.Empty((await _portal.OverviewAsync(await _portal.GivePasswordAsync())).Cleared);
    }

    /// <summary>The number moved to a new card: registered anew, it is no matter of mending.</summary>
    [Fact]
    public async Task The_same_number_can_be_registered_anew()
    {
        var pass = (await _portal.ClearAsync(_helper, Rachel, RachelsPhone, RachelsMail)).Pass!;
        var limited = await _portal.GivePasswordAsync();
        Assert.Null(await _portal.Service.TakePassAsync(limited, pass, Cancel));

        await _portal.AddAsync(limited, RachelsPhone);

        Assert.Equal([RachelsMail.Masked], (await _portal.OverviewAsync(limited)).Cleared.Select(method => method.Shown));
        Assert.Single((await _portal.ProfileAsync(limited)).Methods, method => method.Contact == RachelsPhone);
    }

    private async Task MendAsync(Owner owner, Contact contact)
    {
        var method = (await _portal.ProfileAsync(owner)).Methods.Single(method => method.Contact == contact).Id;
        Assert.Null(await _portal.Service.AskForCodeAsync(owner, Purpose.MendClear, method, Cancel));
        var (challenge, code) = await _portal.CodeAsync(owner, Purpose.MendClear, method);
        Assert.Null(await _portal.Service.MendClearAsync(owner, challenge, code, Cancel));
    }
}
