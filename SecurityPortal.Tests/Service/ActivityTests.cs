using Microsoft.EntityFrameworkCore;
using SecurityPortal.Domain;
using SecurityPortal.Service;
using SecurityPortal.Tests.Support;
using static SecurityPortal.Tests.Support.People;

namespace SecurityPortal.Tests.Service;

/// <summary>R-ACT-1: what stands in an account's log, and how its owner reads it.</summary>
public sealed class ActivityTests : IAsyncLifetime
{
    private const string Elsewhere = "198.51.100.7";

    private Portal _portal = null!;

    public async ValueTask InitializeAsync()
    {
        _portal = await Portal.OpenAsync();
        await _portal.SeedAsync();
    }

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task A_change_stands_there_once_however_many_are_told()
    {
        var owner = await _portal.SignInAsync();
        await _portal.ProveAsync(owner);
        await _portal.AddAsync(owner, NewMail);

        var added = Assert.Single(await EntriesAsync(nameof(SecurityEvent.MethodAdded)));
        Assert.Equal((NewMail.Value, owner.Session, owner.Source, owner.Browser, owner.RequestId), (added.About, added.Session, added.Source, added.Browser, added.RequestId));
        Assert.Equal(await _portal.MethodAsync(owner, NewMail), added.Method);
    }

    [Fact]
    public async Task A_method_that_has_left_is_still_named()
    {
        var owner = await _portal.SignInAsync();
        await _portal.ProveAsync(owner);
        var phone = await _portal.MethodAsync(owner, RachelsPhone);
        Assert.Null(await _portal.Service.RemoveMethodAsync(owner, phone, knowingly: false, Cancel));

        var removed = Assert.Single(await EntriesAsync(nameof(SecurityEvent.MethodRemoved)));
        Assert.Equal((RachelsPhone.Value, phone), (removed.About, removed.Method!.Value));
        Assert.Equal("+44 7700 900123", Assert.Single((await ReadAsync(owner)).Rows, row => row.Kind == nameof(SecurityEvent.MethodRemoved)).Contact);
    }

    [Fact]
    public async Task Every_code_that_is_sent_stands_there_and_a_reload_does_not()
    {
        var limited = await _portal.GivePasswordAsync();
        var mail = await _portal.MethodAsync(limited, RachelsMail);
        Assert.Null(await _portal.Service.AskForCodeAsync(limited, Purpose.SignIn, mail, Cancel));
        Assert.Null(await _portal.Service.AskForCodeAsync(limited, Purpose.SignIn, mail, Cancel));
        var (challenge, _) = await _portal.CodeAsync(limited, Purpose.SignIn, mail);
        Assert.IsType<Refusal.TooSoon>(await _portal.Service.SendAgainAsync(limited, challenge, Cancel));
        _ = Assert.Single(await EntriesAsync(ActivityEntry.CodeAsked));

        _portal.Clock.Advance(30.Seconds);
        Assert.Null(await _portal.Service.SendAgainAsync(limited, challenge, Cancel));

        Assert.All(await EntriesAsync(ActivityEntry.CodeAsked), asked => Assert.Equal((mail, RachelsMail.Value, null), (asked.Method, asked.About, asked.Refused)));
        Assert.Equal(2, (await EntriesAsync(ActivityEntry.CodeAsked)).Count);
    }

    [Fact]
    public async Task A_code_that_was_refused_stands_there_once_an_hour()
    {
        var limited = await BlockedAsync();
        var mail = await _portal.MethodAsync(limited, RachelsMail);
        for (var times = 0; times < 3; times++)
            Assert.IsType<Refusal.Blocked>(await _portal.Service.AskForCodeAsync(limited, Purpose.SignIn, mail, Cancel));

        var refused = Assert.Single(await EntriesAsync(ActivityEntry.CodeAsked), asked => asked.Refused is not null);
        Assert.Equal((nameof(Refusal.Blocked), mail, RachelsMail.Value), (refused.Refused, refused.Method, refused.About));
    }

    [Fact]
    public async Task What_time_has_brought_is_the_portals_doing_whoever_asked()
    {
        _ = await _portal.StartReplacementAsync();
        _portal.Clock.Advance(1.Days);
        _ = await _portal.GivePasswordAsync(source: Elsewhere);

        var reminded = Assert.Single(await EntriesAsync(nameof(SecurityEvent.ReplacementReminder)));
        Assert.Equal((ActivityEntry.Portal, ActivityEntry.Portal, ""), (reminded.Source, reminded.Browser, reminded.RequestId));
    }

    [Fact]
    public async Task A_known_password_stands_there_with_where_it_was_given_and_not_with_who_asked_later()
    {
        var thief = await _portal.GivePasswordAsync(source: Elsewhere);
        var given = _portal.Now;
        _portal.Clock.Advance(16.Minutes);
        var owner = await _portal.SignInAsync();

        var known = Assert.Single(await EntriesAsync(nameof(SecurityEvent.PasswordKnown)));
        Assert.Equal((given, Elsewhere, thief.Session), (known.At, known.Source, known.Session));
        var open = Assert.Single(await GroupsAsync(owner), group => group.IsOpen);
        Assert.Equal(("Cause_PasswordRight", Elsewhere, UnusualReason.RightPasswordNoCode), (open.What, open.Row.Source, Assert.Single(open.Why)));
        Assert.Equal(1, await _portal.Service.UnusualActivityAsync(owner, TimeZoneInfo.Utc, Cancel));
    }

    [Fact]
    public async Task Only_a_full_session_reads_it()
    {
        Assert.Null(await _portal.Service.ActivityAsync(await _portal.GivePasswordAsync(), null, Cancel));
        Assert.Null(await _portal.Service.UnusualActivityAsync(await _portal.GivePasswordAsync(), TimeZoneInfo.Utc, Cancel));
    }

    [Fact]
    public async Task Nothing_of_another_account_is_in_it()
    {
        _ = await _portal.Service.SignInAsync(From("203.0.113.9"), Newcomer, "wrong", Cancel);
        var owner = await _portal.SignInAsync();

        Assert.DoesNotContain((await ReadAsync(owner)).Rows, row => row.Source == "203.0.113.9");
    }

    [Fact]
    public async Task The_first_page_is_the_last_thirty_days_and_the_rest_comes_on_demand()
    {
        var first = await _portal.SignInAsync();
        _portal.Clock.Advance(31.Days);
        var owner = await _portal.SignInAsync();

        var page = await ReadAsync(owner);
        Assert.All(page.Rows, row => Assert.True(row.At > _portal.Now - 30.Days));
        var older = (await _portal.Service.ActivityAsync(owner, page.Older, Cancel))!;
        Assert.Contains(older.Rows, row => row.Cause is SignInCause.SignedIn && row.At < _portal.Now - 30.Days);
        Assert.Null(older.Older);
        Assert.NotEqual(first.Session, owner.Session);
    }

    /// <summary>Pages go on where the last ended, whatever has come on top since.</summary>
    [Fact]
    public async Task Every_row_comes_once_although_new_ones_come_in_between()
    {
        var owner = await _portal.SignInAsync();
        await WrongAsync(owner, 450, _portal.Now);
        HashSet<ActivityRef> seen = [];
        var page = await ReadAsync(owner);
        var cursor = page.Older;
        seen.UnionWith(page.Rows.Select(row => row.Ref));
        while (cursor is not null)
        {
            await WrongAsync(owner, 30, _portal.Now);
            page = (await _portal.Service.ActivityAsync(owner, cursor, Cancel))!;
            Assert.Equal(page.Rows.Length, page.Rows.Select(row => row.Ref).Distinct().Count());
            Assert.DoesNotContain(page.Rows, row => row is { Cause: SignInCause.WrongPassword } && seen.Contains(row.Ref));
            seen.UnionWith(page.Rows.Select(row => row.Ref));
            cursor = page.Older;
        }

        Assert.Equal(452, seen.Count(row => row.IsSignIn));
        _ = Assert.Single(seen, row => !row.IsSignIn);
    }

    [Fact]
    public async Task A_flood_of_wrong_passwords_hides_nothing_unusual()
    {
        _ = await _portal.GivePasswordAsync(source: Elsewhere);
        _portal.Clock.Advance(16.Minutes);
        var owner = await _portal.SignInAsync();
        await WrongAsync(owner, 500, _portal.Now);

        Assert.Equal(Elsewhere, Assert.Single(await GroupsAsync(owner), group => group.IsOpen).Row.Source);
        Assert.Equal(1, await _portal.Service.UnusualActivityAsync(owner, TimeZoneInfo.Utc, Cancel));
    }

    [Fact]
    public async Task Is_forgotten_as_sign_ins_are()
    {
        var owner = await _portal.SignInAsync();
        _portal.Clock.Advance(365.Days - 1.Seconds);
        _ = await _portal.Service.ForgetAsync(new(), Cancel);
        Assert.NotEmpty(await EntriesAsync(ActivityEntry.CodeAsked));

        _portal.Clock.Advance(1.Seconds);
        _ = await _portal.Service.ForgetAsync(new(), Cancel);

        Assert.Empty(await EntriesAsync(ActivityEntry.CodeAsked));
        Assert.Empty(await _portal.ReadAsync(context => context.SignIns.Where(happened => happened.Account == owner.Account).ToListAsync(Cancel)));
    }

    private async Task<ActivityExcerpt> ReadAsync(Owner owner) => (await _portal.Service.ActivityAsync(owner, null, Cancel))!;

    private async Task<IReadOnlyList<ActivityGroup>> GroupsAsync(Owner owner)
    {
        var read = await ReadAsync(owner);
        return ActivityGroups.Of(read.Rows, read, TimeZoneInfo.Utc);
    }

    private Task<List<ActivityEntry>> EntriesAsync(string kind) =>
        _portal.ReadAsync(context => context.Activity.AsNoTracking().Where(entry => entry.Kind == kind).OrderBy(entry => entry.Id).ToListAsync(Cancel));

    private async Task WrongAsync(Owner owner, int count, DateTimeOffset at)
    {
        _ = await _portal.ReadAsync(context =>
        {
            context.SignIns.AddRange(Enumerable.Range(0, count).Select(_ => new SignInEvent
            {
                At = at,
                Account = owner.Account,
                NameKey = Rachel,
                Source = "203.0.113.9",
                Browser = "curl",
                Cause = SignInCause.WrongPassword,
                RequestId = "flood",
            }));
            return context.SaveChangesAsync(Cancel);
        });
    }

    /// <summary>Ten wrong codes have blocked the mail at this source.</summary>
    private async Task<Owner> BlockedAsync()
    {
        var limited = await _portal.GivePasswordAsync();
        var mail = await _portal.MethodAsync(limited, RachelsMail);
        for (var wrong = 0; wrong < 10; wrong++)
        {
            _portal.Clock.Advance(2.Minutes);
            Assert.Null(await _portal.Service.AskForCodeAsync(limited, Purpose.SignIn, mail, Cancel));
            var (challenge, code) = await _portal.CodeAsync(limited, Purpose.SignIn, mail);
            Assert.NotNull((await _portal.Service.CompleteSignInAsync(limited, challenge, Not(code), Cancel)).Refusal);
        }

        return limited;
    }
}
