using SecurityPortal.Domain;
using SecurityPortal.Service;
using SecurityPortal.Tests.Support;
using static SecurityPortal.Tests.Support.People;

namespace SecurityPortal.Tests.Service;

/// <summary>R-REM over the real store and the clock: an account that nobody has signed in to for 200 days.</summary>
public sealed class ReminderTests : IAsyncLifetime
{
    private const string Dormant = "dormant@contoso.example";

    private static readonly Contact s_mail = new(MethodKind.Email, "dormant@mail.example");

    private Portal _portal = null!;

    public async ValueTask InitializeAsync()
    {
        _portal = await Portal.OpenAsync();
        DemoAccount dormant = new(new(Dormant, "Dora", "en", "US", []), Portal.Password, [s_mail, RachelsPhone], 200.Days, "");
        Assert.True(await _portal.Service.SeedAsync(new PortalItself(), [dormant], Cancel));
    }

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task Is_skipped_on_days_0_to_6_and_not_on_day_7_ended_by_a_code_and_quiet_for_ninety_days()
    {
        for (var day = 0; day < 7; day++)
        {
            var asked = await SignInAsync();
            var reminder = (await _portal.OverviewAsync(asked)).Reminder!;
            Assert.Equal((7 - day, Portal.Noon + 7.Days), (reminder.DaysLeft, reminder.InsistsFrom));
            Assert.Equal([ReminderCause.NoProof, ReminderCause.NoSignIn], reminder.Reasons.Select(reason => reason.Cause));
            Assert.Null(await _portal.Service.SkipReminderAsync(asked, Cancel));
            Assert.Null((await _portal.OverviewAsync(asked)).Reminder);
            Assert.Null((await _portal.OverviewAsync(await SignInAsync())).Reminder);
            _portal.Clock.Advance(Portal.Noon + (day + 1).Days - _portal.Now);
        }

        var late = await SignInAsync();
        Assert.False((await _portal.OverviewAsync(late)).Reminder!.MaySkip);
        Assert.Equal(new Refusal.CannotSkip(Portal.Noon), await _portal.Service.SkipReminderAsync(late, Cancel));

        _portal.Clock.Advance(1.Minutes);
        await _portal.ProveAsync(late, s_mail);
        var ended = _portal.Now;
        Assert.Null((await _portal.OverviewAsync(late)).Reminder);

        _portal.Clock.Advance(90.Days - 1.Seconds);
        Assert.Null((await _portal.OverviewAsync(await SignInAsync())).Reminder);
        _portal.Clock.Advance(ended + 181.Days - _portal.Now);
        Assert.NotNull((await _portal.OverviewAsync(await SignInAsync())).Reminder);
    }

    [Fact]
    public async Task What_is_added_ends_it_after_the_proof_that_this_takes()
    {
        var asked = await SignInAsync();
        Assert.Equal(new Refusal.ProofNeeded(), await _portal.Service.AddMethodAsync(asked, NewMail, Cancel));

        _portal.Clock.Advance(1.Minutes);
        await _portal.ProveAsync(asked, s_mail);

        Assert.Null((await _portal.OverviewAsync(asked)).Reminder);
        await _portal.AddAsync(asked, NewMail);
    }

    private Task<Owner> SignInAsync() => _portal.SignInAsync(Dormant, s_mail);
}
